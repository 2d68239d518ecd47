import type { Over } from './over.ts';
import type { Inbox } from '../session/inbox.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(?:TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox'));

const compose = (mode: 'reply' | 'note' | 'canned'): void => {
  document.dispatchEvent(new CustomEvent('foyer-compose', { detail: mode }));
};

/** The row with the focus, or else the one that is open. */
const currentRow = ({ list, thread }: Inbox): number => {
  const rows = list.rows.value ?? [];
  const focused = rows.findIndex((item) => document.activeElement?.id === `row-${item.id}`);
  return focused >= 0 ? focused : rows.findIndex((item) => item.id === thread.id.value);
};

const move = (inbox: Inbox, by: 1 | -1): void => {
  const rows = inbox.list.rows.value ?? [];
  const row = rows[Math.min(rows.length - 1, Math.max(0, currentRow(inbox) + by))];
  if (row) inbox.list.wanted.value = row.id;
};

/** The conversations that a key is for: what was picked, the open one, or the row with the focus. */
const targets = (inbox: Inbox): readonly string[] => {
  if (inbox.actions.targets.value.length) return inbox.actions.targets.value;
  const row = inbox.list.rows.value?.[currentRow(inbox)];
  return row ? [row.id] : [];
};

/** The action of each key; the list of keys names the same. */
const keys = (inbox: Inbox, show: (over: Over) => void): Record<string, () => void> => {
  const choose = (over: Over) => () => {
    const [target] = targets(inbox);
    if (!target) return;
    // The palette is about what is open or picked: a row with the focus is opened first.
    if (!inbox.actions.targets.value.length) inbox.open(target);
    show(over);
  };
  const closedNow = (): boolean =>
    inbox.list.picked.value.size === 0 && inbox.thread.now.value?.conversation.status === 'closed';
  return {
    j: () => move(inbox, 1),
    k: () => move(inbox, -1),
    r: () => compose('reply'),
    n: () => compose('note'),
    c: () => inbox.compose(),
    a: () => void inbox.actions.act({ assignee: inbox.me.id }, targets(inbox)),
    A: choose('assign'),
    e: () => void inbox.actions.act({ status: closedNow() ? 'open' : 'closed' }, targets(inbox)),
    s: choose('snooze'),
    l: choose('label'),
    p: choose('priority'),
    m: choose('merge'),
    f: choose('forward'),
    y: choose('macro'),
    z: () => void inbox.actions.undo(),
    x: () => {
      const row = inbox.list.rows.value?.[currentRow(inbox)];
      if (row) inbox.list.pick(row.id);
    },
    '*': () => inbox.list.pickAll(),
    '/': () => document.getElementById('inbox-search')?.focus(),
    ';': () => compose('canned'),
    '?': () => show('keys'),
  };
};

/**
 * Keys that work wherever nobody is typing, and the palette's, which works there too.
 * @returns a function that stops listening
 */
export const listenToKeys = (inbox: Inbox, show: (over: Over) => void): (() => void) => {
  const act = keys(inbox, show);
  const onKey = (event: KeyboardEvent): void => {
    if (document.querySelector('dialog[open]')) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      show('commands');
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      if (isTyping(event.target)) (event.target as HTMLElement).blur();
      else if (inbox.list.picked.value.size) inbox.list.pickNone();
      else {
        const id = inbox.thread.id.value;
        inbox.open(null);
        inbox.list.wanted.value = id;
      }
      return;
    }
    if (isTyping(event.target)) return;
    const run = Object.hasOwn(act, event.key) ? act[event.key] : undefined;
    if (!run) return;
    event.preventDefault();
    run();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
};
