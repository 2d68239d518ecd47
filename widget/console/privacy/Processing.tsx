import { useEffect, useState } from 'preact/hooks';
import type { ProcessingDocument } from '../../../shared/core/people/processingSchema.ts';
import { getProcessing } from '../../../shared/core/people/retentionRoutes.ts';
import { useConsole, useTexts } from '../context.ts';
import { Copy } from '../Copy.tsx';
import type { PrivacyTexts } from './texts.ts';

/** The data-processing document: to read, to print, and for a register. */
export const Processing = ({ own }: { own: PrivacyTexts }) => {
  const model = useConsole();
  const { texts, tag } = useTexts();
  const [found, setFound] = useState<ProcessingDocument | null>(null);
  const revision = model.loaded().revision;
  useEffect(() => {
    void model.attempt(model.call(getProcessing, { query: { language: tag } })).then((reply) => {
      if (reply) setFound(reply);
    });
  }, [model, tag, revision]);
  return (
    <section class="card processing" aria-labelledby="processing">
      <h2 id="processing">{own.processing}</h2>
      <p class="quiet">{own.processingLead}</p>
      {found === null ? (
        <p class="quiet">{texts.loading}</p>
      ) : (
        <>
          <div class="printed">
            <h3>{found.title}</h3>
            <p>{found.lead}</p>
            {found.sections.map((section) => (
              <div key={section.title}>
                <h4>{section.title}</h4>
                {section.text && <p>{section.text}</p>}
                {section.rows.length > 0 && (
                  <ul>
                    {section.rows.map(({ name, text }) => (
                      <li key={name}>
                        {name}
                        {text && (
                          <>
                            : <strong>{text}</strong>
                          </>
                        )}
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            ))}
          </div>
          <details>
            <summary>{own.copyLabel}</summary>
            <Copy label={own.copyLabel} text={found.markdown} />
          </details>
          <div class="actions">
            <button type="button" onClick={() => print()}>
              {own.print}
            </button>
          </div>
        </>
      )}
    </section>
  );
};
