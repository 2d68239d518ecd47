import { useEffect, useRef } from 'preact/hooks';
import type { Call } from '../../core/net/client.ts';
import { fill } from '../../core/text/fill.ts';
import { problemText } from '../failure.ts';
import type { ConsoleTexts } from '../i18n.ts';
import { Frame } from './Frame.tsx';
import { SetupLive } from './SetupLive.tsx';
import { AccountStep, HoursStep, LookStep, SiteStep } from './SetupSteps.tsx';
import { steps, useSetup } from './useSetup.ts';

/** The steps' fields, in the order of the steps. */
const fields = [AccountStep, SiteStep, LookStep, HoursStep];

const Wizard = ({ say, tag, call }: { say: ConsoleTexts; tag: string; call: Call }) => {
  const setup = useSetup(call, tag);
  const { step, made, problem } = setup;
  const title = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    document.title = say.setUp;
    if (!isFirst.current) title.current?.focus();
    isFirst.current = false;
  }, [step]);

  if (setup.isOver)
    return (
      <main class="login">
        <h1>{say.setUpOver}</h1>
        <p>{say.setUpOverLead}</p>
        <a href="/inbox">{say.logIn}</a>
      </main>
    );
  const Fields = fields[step];
  return (
    <main class={step === 2 ? 'wizard wide' : 'wizard'}>
      <p class="brand">{say.setUp}</p>
      <p class="quiet">{fill(say.step, { number: step + 1, count: steps.length })}</p>
      <h1 ref={title} tabIndex={-1}>
        {say[`step_${steps[step]!}`]}
      </h1>
      {made ? (
        <SetupLive me={made.me} siteKey={made.key} call={call} />
      ) : (
        <form onSubmit={setup.submit} class="card">
          {step === 0 && <p class="quiet">{say.setUpLead}</p>}
          {Fields && <Fields {...setup.parts} />}
          <p class="wrong" role="alert">
            {problem && problemText(say, problem)}
          </p>
          <div class="dialog-actions">
            {step > 0 && (
              <button type="button" onClick={setup.back}>
                {say.back}
              </button>
            )}
            <button type="submit" class="primary" disabled={setup.busy}>
              {setup.isLast ? say.finish : say.next}
            </button>
          </div>
        </form>
      )}
    </main>
  );
};

/** The first run: from an empty database to a live widget. */
export const Setup = ({ tag, call }: { tag: string; call: Call }) => (
  <Frame tag={tag}>{(say) => <Wizard say={say} tag={tag} call={call} />}</Frame>
);
