import type { Context as HonoContext } from 'hono';
import type { ReplyHeaders } from './headers.ts';
import { BoundedMap } from '../boundedMap.ts';
import { keptReply } from './replies.ts';
import { type WholeAnswer, wholeAnswer } from './wholeAnswers.ts';
import { askedOfRouted, keyOf, type Shortcut } from './shortcuts.ts';

/** Answers kept by request; the longest unused go first. */
const mostKept = 4_000;

interface Kept {
  reply: object;
  headers: ReplyHeaders;
  /** Null until the reply is written out. */
  answer: WholeAnswer | null;
  isFresh(): boolean;
}

/** Answers to what is asked in the same words by many. */
export interface FastReplies {
  find: Shortcut;
  /**
   * @param reply a reusable one: its bytes are sent again
   * @param isFresh asked each time: false once anything that the answer, or who may have it, follows from has changed
   */
  keep(hono: HonoContext, reply: object, headers: ReplyHeaders, isFresh: () => boolean): void;
}

/**
 * A public page that everybody reads is asked for over and over with the same words from the same pages: such a request
 * is answered with the bytes of the last one, before anything is parsed.
 */
export const createFastReplies = (): FastReplies => {
  const kept = new BoundedMap<string, Kept>(mostKept);
  return {
    find(asked) {
      const key = keyOf(asked, 'origin');
      const known = kept.get(key);
      if (!known) return null;
      if (!known.isFresh()) {
        kept.delete(key);
        return null;
      }
      if (!known.answer) {
        const reply = keptReply(known.reply);
        if (reply) known.answer = wholeAnswer(reply, known.headers);
      }
      return known.answer;
    },
    keep(hono, reply, headers, isFresh) {
      kept.set(keyOf(askedOfRouted(hono), 'origin'), { reply, headers, answer: null, isFresh });
    },
  };
};
