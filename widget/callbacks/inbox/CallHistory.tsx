import type { PastStep } from '../../../shared/callbacks/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import { whenIn } from './times.ts';
import type { StaffWords } from './words.ts';

const Past = ({ step, words }: { step: PastStep; words: StaffWords }) => {
  const { tag } = useLanguage();
  const { actor } = step;
  const who =
    actor.name ||
    (actor.kind === 'visitor' ? words.theVisitor : actor.kind === 'dialler' ? words.telephony : '');
  const what = fill(words[`past_${step.step}` as 'past_accept'] ?? step.step, {
    when: step.planned === null ? '' : whenIn(tag, step.planned, step.at),
  });
  return (
    <li>
      <span class="quiet">{whenIn(tag, step.at, Date.now())}</span>{' '}
      <span dir="auto">{[who, what].filter(Boolean).join(': ')}</span>
      {step.note && <q dir="auto">{step.note}</q>}
    </li>
  );
};

/** What was done about a call, folded away. */
export const CallHistory = ({ history, words }: { history: readonly PastStep[]; words: StaffWords }) => (
  <details>
    <summary>
      {words.history} <span class="count">{history.length}</span>
    </summary>
    <ol class="past">
      {history.map((step) => (
        <Past key={step.id} step={step} words={words} />
      ))}
    </ol>
  </details>
);
