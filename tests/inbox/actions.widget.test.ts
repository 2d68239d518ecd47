import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { InboxConversation } from '../../shared/core/conversations/schema.ts';
import type { ConversationChange } from '../../shared/inbox/schema.ts';
import { type Call, CallError } from '../../widget/core/net/client.ts';
import { createUndoableActions } from '../../widget/inbox/actions/undoable.ts';
import { predict } from '../../widget/inbox/actions/predict.ts';

const me = { id: 'me', name: 'Me' };
const everything = { people: [me], teams: [{ id: 't', name: 'Workshop', members: [] }] };
const item = (id: string, more: Partial<InboxConversation> = {}) =>
  ({
    id,
    status: 'open',
    assignee: null,
    team: null,
    labels: ['x'],
    held: false,
    priority: 'normal',
    snoozedUntil: null,
    promise: { at: 9, owner: null },
    ...more,
  }) as unknown as InboxConversation;

/** Acts on two conversations; the server answers when it is told to. */
const begin = () => {
  const shown = signal<Record<string, InboxConversation>>({ a: item('a'), b: item('b') });
  let answer!: (reply: unknown) => void;
  let fail!: (error: unknown) => void;
  const call = (() =>
    new Promise((resolve, reject) => {
      answer = resolve;
      fail = reject;
    })) as unknown as Call;
  const take = (one: InboxConversation): void => {
    shown.value = { ...shown.value, [one.id]: one };
  };
  const actions = createUndoableActions(
    call,
    (work) => work,
    take,
    (id) => shown.value[id],
    (one, change) => predict(one, change, everything),
  );
  return {
    actions,
    take,
    statusOf: (id: string) => shown.value[id]!.status,
    answer: (reply: unknown) => answer(reply),
    fail: (code: 'offline' | 'forbidden') => fail(new CallError(code)),
  };
};

test('a change shows before the server has answered, and what it answers stands', async () => {
  const { actions, statusOf, answer } = begin();
  const done = actions.act(['a'], { status: 'closed' });
  expect(statusOf('a')).toBe('closed');
  expect(actions.last.value).toBe(null);
  answer({ conversations: [item('a', { status: 'snoozed' })], refused: [], undoable: true });
  await done;
  expect(statusOf('a')).toBe('snoozed');
  expect(actions.last.value).toMatchObject({ count: 1, isUndoable: true, problem: null });
  actions.dispose();
});

test.each(['offline', 'forbidden'] as const)(
  'what failed (%s) is as it was, and it is said why',
  async (code) => {
    const { actions, statusOf, fail } = begin();
    const done = actions.act(['a', 'b'], { status: 'closed' });
    expect([statusOf('a'), statusOf('b')]).toEqual(['closed', 'closed']);
    fail(code);
    expect(await done).toBe(null);
    expect([statusOf('a'), statusOf('b')]).toEqual(['open', 'open']);
    expect(actions.last.value).toMatchObject({ isUndoable: false, problem: { code } });
    actions.dispose();
  },
);

test('of several, those that were refused are as they were', async () => {
  const { actions, statusOf, answer } = begin();
  const done = actions.act(['a', 'b'], { status: 'closed' });
  answer({ conversations: [item('a', { status: 'closed' })], refused: ['b'], undoable: true });
  await done;
  expect([statusOf('a'), statusOf('b')]).toEqual(['closed', 'open']);
  expect(actions.last.value).toMatchObject({ count: 1, refused: 1 });
  actions.dispose();
});

test('what the server told meanwhile is not overwritten by going back', async () => {
  const { actions, take, statusOf, fail } = begin();
  const done = actions.act(['a'], { status: 'closed' });
  actions.onChange('a');
  take(item('a', { status: 'snoozed' }));
  fail('offline');
  await done;
  expect(statusOf('a')).toBe('snoozed');
  actions.dispose();
});

test.each<[ConversationChange, Partial<InboxConversation> | null]>([
  [{ assignee: 'me' }, { assignee: me, promise: { at: 9, owner: me } }],
  [{ assignee: null }, { assignee: null }],
  [{ team: 't' }, { team: { id: 't', name: 'Workshop' } }],
  [{ status: 'closed' }, { status: 'closed', promise: null }],
  [{ snooze: { until: 5 } }, { status: 'snoozed', snoozedUntil: 5 }],
  [{ addLabels: ['y', 'x'], removeLabels: ['x'] }, { labels: ['y'] }],
  [{ priority: 'urgent' }, { priority: 'urgent' }],
  [{ mergeInto: 'b' }, null],
])('%j is guessed', (change, expected) => {
  const guessed = predict(item('a'), change, everything);
  if (expected === null) expect(guessed).toBe(null);
  else expect(guessed).toMatchObject(expected);
});
