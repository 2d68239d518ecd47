import { patchAnswer, unpublishQuestion } from '../../../shared/ask/staffRoutes.ts';
import type { MadeQuestion } from '../../../shared/ask/staffSchema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import type { Made } from './made.ts';

/** The public question that was made of a conversation: where it is, whether its answer is official, taking it back. */
export const PublicQuestion = ({
  conversation,
  question,
  onChange,
}: {
  conversation: string;
  question: Made;
  /** @param made null when the change was refused */
  onChange(made: MadeQuestion | null): void;
}) => {
  const staff = useStaff();
  const { texts } = useLanguage();
  const [answer] = question.answers;
  return (
    <>
      <a href={question.path} target="_blank" rel="noopener">
        {fill(texts.publicNow, { count: question.solved })}
      </a>
      {answer && (
        <label class="check">
          <input
            type="checkbox"
            checked={answer.official}
            onChange={async (event) =>
              onChange(
                await staff.attempt(
                  staff.call(patchAnswer, {
                    path: { answer: answer.id },
                    body: { official: event.currentTarget.checked },
                  }),
                ),
              )
            }
          />
          <span>{texts.official}</span>
        </label>
      )}
      <button
        type="button"
        class="link"
        onClick={async () =>
          onChange(await staff.attempt(staff.call(unpublishQuestion, { path: { conversation } })))
        }
      >
        {texts.takeOff}
      </button>
    </>
  );
};
