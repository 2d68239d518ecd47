import { useLayoutEffect, useRef } from 'preact/hooks';
import { groupOf, maxBody, type ResponseSource } from '../../shared/nps/groups.ts';
import type { SurveyShown } from '../../shared/nps/schema.ts';
import type { Surface } from '../core/context.ts';
import { useConstant, useLocalSignal } from '../core/ui/hooks.ts';
import { type Answering, createAnswering } from './answering.ts';
import { ScoreStep } from './ScoreStep.tsx';
import type { Translate } from './texts.ts';

type StepProps = { answering: Answering; survey: SurveyShown; text: Translate };

const BodyField = (given: { answering: Answering; label: string; required?: boolean }) => (
  <label class="stack">
    <span>{given.label}</span>
    <textarea
      dir="auto"
      rows={3}
      required={given.required}
      maxLength={maxBody}
      value={given.answering.body.value}
      onInput={({ currentTarget }) => {
        given.answering.body.value = currentTarget.value;
      }}
    />
  </label>
);

/** The question that depends on the score. Who is disappointed is asked where to reach them, in the same form. */
const BodyStep = ({ answering, survey, text }: StepProps) => {
  const group = groupOf(answering.score.value ?? 0);
  const email = useLocalSignal('');
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const address = email.value.trim();
        void (address ? answering.sendRight(address) : answering.sendBody());
      }}
    >
      <h3 dir="auto" tabIndex={-1} data-start>
        {survey.follow[group]}
      </h3>
      <BodyField answering={answering} label={text('optional')} required={email.value !== ''} />
      {group === 'detractor' && survey.makeRight && (
        <label class="stack">
          <span>{text('email')}</span>
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
          <span class="soft">{text('rightLead')}</span>
        </label>
      )}
      <button type="submit" class="primary" disabled={answering.busy.value}>
        {text('send')}
      </button>
      <button
        type="button"
        class="text"
        onClick={() => {
          answering.step.value = 'score';
        }}
      >
        {text('again')}
      </button>
    </form>
  );
};

const ThanksStep = ({ answering, survey, text }: StepProps) => {
  const group = groupOf(answering.score.value ?? 0);
  const promised = answering.promised.value;
  return (
    <>
      <h3 tabIndex={-1} data-start>
        {promised || text('thanks')}
      </h3>
      {group === 'promoter' && survey.link && (
        <p>
          {text('linkLead')}{' '}
          <a href={survey.link} target="_blank" rel="noopener">
            {text('link')}
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
  text: Translate;
  source: ResponseSource;
  /** The score is stored: from here on leaving is no dismissal. */
  onAnswer?(): void;
  onEnd?(): void;
}) => {
  const { survey, text, source, onAnswer, onEnd } = given;
  const { context } = given.surface;
  const { texts } = context;
  const answering = useConstant(() => createAnswering(context, survey, source, text, onAnswer));
  const top = useRef<HTMLDivElement>(null);
  const step = answering.step.value;
  const wrong = answering.wrong.value;
  useLayoutEffect(() => {
    // The start of what is new, for who reads by ear; not when it first appears.
    if (step !== 'score' || answering.score.value !== null)
      top.current?.querySelector<HTMLElement>('[data-start]')?.focus();
  }, [step]);
  const shared = { answering, survey, text };
  return (
    <div class="stack survey" ref={top}>
      {step === 'score' && (
        <ScoreStep
          answering={answering}
          question={survey.question}
          isMirrored={texts.direction === 'rtl'}
          text={text}
        />
      )}
      {step === 'words' && <BodyStep {...shared} />}
      {step === 'thanks' && <ThanksStep {...shared} />}
      {step === 'thanks' && onEnd && (
        <button type="button" onClick={onEnd}>
          {texts.get('close')}
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
