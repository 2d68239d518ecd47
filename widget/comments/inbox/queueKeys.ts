import type { QueueModel } from './queueModel.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (/^(?:TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox'));

/** Works through the queue by keyboard. @returns what ends it */
export const listenToQueueKeys = (queue: QueueModel, answer: (id: string | null) => void): (() => void) => {
  const actions: Record<string, () => void> = {
    j: () => queue.move(1),
    k: () => queue.move(-1),
    x: () => {
      if (queue.current.value) queue.pick(queue.current.value);
    },
    a: () => queue.decide('approve'),
    s: () => queue.decide('spam'),
    '#': () => queue.decide('delete'),
    z: () => queue.undo(),
    r: () => answer(queue.current.value),
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    // The inbox's own keys are for conversations.
    event.stopImmediatePropagation();
    action();
  };
  document.addEventListener('keydown', press, true);
  return () => document.removeEventListener('keydown', press, true);
};
