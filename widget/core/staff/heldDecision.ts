import { type ReadonlySignal, signal } from '@preact/signals';

/** A decision can be taken back for so long, milliseconds. */
const heldFor = 8_000;

/** A decision that was taken and isn't sent yet: deleting is final once the server has it. */
export interface HeldDecision<Decision extends string> {
  decision: Decision;
  ids: readonly string[];
}

/**
 * Holds a decision back while it can be undone. The next decision, and leaving the queue, send it at once.
 * @param send tells the server; `isLast` while the page goes away
 */
export const createHeldDecision = <Decision extends string>(
  send: (held: HeldDecision<Decision>, isLast: boolean) => Promise<void>,
) => {
  const held = signal<HeldDecision<Decision> | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = (): HeldDecision<Decision> | null => {
    clearTimeout(timer);
    const taken = held.value;
    held.value = null;
    return taken;
  };
  const flush = async (isLast = false): Promise<void> => {
    const taken = take();
    if (taken) await send(taken, isLast);
  };
  const flushLast = (): void => void flush(true);
  addEventListener('pagehide', flushLast);
  return {
    held: held as ReadonlySignal<HeldDecision<Decision> | null>,
    flush,
    take,
    hold(next: HeldDecision<Decision>): void {
      void flush();
      held.value = next;
      timer = setTimeout(() => void flush(), heldFor);
    },
    dispose(): void {
      removeEventListener('pagehide', flushLast);
      void flush();
    },
  };
};
