import { AnswerFilters } from './AnswerFilters.tsx';
import { AnswerRow } from './AnswerRow.tsx';
import { useAnswers } from './useAnswers.ts';
import type { StaffWords } from './words.ts';

/** What people said, to be found, labelled and taken along. */
export const Answers = ({ survey, words }: { survey: string; words: StaffWords }) => {
  const answers = useAnswers(survey);
  const { rows } = answers;
  return (
    <>
      <AnswerFilters answers={answers} words={words} />
      {rows?.length === 0 && <p class="empty">{words.noAnswers}</p>}
      <ul class="cards">
        {rows?.map((answer) => (
          <AnswerRow
            key={answer.id}
            answer={answer}
            words={words}
            onLabels={(labels) => void answers.label(answer, labels)}
          />
        ))}
      </ul>
      {answers.hasMore && (
        <button type="button" onClick={() => void answers.more()}>
          {words.more}
        </button>
      )}
    </>
  );
};
