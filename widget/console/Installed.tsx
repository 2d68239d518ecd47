import { useEffect } from 'preact/hooks';
import type { Installation } from '../../shared/console/schema.ts';
import { ago } from '../core/staff/i18n.ts';
import { fill } from '../core/text/fill.ts';
import { useConsole, useTexts } from './context.ts';

/** The interval of asking for the list while it is looked at, milliseconds. */
const lookEvery = 3_000;

const stateOf = ({ allowed, worked }: Installation): 'works' | 'allowed' | 'refused' =>
  allowed ? (worked ? 'works' : 'allowed') : 'refused';

/** Where the script was seen. */
export const Installed = () => {
  const model = useConsole();
  const { texts, tag } = useTexts();
  useEffect(() => {
    void model.loadInstallations();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void model.loadInstallations();
    }, lookEvery);
    return () => clearInterval(timer);
  }, [model]);
  const found = model.installations.value;
  return (
    <section class="card" aria-labelledby="installed">
      <h2 id="installed">{texts.installed}</h2>
      <div role="status">
        {found === null ? (
          <p class="quiet">{texts.loading}</p>
        ) : found.list.length === 0 ? (
          <p class="quiet waits">{texts.installedNone}</p>
        ) : (
          <ul class="plain-list">
            {found.list.map((one) => {
              const state = stateOf(one);
              const time = ago(tag, one.lastSeen, found.now);
              const words = {
                works: texts.installedNow,
                allowed: texts.installedAllowed,
                refused: texts.installedRefused,
              }[state];
              return (
                <li key={one.origin} class={`origin ${state}`}>
                  <span>
                    <bdi class="origin-name">{one.origin === 'null' ? texts.opaque : one.origin}</bdi>
                    <span class="quiet">{fill(words, { time })}</span>
                  </span>
                  {state === 'refused' && one.origin !== 'null' && (
                    <button type="button" disabled={model.busy.value} onClick={() => model.allow(one.origin)}>
                      {texts.allow}
                      <span class="unseen"> {one.origin}</span>
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </section>
  );
};
