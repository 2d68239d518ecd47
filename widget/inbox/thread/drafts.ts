import { putDraft } from '../../../shared/inbox/routes.ts';
import type { Draft } from '../../../shared/inbox/schema.ts';
import type { Call } from '../../core/net/client.ts';

/** A draft goes to the server after this pause in typing, milliseconds. */
const savePause = 700;
/** Tried again after this, milliseconds, for as long as the page is there; until then it stands in the browser. */
const tryAgain = 15_000;

export type DraftContent = Pick<Draft, 'body' | 'visibility'>;

const keyOf = (conversation: string): string => `foyer-draft-${conversation}`;

/**
 * The model of drafts: on the server, so that they are there on another machine, and in this browser until the server
 * has them.
 */
export const createDrafts = (call: Call) => {
  const waiting = new Map<string, { half: DraftContent; timer: ReturnType<typeof setTimeout> }>();
  /** One at a time for each conversation: an older text never comes after a newer one. */
  const running = new Map<string, Promise<void>>();

  const store = (conversation: string, half: DraftContent): void => {
    try {
      localStorage.setItem(keyOf(conversation), JSON.stringify(half));
    } catch {
      // Then it lives on the server and as long as the page.
    }
  };
  const send = async (conversation: string): Promise<void> => {
    await running.get(conversation);
    const item = waiting.get(conversation);
    if (!item) return;
    waiting.delete(conversation);
    clearTimeout(item.timer);
    const work = call(putDraft, { path: { conversation }, body: item.half }).then(
      () => {
        if (!waiting.has(conversation)) localStorage.removeItem(keyOf(conversation));
      },
      () => {
        if (!waiting.has(conversation)) plan(conversation, item.half, tryAgain);
      },
    );
    running.set(conversation, work);
    await work;
    if (running.get(conversation) === work) running.delete(conversation);
  };
  const plan = (conversation: string, half: DraftContent, pause: number): void => {
    clearTimeout(waiting.get(conversation)?.timer);
    waiting.set(conversation, { half, timer: setTimeout(() => void send(conversation), pause) });
  };

  return {
    /** The draft in this browser that has not reached the server, or null. */
    unsaved(conversation: string): DraftContent | null {
      const item = waiting.get(conversation);
      if (item) return item.half;
      try {
        const text = localStorage.getItem(keyOf(conversation));
        return text === null ? null : (JSON.parse(text) as DraftContent);
      } catch {
        return null;
      }
    },
    save(conversation: string, half: DraftContent): void {
      store(conversation, half);
      // Nothing half written any more: the sooner that is known, the fewer find it elsewhere.
      plan(conversation, half, half.body ? savePause : 0);
    },
    dispose(): void {
      for (const conversation of waiting.keys()) void send(conversation);
    },
  };
};

export type Drafts = ReturnType<typeof createDrafts>;
