import { useLayoutEffect, useRef } from 'preact/hooks';
import { groupOf, longestWords, type ResponseSource } from '../../shared/nps/groups.ts';
import type { SurveyShown } from '../../shared/nps/schema.ts';
import type { Surface } from '../core/context.ts';
import { useConstant, useLocalSignal } from '../core/ui/hooks.ts';
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

/** The question that depends on the score. Who is disappointed is asked where to reach them, in the same form. */
const WordsStep = ({ answering, survey, say }: StepProps) => {
  const group = groupOf(answering.score.value ?? 0);
  const email = useLocalSignal('');
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const address = email.value.trim();
        void (address ? answering.sendRight(address) : answering.sendWords());
      }}
    >
      <h3 dir="auto" tabIndex={-1} data-start>
        {survey.follow[group]}
      </h3>
      <BodyField answering={answering} label={say('optional')} required={email.value !== ''} />
      {group === 'detractor' && survey.makeRight && (
        <label class="stack">
          <span>{say('email')}</span>
          <input
            type="email"
            dir="ltr"
            autocomplete="email"
            maxLength={254}
            value={email.value}
            onInput={({ currentTarget }) => {
              email.value = currentTarget.value;
            }}
          />
          <span class="soft">{say('rightLead')}</span>
        </label>
      )}
      <button type="submit" class="primary" disabled={answering.busy.value}>
        {say('send')}
      </button>
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
};

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
    </>
  );
};

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
      {wrong && (
        <p class="notice bad" role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
};
