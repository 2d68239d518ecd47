import { useEffect, useState } from 'preact/hooks';
import { answerStates } from '../../../shared/ask/answerStates.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { go } from '../../core/staff/router.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { AnswerRow } from './AnswerRow.tsx';
import { createAnswers } from './answersModel.ts';
import './styles.ts';
import { texts as answerTexts } from './texts.ts';

/** Answers of visitors that wait for the team, and all others by their state. */
export const AnswerQueue = () => {
  const staff = useStaff();
  const { texts: inboxTexts, tag } = useLanguage();
  const texts = useFeatureTexts(answerTexts);
  const [model] = useState(() => createAnswers(staff));
  useEffect(() => void model.load(), [staff.otherChanges.value]);
  if (!texts) return null;
  const rows = model.rows.value;
  const waiting = model.waiting.value;
  const decided = model.decided.value;
  return (
    <section class="queue answer-queue" aria-labelledby="answers-title">
      <header>
        <button type="button" class="only-narrow" onClick={() => go('/inbox')}>
          {inboxTexts.inbox}
        </button>
        <h2 id="answers-title">{texts.title}</h2>
        <div class="row-of-buttons" role="group" aria-label={texts.states}>
          {answerStates.map((state) => (
            <button
              key={state}
              type="button"
              aria-pressed={state === model.state.value}
              onClick={() => model.show(state)}
            >
              {texts[`state_${state}`]}
              {state === 'waiting' && waiting > 0 && ` ${new Intl.NumberFormat(tag).format(waiting)}`}
            </button>
          ))}
        </div>
      </header>
      {rows?.length === 0 && <p class="empty">{texts[`empty_${model.state.value}`]}</p>}
      <ul>
        {rows?.map((answer) => (
          <AnswerRow key={answer.id} answer={answer} model={model} texts={texts} />
        ))}
      </ul>
      {model.hasMore.value && (
        <button type="button" onClick={() => void model.more()}>
          {texts.more}
        </button>
      )}
      <div class="toast" role="status">
        {decided && (
          <p>
            <span>{texts[`done_${decided.decision}`]}</span>
            <button type="button" class="link" onClick={() => void model.undo()}>
              {inboxTexts.undo}
            </button>
          </p>
        )}
      </div>
    </section>
  );
};
