import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InboxConversation } from '../../shared/core/conversations/schema.ts';
import type { Sort, View } from '../../shared/inbox/schema.ts';
import type { Call } from '../../widget/core/net/client.ts';
import { createList } from '../../widget/inbox/list/list.ts';

/*
 * The list is kept current by what the stream says, without asking again. Whatever happens, it shows what a look at the
 * server would show.
 */

const me = 'me';
const change = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  status: fc.constantFrom('open', 'open', 'closed', 'snoozed'),
  held: fc.constantFrom(false, false, false, true),
  waitingFor: fc.constantFrom('staff', 'visitor'),
  assignee: fc.constantFrom(null, { id: me, name: 'Me' }, { id: 'you', name: 'You' }),
  labels: fc.subarray(['x', 'y']),
  kind: fc.constantFrom('ask', 'chat'),
  lastMessageAt: fc.integer({ min: 0, max: 9 }),
  promise: fc.option(fc.record({ at: fc.integer({ min: 0, max: 9 }), owner: fc.constant(null) })),
}) as unknown as fc.Arbitrary<InboxConversation>;

const inView: Partial<Record<View, (item: InboxConversation) => boolean>> = {
  waiting: (item) => item.status === 'open' && !item.held && item.waitingFor === 'staff',
  mine: (item) => item.status === 'open' && !item.held && item.assignee?.id === me,
  unassigned: (item) => item.status === 'open' && !item.held && item.assignee === null,
  all: (item) => item.status === 'open' && !item.held,
  snoozed: (item) => item.status === 'snoozed' && !item.held,
  closed: (item) => item.status === 'closed' && !item.held,
  held: (item) => item.status === 'open' && item.held,
  'label:x': (item) => item.status === 'open' && !item.held && item.labels.includes('x'),
  'kind:chat': (item) => item.status === 'open' && !item.held && item.kind === 'chat',
};

const pageOf = (items: InboxConversation[], view: View, sort: Sort): string[] => {
  const key = (item: InboxConversation): number =>
    sort === 'promise' ? (item.promise?.at ?? Number.MAX_SAFE_INTEGER) : item.lastMessageAt;
  const sorted = items
    .filter(inView[view]!)
    .sort((one, other) => key(one) - key(other) || (one.id < other.id ? -1 : 1));
  return (sort === 'newest' ? sorted.reverse() : sorted).map(({ id }) => id);
};

test('whatever the stream says, the list shows what the server would', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(Object.keys(inView) as View[])),
      fc.constantFrom<Sort>('promise', 'newest', 'oldest'),
      fc.array(change, { maxLength: 20 }),
      async (view, sort, changes) => {
        const known = new Map<string, InboxConversation>();
        const call = (async () => ({ conversations: [], next: null, cursor: 0 })) as unknown as Call;
        const list = createList(call, (work) => work, me);
        list.show(view);
        list.setSort(sort);
        await list.load();
        for (const item of changes) {
          known.set(item.id, item);
          list.take(item);
        }
        expect(list.rows.value!.map(({ id }) => id)).toEqual(pageOf([...known.values()], view, sort));
        list.dispose();
      },
    ),
    { numRuns: 300 },
  );
});

test('what sorts behind all that is loaded waits for its page', async () => {
  const item = (id: string, lastMessageAt: number) =>
    ({
      id,
      lastMessageAt,
      status: 'open',
      held: false,
      labels: [],
      promise: null,
    }) as unknown as InboxConversation;
  const call = (async () => ({
    conversations: [item('a', 9), item('b', 8)],
    next: 'more',
    cursor: 0,
  })) as unknown as Call;
  const list = createList(call, (work) => work, me);
  list.show('all');
  await list.load();
  list.take(item('c', 1));
  expect(list.rows.value!.map(({ id }) => id)).toEqual(['a', 'b']);
  list.take(item('d', 10));
  expect(list.rows.value!.map(({ id }) => id)).toEqual(['d', 'a', 'b']);
  list.dispose();
});

test('a view that somebody was quick to leave still says where the stream begins, and does not take the place of the next', async () => {
  const answers: ((page: unknown) => void)[] = [];
  const call = (() => new Promise((resolve) => answers.push(resolve))) as unknown as Call;
  const list = createList(call, (work) => work, me);
  const first = list.load();
  list.show('all');
  answers[1]!({ conversations: [], next: 'more', cursor: 8 });
  answers[0]!({ conversations: [{ id: 'late' }], next: null, cursor: 7 });
  // Without it nobody would ever listen.
  expect(await first).toBe(7);
  expect(list.rows.value).toEqual([]);
  expect(list.next.value).toBe('more');
});
