import { useLayoutEffect, useRef } from 'preact/hooks';
import { getChallenge } from '../../shared/core/challengeRoutes.ts';
import { newId } from '../../shared/core/ids.ts';
import { groupOf, longestWords, type ResponseSource } from '../../shared/nps/groups.ts';
import { postAnswer, postMakeRight } from '../../shared/nps/routes.ts';
import type { Answer, SurveyShown } from '../../shared/nps/schema.ts';
import { CallError } from '../core/net/client.ts';
import type { Surface } from '../core/context.ts';
import { whenText } from '../core/text/times.ts';
import { useConstant, useLocalSignal } from '../core/ui/hooks.ts';
import type { Say } from './words.ts';

const scores = Array.from({ length: 11 }, (_, score) => score);

/** Eleven numbers, then one question that depends on the answer, then thanks. */
export const SurveyView = ({
  surface,
  survey,
  say,
  source,
  onAnswer,
  onEnd,
}: {
  surface: Surface;
  survey: SurveyShown;
  say: Say;
  source: ResponseSource;
  /** The score is stored: from here on leaving is no dismissal. */
  onAnswer?(): void;
  onEnd?(): void;
}) => {
  const { context } = surface;
  const { texts, session } = context;
  const id = useConstant(() => newId());
  const conversation = useConstant(() => newId());
  const score = useLocalSignal<number | null>(null);
  const step = useLocalSignal<'score' | 'words' | 'thanks' | 'right'>('score');
  const body = useLocalSignal('');
  const wrong = useLocalSignal('');
  const busy = useLocalSignal(false);
  const said = useLocalSignal('');
  const top = useRef<HTMLDivElement>(null);
  const answered = useRef(id);
  const group = groupOf(score.value ?? 0);

  useLayoutEffect(() => {
    // The start of what is new, for who reads by ear; not when it first appears.
    if (step.value !== 'score' || score.value !== null)
      top.current?.querySelector<HTMLElement>('[data-start]')?.focus();
  }, [step.value]);

  const attempt = async (doing: () => Promise<void>): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    wrong.value = '';
    try {
      await doing();
    } catch (error) {
      wrong.value = say(error instanceof CallError && error.code === 'conflict' ? 'late' : 'failed');
    }
    busy.value = false;
  };

  const send = async (chosen: number, text: string): Promise<void> => {
    session.begin();
    const given: Answer = {
      survey: survey.id,
      score: chosen,
      text,
      language: texts.language,
      source,
      page: location.pathname.slice(0, 300),
      attributes: context.who()?.attributes,
    };
    const post = (solution?: string) =>
      session.call(postAnswer, { path: { response: answered.current }, body: { ...given, solution } });
    let reply: Awaited<ReturnType<typeof post>>;
    try {
      reply = await post();
    } catch (error) {
      if (!(error instanceof CallError && error.code === 'challenge')) throw error;
      const solver = await import('../core/net/challenge.ts');
      reply = await post(await solver.solve(await context.call(getChallenge, {})));
    }
    answered.current = reply.response.id;
  };

  const choose = (chosen: number) => {
    score.value = chosen;
    return attempt(async () => {
      await send(chosen, body.value);
      onAnswer?.();
      step.value = 'words';
    });
  };
  const sendWords = (event: Event) => {
    event.preventDefault();
    return attempt(async () => {
      if (body.value.trim()) await send(score.value!, body.value);
      step.value = 'thanks';
    });
  };
  const sendRight = (event: Event) => {
    event.preventDefault();
    const email = new FormData(event.target as HTMLFormElement).get('email') as string;
    return attempt(async () => {
      const { promise } = await session.call(postMakeRight, {
        path: { response: answered.current },
        body: { id: conversation, body: body.value, language: texts.language, ...(email && { email }) },
      });
      said.value = promise
        ? say('rightBy', { when: whenText(texts, promise.at, Date.now()) })
        : say('rightSent');
      step.value = 'thanks';
      void (await context.loadConversations()).store.begin();
    });
  };
  const move = (event: KeyboardEvent): void => {
    const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const forth = texts.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const { key } = event;
    const to = /^Arrow/.test(key)
      ? at + (key === forth || key === 'ArrowUp' ? 1 : -1)
      : // A ten is a one and a nought.
        key === '0' && at === 1
        ? 10
        : /^\d$/.test(key)
          ? Number(key)
          : -1;
    if (to < 0 || to > 10) return;
    event.preventDefault();
    buttons[to]!.focus();
  };
  const words = (label: string, required = false) => (
    <label class="stack">
      <span>{label}</span>
      <textarea
        dir="auto"
        rows={3}
        required={required}
        maxLength={longestWords}
        value={body.value}
        onInput={({ currentTarget }) => {
          body.value = currentTarget.value;
        }}
      />
    </label>
  );
  const sendButton = (
    <button type="submit" class="primary" disabled={busy.value}>
      {say('send')}
    </button>
  );

  return (
    <div class="stack survey" ref={top}>
      {step.value === 'score' && (
        <>
          <h3 id="foyer-nps" dir="auto" tabIndex={-1} data-start>
            {survey.question}
          </h3>
          <div role="group" aria-labelledby="foyer-nps" class="scores" onKeyDown={move}>
            {scores.map((one) => (
              <button
                key={one}
                type="button"
                aria-label={say('scale', { score: one })}
                aria-pressed={score.value === one}
                disabled={busy.value}
                tabIndex={one === (score.value ?? 0) ? 0 : -1}
                onClick={() => choose(one)}
              >
                {one}
              </button>
            ))}
          </div>
          <p class="soft ends">
            <span>{say('least')}</span>
            <span>{say('most')}</span>
          </p>
        </>
      )}
      {step.value === 'words' && (
        <form class="stack" onSubmit={sendWords}>
          <h3 dir="auto" tabIndex={-1} data-start>
            {survey.follow[group]}
          </h3>
          {words(say('optional'))}
          {sendButton}
          <button
            type="button"
            class="text"
            onClick={() => {
              step.value = 'score';
            }}
          >
            {say('again')}
          </button>
        </form>
      )}
      {step.value === 'thanks' && (
        <>
          <h3 tabIndex={-1} data-start>
            {said.value || say('thanks')}
          </h3>
          {group === 'promoter' && survey.link && (
            <p>
              {say('linkLead')}{' '}
              <a href={survey.link} target="_blank" rel="noopener">
                {say('link')}
              </a>
            </p>
          )}
          {group === 'detractor' && survey.makeRight && !said.value && (
            <>
              <p>{say('rightLead')}</p>
              <button
                type="button"
                class="primary"
                onClick={() => {
                  step.value = 'right';
                }}
              >
                {say('right')}
              </button>
            </>
          )}
          {onEnd && (
            <button type="button" onClick={onEnd}>
              {texts.say('close')}
            </button>
          )}
        </>
      )}
      {step.value === 'right' && (
        <form class="stack" onSubmit={sendRight}>
          <h3 tabIndex={-1} data-start>
            {say('right')}
          </h3>
          {words(say('rightBody'), true)}
          <label class="stack">
            <span>{say('email')}</span>
            <input type="email" name="email" autocomplete="email" required maxLength={254} />
          </label>
          {sendButton}
        </form>
      )}
      {wrong.value && (
        <p class="notice bad" role="alert">
          {wrong.value}
        </p>
      )}
    </div>
  );
};
