import { AnswerFilters } from './AnswerFilters.tsx';
import { AnswerRow } from './AnswerRow.tsx';
import { useAnswers } from './useAnswers.ts';
import type { StaffTexts } from './texts.ts';

/** Answers in words, to be found, labelled and taken along. */
export const Answers = ({ survey, texts }: { survey: string; texts: StaffTexts }) => {
  const answers = useAnswers(survey);
  const { rows } = answers;
  return (
    <>
      <AnswerFilters answers={answers} texts={texts} />
      {rows?.length === 0 && <p class="empty">{texts.noAnswers}</p>}
      <ul class="cards">
        {rows?.map((answer) => (
          <AnswerRow
            key={answer.id}
            answer={answer}
            texts={texts}
            onLabels={(labels) => void answers.label(answer, labels)}
          />
        ))}
      </ul>
      {answers.hasMore && (
        <button type="button" onClick={() => void answers.more()}>
          {texts.more}
        </button>
      )}
    </>
  );
};
