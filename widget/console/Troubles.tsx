import type { Trouble } from '../../shared/console/schema.ts';
import { ago } from '../core/staff/i18n.ts';
import { fill } from '../core/text/fill.ts';
import { useConsole, useTexts } from './context.ts';
import { Copy } from './Copy.tsx';

/** The directive of a report, without what only browsers add to its name. */
const directiveOf = ({ detail }: Trouble): string =>
  /^[a-z-]+/.exec(detail)?.[0].replace(/-(?:elem|attr)$/, '') ?? 'script-src';

/** Faults in visitors' browsers on the owner's pages, and what to do about each. */
export const Troubles = () => {
  const model = useConsole();
  const { texts, tag } = useTexts();
  const found = model.installations.value;
  if (!found?.troubles.length) return null;
  return (
    <section class="card" aria-labelledby="troubles">
      <h2 id="troubles">{texts.troubles}</h2>
      <p class="quiet">{texts.troublesLead}</p>
      <ul class="plain-list">
        {found.troubles.map((trouble) => (
          <li key={trouble.kind} class="trouble">
            <strong>{texts[`trouble_${trouble.kind}`]}</strong>
            <span class="quiet">
              {fill(texts.troubleCount, {
                count: new Intl.NumberFormat(tag).format(trouble.count),
                time: ago(tag, trouble.at, found.now),
              })}
              {trouble.origin && trouble.origin !== 'null' && (
                <>
                  {' · '}
                  <bdi>{trouble.origin}</bdi>
                </>
              )}
            </span>
            {trouble.kind === 'csp' ? (
              <>
                <span>{texts.troubleAdd}</span>
                <Copy label={texts.policy} text={`${directiveOf(trouble)} ${location.origin};`} />
              </>
            ) : (
              <code dir="ltr">{trouble.detail}</code>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
