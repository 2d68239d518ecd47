import { useSignal } from '@preact/signals';
import { useStaff } from '../../../core/staff/context.ts';
import { useFeatureTexts } from '../../../core/staff/texts.ts';
import { texts as articleTexts } from '../texts.ts';
import { beginFrom } from './begin.ts';

/** The way from a public question to the article about it. */
export const QuestionArticle = ({ question }: { question: string }) => {
  const staff = useStaff();
  const texts = useFeatureTexts(articleTexts);
  const busy = useSignal(false);
  if (!texts) return null;
  return (
    <button
      type="button"
      class="link"
      disabled={busy.value}
      onClick={async () => {
        busy.value = true;
        await beginFrom(staff, { question });
        busy.value = false;
      }}
    >
      {texts.writeFrom}
    </button>
  );
};
