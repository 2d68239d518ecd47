import type { QueueSelection } from './queueSelection.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (/^(?:TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox'));

/**
 * Works through a queue by keyboard: j and k move, x selects, and what the queue adds.
 * @param actions by key
 * @returns what ends it
 */
export const listenToQueueKeys = (
  { move, pick, current }: Pick<QueueSelection, 'move' | 'pick' | 'current'>,
  actions: Record<string, () => void>,
): (() => void) => {
  const all: Record<string, () => void> = {
    j: () => move(1),
    k: () => move(-1),
    x: () => {
      if (current.value) pick(current.value);
    },
    ...actions,
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const action = all[event.key];
    if (!action) return;
    event.preventDefault();
    // The inbox's own keys are for conversations.
    event.stopImmediatePropagation();
    action();
  };
  document.addEventListener('keydown', press, true);
  return () => document.removeEventListener('keydown', press, true);
};
