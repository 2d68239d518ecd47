import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { listFittingAnswers } from '../../../shared/ask/staffRoutes.ts';
import type { FittingAnswers as FittingReply } from '../../../shared/ask/staffSchema.ts';
import type { AnswersProps } from '../../core/staff/feature.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';

/** Answers that fit what the visitor said last, to be put into the reply. */
export const FittingAnswers = ({ thread, insert, fillReply }: AnswersProps) => {
  const staff = useStaff();
  const { texts } = useLanguage();
  const found = useSignal<FittingReply['answers']>([]);
  const { id } = thread.conversation;
  const last = thread.messages.findLast(({ author }) => author.kind === 'visitor')?.id;
  useEffect(() => {
    let left = false;
    found.value = [];
    // Nobody asked for them: without an answer there are none.
    staff.call(listFittingAnswers, { path: { conversation: id } }).then(
      (reply) => {
        if (!left) found.value = reply.answers;
      },
      () => {},
    );
    return () => {
      left = true;
    };
  }, [id, last]);
  const textOf = ({ body, isCanned }: FittingReply['answers'][number]): string =>
    isCanned ? fillReply(body) : body;
  if (!found.value.length) return null;
  return (
    <details class="fitting">
      <summary>
        {texts.suggested} <span class="count">{found.value.length}</span>
      </summary>
      <ul>
        {found.value.map((answer) => (
          <li key={answer.question}>
            <a href={answer.path} target="_blank" rel="noopener" dir="auto">
              {answer.title}
            </a>
            {answer.isTeamOnly && <span class="chip grey">{texts.teamOnly}</span>}
            {answer.isCanned && <span class="chip grey">{texts.canned}</span>}
            <p class="quiet" dir="auto">
              {textOf(answer).slice(0, 160)}
            </p>
            <button
              type="button"
              aria-label={`${texts.insertAnswer}: ${answer.title}`}
              onClick={() => insert(textOf(answer))}
            >
              {texts.insertAnswer}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};
