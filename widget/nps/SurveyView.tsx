import { useLayoutEffect, useRef } from 'preact/hooks';
import { groupOf, longestWords, type ResponseSource } from '../../shared/nps/groups.ts';
import type { SurveyShown } from '../../shared/nps/schema.ts';
import type { Surface } from '../core/context.ts';
import { useConstant } from '../core/ui/hooks.ts';
import { type Answering, createAnswering } from './answering.ts';
import { ScoreStep } from './ScoreStep.tsx';
import type { Say } from './words.ts';

type StepProps = { answering: Answering; survey: SurveyShown; say: Say };

const BodyField = (given: { answering: Answering; label: string; required?: boolean }) => (
  <label class="stack">
    <span>{given.label}</span>
    <textarea
      dir="auto"
      rows={3}
      required={given.required}
      maxLength={longestWords}
      value={given.answering.body.value}
      onInput={({ currentTarget }) => {
        given.answering.body.value = currentTarget.value;
      }}
    />
  </label>
);

const SendButton = ({ answering, say }: Pick<StepProps, 'answering' | 'say'>) => (
  <button type="submit" class="primary" disabled={answering.busy.value}>
    {say('send')}
  </button>
);

/** The question that depends on the score. */
const WordsStep = ({ answering, survey, say }: StepProps) => (
  <form
    class="stack"
    onSubmit={(event) => {
      event.preventDefault();
      void answering.sendWords();
    }}
  >
    <h3 dir="auto" tabIndex={-1} data-start>
      {survey.follow[groupOf(answering.score.value ?? 0)]}
    </h3>
    <BodyField answering={answering} label={say('optional')} />
    <SendButton answering={answering} say={say} />
    <button
      type="button"
      class="text"
      onClick={() => {
        answering.step.value = 'score';
      }}
    >
      {say('again')}
    </button>
  </form>
);

const ThanksStep = ({ answering, survey, say }: StepProps) => {
  const group = groupOf(answering.score.value ?? 0);
  const promised = answering.promised.value;
  return (
    <>
      <h3 tabIndex={-1} data-start>
        {promised || say('thanks')}
      </h3>
      {group === 'promoter' && survey.link && (
        <p>
          {say('linkLead')}{' '}
          <a href={survey.link} target="_blank" rel="noopener">
            {say('link')}
          </a>
        </p>
      )}
      {group === 'detractor' && survey.makeRight && !promised && (
        <>
          <p>{say('rightLead')}</p>
          <button
            type="button"
            class="primary"
            onClick={() => {
              answering.step.value = 'right';
            }}
          >
            {say('right')}
          </button>
        </>
      )}
    </>
  );
};

/** What went wrong, and how to reach who tells us. */
const RightStep = ({ answering, say }: StepProps) => (
  <form
    class="stack"
    onSubmit={(event) => {
      event.preventDefault();
      void answering.sendRight(new FormData(event.currentTarget).get('email') as string);
    }}
  >
    <h3 tabIndex={-1} data-start>
      {say('right')}
    </h3>
    <BodyField answering={answering} label={say('rightBody')} required />
    <label class="stack">
      <span>{say('email')}</span>
      <input type="email" name="email" autocomplete="email" required maxLength={254} />
    </label>
    <SendButton answering={answering} say={say} />
  </form>
);

/** Eleven numbers, then one question that depends on the answer, then thanks. */
export const SurveyView = (given: {
  surface: Surface;
  survey: SurveyShown;
  say: Say;
  source: ResponseSource;
  /** The score is stored: from here on leaving is no dismissal. */
  onAnswer?(): void;
  onEnd?(): void;
}) => {
  const { survey, say, source, onAnswer, onEnd } = given;
  const { context } = given.surface;
  const { texts } = context;
  const answering = useConstant(() => createAnswering(context, survey, source, say, onAnswer));
  const top = useRef<HTMLDivElement>(null);
  const step = answering.step.value;
  const wrong = answering.wrong.value;
  useLayoutEffect(() => {
    // The start of what is new, for who reads by ear; not when it first appears.
    if (step !== 'score' || answering.score.value !== null)
      top.current?.querySelector<HTMLElement>('[data-start]')?.focus();
  }, [step]);
  const shared = { answering, survey, say };
  return (
    <div class="stack survey" ref={top}>
      {step === 'score' && (
        <ScoreStep
          answering={answering}
          question={survey.question}
          isMirrored={texts.direction === 'rtl'}
          say={say}
        />
      )}
      {step === 'words' && <WordsStep {...shared} />}
      {step === 'thanks' && <ThanksStep {...shared} />}
      {step === 'thanks' && onEnd && (
        <button type="button" onClick={onEnd}>
          {texts.say('close')}
        </button>
      )}
      {step === 'right' && <RightStep {...shared} />}
      {wrong && (
        <p class="notice bad" role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
};
