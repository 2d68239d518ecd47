import { useEffect, useRef } from 'preact/hooks';
import type { Call } from '../../core/net/client.ts';
import { fill } from '../../core/text/fill.ts';
import { problemText } from '../failure.ts';
import type { ConsoleTexts } from '../i18n.ts';
import { lazySection } from '../lazySection.tsx';
import { Frame } from './Frame.tsx';
import { AccountStep, HoursStep, LookStep, SiteStep } from './SetupSteps.tsx';
import { steps, useSetup } from './useSetup.ts';

/** The end, with the console's model: loaded once there is something to set up. */
const SetupLive = lazySection(async () => (await import('./SetupLive.tsx')).SetupLive);

/** The steps' fields, in the order of the steps. */
const fields = [AccountStep, SiteStep, LookStep, HoursStep];

const Wizard = ({ texts, tag, call }: { texts: ConsoleTexts; tag: string; call: Call }) => {
  const setup = useSetup(call, tag);
  const { step, made, problem } = setup;
  const title = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    document.title = texts.setUp;
    if (!isFirst.current) title.current?.focus();
    isFirst.current = false;
  }, [step]);

  if (setup.isOver)
    return (
      <main class="login">
        <h1>{texts.setUpOver}</h1>
        <p>{texts.setUpOverLead}</p>
        <a href="/inbox">{texts.logIn}</a>
      </main>
    );
  const Fields = fields[step];
  return (
    <main class={step === 2 ? 'wizard wide' : 'wizard'}>
      <p class="brand">{texts.setUp}</p>
      <p class="quiet">{fill(texts.step, { number: step + 1, count: steps.length })}</p>
      <h1 ref={title} tabIndex={-1}>
        {/* biome-ignore lint/style/noNonNullAssertion: `step` counts within the steps */}
        {texts[`step_${steps[step]!}`]}
      </h1>
      {made ? (
        <SetupLive me={made.me} siteKey={made.key} call={call} />
      ) : (
        <form onSubmit={setup.submit} class="card">
          {step === 0 && <p class="quiet">{texts.setUpLead}</p>}
          {Fields && <Fields {...setup.parts} />}
          <p class="wrong" role="alert">
            {problem && problemText(texts, problem)}
          </p>
          <div class="dialog-actions">
            {step > 0 && (
              <button type="button" onClick={setup.back}>
                {texts.back}
              </button>
            )}
            <button type="submit" class="primary" disabled={setup.busy}>
              {setup.isLast ? texts.finish : texts.next}
            </button>
          </div>
        </form>
      )}
    </main>
  );
};

/** The first run: from an empty database to a live widget. */
export const Setup = ({ tag, call }: { tag: string; call: Call }) => (
  <Frame tag={tag}>{(texts) => <Wizard texts={texts} tag={tag} call={call} />}</Frame>
);
