import { useEffect } from 'preact/hooks';
import { exact } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { sectionName } from '../sectionName.ts';
import { ChangesTable } from './ChangesTable.tsx';
import { Audit } from '../audit/Audit.tsx';
import { Import } from './Import.tsx';

export const History = () => {
  const model = useConsole();
  const { texts, tag } = useTexts();
  const { revision, key } = model.loaded();
  useEffect(() => void model.loadHistory(), [model, revision]);
  const revisions = model.history.value;
  return (
    <>
      <section class="card" aria-labelledby="history">
        <h2 id="history">{texts.history}</h2>
        {revisions === null ? (
          <p class="quiet">{texts.loading}</p>
        ) : revisions.length === 0 ? (
          <p class="quiet">{texts.historyNone}</p>
        ) : (
          <ol class="plain-list">
            {revisions.map((one) => (
              <li class="revision" key={one.revision}>
                <span>
                  <span>{fill(texts[`kind_${one.kind}`], { name: one.by ?? texts.somebody })}</span>
                  <time class="quiet" dateTime={new Date(one.at).toISOString()}>
                    {exact(tag, one.at)}
                  </time>
                  {one.changed.length > 0 && (
                    <span class="quiet">
                      {[...new Set(one.changed.flatMap((path) => sectionName(texts, path) ?? []))].join(', ')}
                    </span>
                  )}
                  {one.changes.length > 0 && (
                    <details>
                      <summary>{texts.whatChanged}</summary>
                      <ChangesTable
                        label={texts.whatChanged}
                        heads={[texts.changedFrom, texts.changedTo]}
                        changes={one.changes.map(({ path, before, after }) => ({ path, before, after }))}
                      />
                    </details>
                  )}
                </span>
                {one.revision === revision ? (
                  <span class="badge">{texts.current}</span>
                ) : (
                  <button type="button" disabled={model.busy.value} onClick={() => model.undo(one.revision)}>
                    {texts.goBack}
                    <span class="unseen">, {exact(tag, one.at)}</span>
                  </button>
                )}
              </li>
            ))}
          </ol>
        )}
      </section>
      <section class="card">
        <h2>{texts.export}</h2>
        <p class="quiet">{texts.exportLead}</p>
        <a
          class="button"
          href={`/api/console/${model.membership.site}/export`}
          download={`foyer-${key}.json`}
        >
          {texts.download}
        </a>
      </section>
      <Import />
      <Audit />
    </>
  );
};
