import { isAtLeast } from '../../../../shared/core/people/roles.ts';
import { useSignal } from '@preact/signals';
import { newId } from '../../../../shared/core/ids.ts';
import { useLanguage, useStaff } from '../../../core/staff/context.ts';
import { counted } from '../../../core/staff/i18n.ts';
import { go } from '../../../core/staff/router.ts';
import { fill } from '../../../core/text/fill.ts';
import { begin } from '../begun.ts';
import type { ArticleTexts } from '../texts.ts';
import type { Gap, NextModel } from './nextModel.ts';
import { PinPicker } from './PinPicker.tsx';

type Given = { gap: Gap; model: NextModel; texts: ArticleTexts };

const reasons = ['nothing', 'asked', 'refined'] as const;

/** Counts of who looked for it, how it ended for them, and their other words. */
const About = ({ gap, texts }: Omit<Given, 'model'>) => {
  const { tag } = useLanguage();
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }).format(gap.since);
  return (
    <>
      <p class="quiet">
        {counted(tag, texts.gapPeople, gap.people)} · {counted(tag, texts.gapTimes, gap.times)} ·{' '}
        <time dateTime={new Date(gap.since).toISOString()}>{fill(texts.gapSince, { day })}</time>
      </p>
      <p class="article-marks">
        {reasons.map(
          (reason) =>
            gap[reason] > 0 && (
              <span key={reason} class={`chip ${reason === 'nothing' ? 'red' : 'orange'}`}>
                {texts[`gap_${reason}`]} {new Intl.NumberFormat(tag).format(gap[reason])}
              </span>
            ),
        )}
      </p>
      {gap.examples.length > 0 && (
        <ul class="gap-examples" aria-label={texts.gapExamples}>
          {gap.examples.map((one) => (
            <li key={one}>
              <bdi>{one}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** One thing that people looked for in vain. */
export const GapRow = ({ gap, model, texts }: Given) => {
  const { membership } = useStaff();
  const isPinning = useSignal(false);
  const write = async (): Promise<void> => {
    const id = newId();
    begin(id, gap.title);
    // It's being answered: who looks for it from now on brings it back.
    if (await model.setAside(gap)) go(`/inbox/articles/${id}`);
  };
  const named = (text: string): string => `${text}: ${gap.title}`;
  return (
    <li>
      <h3 dir="auto">{gap.title}</h3>
      <About gap={gap} texts={texts} />
      <div class="row-of-buttons">
        <button type="button" class="primary" aria-label={named(texts.gapWrite)} onClick={() => void write()}>
          {texts.gapWrite}
        </button>
        {isAtLeast(membership.role, 'admin') && (
          <button
            type="button"
            aria-label={named(texts.gapPin)}
            aria-expanded={isPinning.value}
            onClick={() => {
              isPinning.value = !isPinning.value;
            }}
          >
            {texts.gapPin}
          </button>
        )}
        <button
          type="button"
          class="link"
          aria-label={named(texts.gapAside)}
          onClick={() => void model.setAside(gap)}
        >
          {texts.gapAside}
        </button>
      </div>
      {isPinning.value && <PinPicker gap={gap} model={model} texts={texts} />}
    </li>
  );
};
