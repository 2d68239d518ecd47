import { groupOf } from '../../../shared/nps/groups.ts';
import type { StaffResponse } from '../../../shared/nps/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { go } from '../../core/staff/router.ts';
import { AnswerLabels } from './AnswerLabels.tsx';
import type { StaffTexts } from './texts.ts';

/** One answer: its score, its words, its labels. */
export const AnswerRow = ({
  answer,
  texts,
  onLabels,
}: {
  answer: StaffResponse;
  texts: StaffTexts;
  onLabels(labels: string[]): void;
}) => {
  const staff = useStaff();
  const { tag, texts: inboxTexts } = useLanguage();
  const group = groupOf(answer.score);
  return (
    <li class="nps-answer">
      <span class={`nps-number ${group}`}>{answer.score}</span>
      <div class="stack">
        <div class="spread">
          <strong>
            <bdi>{answer.name || inboxTexts.anonymous}</bdi>
          </strong>
          <span class="quiet">
            {new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(answer.at)}
            {answer.page && (
              <>
                {' · '}
                <bdi dir="ltr">{answer.page}</bdi>
              </>
            )}
          </span>
        </div>
        {answer.text ? (
          <p dir="auto" lang={answer.language}>
            {answer.text}
          </p>
        ) : (
          <p class="quiet">{texts.noWords}</p>
        )}
        <div class="row-of-buttons">
          <AnswerLabels labels={answer.labels} texts={texts} onLabels={onLabels} />
          {answer.conversation && (
            <button
              type="button"
              class="link"
              onClick={() => {
                // biome-ignore lint/style/noNonNullAssertion: drawn only where there is a conversation
                staff.open(answer.conversation!);
                go('/inbox');
              }}
            >
              {texts.openTalk}
            </button>
          )}
        </div>
      </div>
    </li>
  );
};
