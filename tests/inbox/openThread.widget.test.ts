import { expect, test } from 'vitest';
import type { LiveEvent } from '../../shared/core/events.ts';
import type { Call } from '../../widget/core/net/client.ts';
import { createOpenThread } from '../../widget/inbox/thread/openThread.ts';

const conversation = { id: 'c', visitor: { id: 'v' }, staffSeen: 99, lastSeq: 1, mergedInto: null };
const message = (id: string, seq: number) => ({
  id,
  seq,
  conversation: 'c',
  author: { kind: 'system' },
  notice: null,
});
const added = (id: string, seq: number) =>
  ({ kind: 'message.added', seq, at: 0, data: { conversation, message: message(id, seq) } }) as LiveEvent;

/** A thread whose replies come when the test says so. */
const openSlowly = () => {
  const replies: ((body: object) => void)[] = [];
  const call = (() => new Promise((resolve) => replies.push(resolve))) as unknown as Call;
  const thread = createOpenThread(
    call,
    (work) => work,
    () => {},
  );
  thread.open('c');
  return {
    thread,
    async answer(ids: [string, number][], cursor: number) {
      replies.shift()!({ conversation, messages: ids.map(([id, seq]) => message(id, seq)), cursor });
      await Promise.resolve();
      await Promise.resolve();
    },
    ids: () => thread.now.value?.messages.map(({ id }) => id),
  };
};

test('what happens while the thread loads is in it, once, however old the reply is', async () => {
  const { thread, answer, ids } = openSlowly();
  thread.onEvent!(added('first', 1));
  thread.onEvent!(added('second', 2));
  await answer([['first', 1]], 1);
  expect(ids()).toEqual(['first', 'second']);
});

test('a reload whose reply is older than what has come since takes nothing away', async () => {
  const { thread, answer, ids } = openSlowly();
  await answer([['first', 1]], 1);
  thread.reload();
  thread.onEvent!(added('second', 2));
  await answer([['first', 1]], 1);
  expect(ids()).toEqual(['first', 'second']);
});

test('a page that the visitor goes to while the thread loads is where they are', async () => {
  const { thread, answer } = openSlowly();
  const page = { url: 'https://shop.test/kettles', title: 'Kettles' };
  thread.onSignal!({ kind: 'whereabouts', data: { visitor: 'other', page: null, at: 2 } } as never);
  thread.onSignal!({ kind: 'whereabouts', data: { visitor: 'v', page, at: 1 } } as never);
  await answer([], 1);
  expect(thread.now.value).toMatchObject({ whereabouts: { page } });
});
