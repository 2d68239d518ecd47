import { patchAnswer, unpublishQuestion } from '../../../shared/ask/staffRoutes.ts';
import type { MadeQuestion } from '../../../shared/ask/staffSchema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { lazy } from '../../core/staff/lazy.tsx';
import { fill } from '../../core/text/fill.ts';
import type { Made } from './made.ts';

/** Loaded where visitors answer. */
const OpenQuestion = lazy(async () => (await import('./OpenQuestion.tsx')).OpenQuestion);

/** The public question that was made of a conversation: where it is, whether its answer is official, taking it back. */
export const PublicQuestion = ({
  conversation,
  question,
  takesAnswers,
  onChange,
  reload,
}: {
  conversation: string;
  question: Made;
  /** Whether visitors answer on this site. */
  takesAnswers: boolean;
  /** @param made null when the change was refused */
  onChange(made: MadeQuestion | null): void;
  reload(): void;
}) => {
  const staff = useStaff();
  const { texts } = useLanguage();
  const answer = question.answers.find(({ message }) => message !== null);
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
      {takesAnswers && <OpenQuestion question={question} reload={reload} />}
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
