import { type Signal, signal } from '@preact/signals';
import { getChallenge } from '../../shared/core/challengeRoutes.ts';
import { newId } from '../../shared/core/ids.ts';
import type { ResponseSource } from '../../shared/nps/groups.ts';
import { postAnswer, postMakeRight } from '../../shared/nps/routes.ts';
import type { Answer, SurveyShown } from '../../shared/nps/schema.ts';
import type { WidgetContext } from '../core/context.ts';
import { CallError } from '../core/net/client.ts';
import { whenText } from '../core/text/times.ts';
import type { Translate } from './texts.ts';

/** One visitor's answer to a survey, from the score to thanks. */
export interface Answering {
  step: Signal<'score' | 'words' | 'thanks'>;
  score: Signal<number | null>;
  /** The written text: why, or what went wrong. */
  body: Signal<string>;
  busy: Signal<boolean>;
  /** Text of why it was not sent. */
  wrong: Signal<string>;
  /** The promise to who asked us to make it right. */
  promised: Signal<string>;
  choose(score: number): Promise<void>;
  sendBody(): Promise<void>;
  /** Asks the team to make it right. */
  sendRight(email: string): Promise<void>;
}

/** Sends a survey's answer; where a challenge is set, with its solution. */
const sendAnswer = async (context: WidgetContext, response: string, given: Answer): Promise<string> => {
  const post = (solution?: string) =>
    context.session.call(postAnswer, { path: { response }, body: { ...given, solution } });
  const reply = await post().catch(async (error) => {
    if (!(error instanceof CallError && error.code === 'challenge')) throw error;
    const { solve } = await import('../core/net/challenge.ts');
    return post(await solve(await context.call(getChallenge, {})));
  });
  return reply.response.id;
};

/** @param onAnswer the score is stored: from here on leaving is no dismissal */
export const createAnswering = (
  context: WidgetContext,
  survey: SurveyShown,
  source: ResponseSource,
  text: Translate,
  onAnswer?: () => void,
): Answering => {
  const { texts, session } = context;
  const conversation = newId();
  let response = newId();
  const step: Answering['step'] = signal('score');
  const score = signal<number | null>(null);
  const body = signal('');
  const busy = signal(false);
  const wrong = signal('');
  const promised = signal('');

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    wrong.value = '';
    try {
      await work();
    } catch (error) {
      wrong.value = text(error instanceof CallError && error.code === 'conflict' ? 'late' : 'failed');
    }
    busy.value = false;
  };
  const send = async (): Promise<void> => {
    session.begin();
    response = await sendAnswer(context, response, {
      survey: survey.id,
      // biome-ignore lint/style/noNonNullAssertion: sent only after a score was chosen
      score: score.value!,
      text: body.value,
      language: texts.language,
      source,
      page: location.pathname.slice(0, 300),
      attributes: context.who()?.attributes,
    });
  };
  return {
    step,
    score,
    body,
    busy,
    wrong,
    promised,
    choose(chosen) {
      score.value = chosen;
      return attempt(async () => {
        await send();
        onAnswer?.();
        step.value = 'words';
      });
    },
    sendBody: () =>
      attempt(async () => {
        if (body.value.trim()) await send();
        step.value = 'thanks';
      }),
    sendRight: (email) =>
      attempt(async () => {
        await send();
        const { promise } = await session.call(postMakeRight, {
          path: { response },
          body: { id: conversation, body: body.value, language: texts.language, ...(email && { email }) },
        });
        promised.value = promise
          ? text('rightBy', { when: whenText(texts, promise.at, Date.now()) })
          : text('rightSent');
        step.value = 'thanks';
        void (await context.loadConversations()).store.begin();
      }),
  };
};
