import { useSignal } from '@preact/signals';
import type { PublicQuestion } from '../../../shared/ask/schema.ts';
import type { Texts } from '../../core/text/i18n.ts';
import { Notice } from '../../core/ui/parts.tsx';
import type { CommunityModel } from './model.ts';
import type { Translate } from './texts.ts';

type Given = { question: PublicQuestion; model: CommunityModel; say: Translate };

/** Reports an answer: asks why, which may stay open, and takes it back again. */
const Report = ({ answer, model, say }: Omit<Given, 'question'> & { answer: string }) => {
  const reason = useSignal('');
  const isSent = useSignal(false);
  if (isSent.value)
    return (
      <p class="soft" role="status">
        {say('reported')}{' '}
        <button
          type="button"
          class="text"
          onClick={async () => {
            if (await model.withdrawReport(answer)) isSent.value = false;
          }}
        >
          {say('undoReport')}
        </button>
      </p>
    );
  const id = `foyer-report-${answer}`;
  return (
    <details>
      <summary>{say('report')}</summary>
      <form
        class="stack"
        onSubmit={async (event) => {
          event.preventDefault();
          if (await model.report(answer, reason.value.trim())) isSent.value = true;
        }}
      >
        <div class="field">
          <label for={id}>{say('reportWhy')}</label>
          <input
            id={id}
            dir="auto"
            maxLength={300}
            value={reason.value}
            onInput={(event) => {
              reason.value = event.currentTarget.value;
            }}
          />
        </div>
        <button type="submit">{say('sendReport')}</button>
      </form>
    </details>
  );
};

/** Votes on one answer: that it helped and, for the asker, that it is the accepted one. */
export const AnswerVoices = ({ answer, question, model, say }: Given & { answer: string }) => {
  const own = model.own.value;
  const row = question.answers.find(({ id }) => id === answer);
  if (!row || own.answers.some(({ id }) => id === answer)) return null;
  const hasHelped = own.helped.includes(answer);
  return (
    <>
      <div class="pair">
        <button type="button" aria-pressed={hasHelped} onClick={() => void model.help(answer, !hasHelped)}>
          {say(hasHelped ? 'answerHelpedYou' : 'answerHelped')}
        </button>
        {own.isAsker && (
          <button
            type="button"
            aria-pressed={row.accepted}
            onClick={() => void model.accept(answer, !row.accepted)}
          >
            {say(row.accepted ? 'unacceptAnswer' : 'acceptAnswer')}
          </button>
        )}
      </div>
      {row.kind !== 'staff' && <Report answer={answer} model={model} say={say} />}
    </>
  );
};

/** Hearing of new answers by mail. */
const Follow = ({ model, say }: Omit<Given, 'question'>) => {
  const email = useSignal('');
  if (model.followed.value) return <Notice>{say('followSent')}</Notice>;
  return (
    <details>
      <summary>{say('followAnswers')}</summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void model.follow(email.value.trim());
        }}
      >
        <div class="field">
          <label for="foyer-follow">
            {say('followEmail')} <span class="soft">{say('followLead')}</span>
          </label>
          <input
            id="foyer-follow"
            type="email"
            autocomplete="email"
            required
            maxLength={254}
            value={email.value}
            onInput={(event) => {
              email.value = event.currentTarget.value;
            }}
          />
        </div>
        <button type="submit">{say('followAnswers')}</button>
      </form>
    </details>
  );
};

/** "Me too", following, and the way to answer. */
export const Joining = ({ question, model, say, texts, base }: Given & { texts: Texts; base: string }) => {
  const own = model.own.value;
  return (
    <div class="stack">
      {question.answers.length === 0 && <p>{say('noAnswersYet')}</p>}
      {model.problem.value && (
        <Notice bad>
          {texts.get(model.problem.value.code === 'offline' ? 'offline' : 'somethingBroke')}
        </Notice>
      )}
      <div class="pair">
        {!own.isAsker && (
          <button type="button" aria-pressed={own.meToo} onClick={() => void model.meToo(!own.meToo)}>
            {say(own.meToo ? 'meTooYes' : 'meToo')}
          </button>
        )}
        {question.takesAnswers && (
          <a class="button" href={`${base}${question.path}#write`} target="_blank" rel="noopener noreferrer">
            {say('answerIt')}
          </a>
        )}
      </div>
      <Follow model={model} say={say} />
    </div>
  );
};
