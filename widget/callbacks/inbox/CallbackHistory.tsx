import type { PastStep } from '../../../shared/callbacks/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import { whenIn } from './times.ts';
import type { StaffTexts } from './texts.ts';

const Past = ({ step, texts }: { step: PastStep; texts: StaffTexts }) => {
  const { tag } = useLanguage();
  const { actor } = step;
  const who =
    actor.name ||
    (actor.kind === 'visitor' ? texts.theVisitor : actor.kind === 'dialler' ? texts.telephony : '');
  const what = fill(texts[`past_${step.step}` as 'past_accept'] ?? step.step, {
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

/** The history of a call, folded away. */
export const CallbackHistory = ({ history, texts }: { history: readonly PastStep[]; texts: StaffTexts }) => (
  <details>
    <summary>
      {texts.history} <span class="count">{history.length}</span>
    </summary>
    <ol class="past">
      {history.map((step) => (
        <Past key={step.id} step={step} texts={texts} />
      ))}
    </ol>
  </details>
);
