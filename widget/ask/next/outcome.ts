import { postSuggestionEvent } from '../../../shared/ask/routes.ts';
import type { SuggestionEventBody } from '../../../shared/ask/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Call } from '../../core/net/client.ts';

type Kind = SuggestionEventBody['kind'];

/** Suggestions that stand still for so long were seen, milliseconds. */
const seenAfter = 800;

/**
 * Tells what became of suggestions, once each, for the owner's self-service figure. The session is a random id in this
 * page's memory and ends with the question that it belongs to.
 */
export interface Outcome {
  readonly session: string;
  tell(kind: Kind, question: string, query: string): void;
  /** Tells "shown" once these have stood still. */
  show(questions: readonly string[], query: string): void;
  /** Begins the next session. */
  renew(): void;
  dispose(): void;
}

export const createOutcome = (call: Call, language: string): Outcome => {
  let session = newId();
  let reported = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const outcome: Outcome = {
    get session() {
      return session;
    },
    tell(kind, question, query) {
      // Chosen from a topic's list, it was no suggestion: the share of suggestions that are opened isn't told of it.
      if (kind === 'opened' && !query) return;
      const once = `${kind} ${question}`;
      if (reported.has(once)) return;
      reported.add(once);
      const body = {
        id: newId(),
        session,
        kind,
        question,
        query: query.slice(0, 400).toWellFormed(),
        language,
      };
      // Lost when it fails: a figure is not worth a second request.
      call(postSuggestionEvent, { body }).catch(() => {});
    },
    show(questions, query) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const question of questions) outcome.tell('shown', question, query);
      }, seenAfter);
    },
    renew() {
      clearTimeout(timer);
      session = newId();
      reported = new Set();
    },
    dispose: () => clearTimeout(timer),
  };
  return outcome;
};
