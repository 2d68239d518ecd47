import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { getChecklist, postTestMail } from '../../../shared/console/routes.ts';
import type { Checklist as Steps } from '../../../shared/console/schema.ts';
import { followLink } from '../../core/staff/router.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';

/** The steps in order, and where each is done; the first is done on this page. */
const steps: readonly (readonly [step: keyof Steps, href: string | null])[] = [
  ['snippetSeen', null],
  ['hasMail', null],
  ['colleagueInvited', '/inbox/console/people'],
  ['firstReply', '/inbox'],
];

/** A mail to oneself: that it arrives shows that mail works. */
const TestMail = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const outcome = useSignal('');
  const busy = useSignal(false);
  const send = async (): Promise<void> => {
    busy.value = true;
    outcome.value = '';
    // What failed is said here, beside the button that was pressed.
    outcome.value = await model.call(postTestMail, {}).then(
      ({ to }) => fill(texts.testMailSent, { email: to }),
      () => texts.testMailFailed,
    );
    busy.value = false;
  };
  return (
    <>
      <button type="button" disabled={busy.value} onClick={() => void send()}>
        {texts.testMail}
      </button>
      <span class="quiet" role="status">
        {outcome.value}
      </span>
    </>
  );
};

/** The checklist of a new site; gone once everything is there. */
export const Checklist = () => {
  const model = useConsole();
  const { texts } = useTexts();
  const found = useSignal<Steps | null>(null);
  const installed = model.installations.value?.list.length ?? 0;
  useEffect(() => {
    void model.attempt(model.call(getChecklist, {})).then((reply) => {
      if (reply) found.value = reply;
    });
  }, [model, installed]);
  const done = found.value;
  if (!done || steps.every(([step]) => done[step])) return null;
  return (
    <section class="card" aria-labelledby="checklist">
      <h2 id="checklist">{texts.checkTitle}</h2>
      <ol class="plain-list">
        {steps.map(([step, href]) => (
          <li key={step} class="entry-row">
            <span class="entry-name">
              {href && !done[step] ? (
                <a href={href} onClick={followLink}>
                  {texts[`check_${step}`]}
                </a>
              ) : (
                texts[`check_${step}`]
              )}
            </span>
            {step === 'hasMail' && done.hasMail && <TestMail />}
            <span class={done[step] ? 'badge' : 'quiet'}>
              {done[step] ? texts.checkDone : texts.checkOpen}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};
