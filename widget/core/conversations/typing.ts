import { type ReadonlySignal, signal } from '@preact/signals';
import { typingHolds, type TypingSignal } from '../../../shared/core/conversations/events.ts';

/** It is said again so often while somebody goes on typing, milliseconds. */
const sayEvery = 3_000;

/** People of the other side who type, by conversation; forgotten when nothing more is heard. */
export interface Typists {
  names: ReadonlySignal<Record<string, string>>;
  onSignal(data: TypingSignal['data']): void;
  /** Ends their typing: what they typed has arrived. */
  stop(conversation: string): void;
  dispose(): void;
}

/** @param side whose typing is shown */
export const createTypists = (side: 'visitor' | 'staff'): Typists => {
  const names = signal<Record<string, string>>({});
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const stop = (conversation: string): void => {
    clearTimeout(timers.get(conversation));
    timers.delete(conversation);
    const { [conversation]: gone, ...others } = names.value;
    if (gone !== undefined) names.value = others;
  };
  return {
    names,
    onSignal({ conversation, by, typing }) {
      stop(conversation);
      if (!typing || by.kind !== side) return;
      names.value = { ...names.value, [conversation]: by.name };
      timers.set(
        conversation,
        setTimeout(() => stop(conversation), typingHolds),
      );
    },
    stop,
    dispose() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
};

/**
 * Says that somebody types, seldom enough, and once that they stopped. A word that is lost is no harm.
 * @param send says it to the server
 */
export const createTypingWord = (
  send: (isTyping: boolean) => Promise<unknown>,
): ((isTyping: boolean) => void) => {
  let saidAt = 0;
  return (isTyping) => {
    const now = Date.now();
    if (isTyping ? now - saidAt < sayEvery : saidAt === 0) return;
    saidAt = isTyping ? now : 0;
    send(isTyping).catch(() => {});
  };
};
