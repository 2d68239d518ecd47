import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CallError } from '../../../widget/core/net/client.ts';
import { createOutbox } from '../../../widget/core/net/outbox.ts';
import type { OutboxStorage } from '../../../widget/core/net/unsent.ts';
import { settle } from './fakeServer.ts';

const makeStorage = (text: string | null = null): OutboxStorage & { text: string | null } => ({
  text,
  read() {
    return this.text;
  },
  write(next) {
    this.text = next;
  },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what could not be sent is tried again with the same id until it is acknowledged', async () => {
  const tries: string[] = [];
  const outbox = createOutbox<string>({
    storage: makeStorage(),
    async send(id) {
      tries.push(id);
      if (tries.length < 3) throw new CallError('offline');
    },
  });
  outbox.add('one', 'hello');
  await settle();
  expect(outbox.items.value[0]).toMatchObject({ id: 'one', state: 'waiting' });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(tries).toEqual(['one', 'one', 'one']);
  expect(outbox.items.value).toEqual([]);
  outbox.dispose();
});

test('what waits survives a reload and is sent then, with its id', async () => {
  const storage = makeStorage();
  const before = createOutbox<string>({
    storage,
    async send() {
      throw new CallError('offline');
    },
  });
  before.add('one', 'hello');
  await settle();
  before.dispose();
  const sent: [string, string][] = [];
  const after = createOutbox<string>({
    storage,
    send: async (id, payload) => void sent.push([id, payload]),
  });
  await settle();
  expect(sent).toEqual([['one', 'hello']]);
  expect(storage.text).toBeNull();
  after.dispose();
});

test('what was understood and refused is not tried again, and keeps its reason', async () => {
  let tries = 0;
  const outbox = createOutbox<string>({
    async send() {
      tries++;
      throw new CallError('invalid', { title: 'required' });
    },
  });
  outbox.add('one', 'hello');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(tries).toBe(1);
  expect(outbox.items.value[0]).toMatchObject({ state: 'refused', error: { fields: { title: 'required' } } });
  outbox.dispose();
});

test('a limit is waited out for as long as the server said', async () => {
  let tries = 0;
  const outbox = createOutbox<string>({
    async send() {
      if (++tries === 1) throw new CallError('limited', {}, 20);
    },
  });
  outbox.add('one', 'hello');
  await vi.advanceTimersByTimeAsync(19_000);
  expect(tries).toBe(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(tries).toBe(2);
  outbox.dispose();
});

test('what the server put off holds back its own lane, not the others', async () => {
  const sent: string[] = [];
  const outbox = createOutbox<string>({
    async send(id, queue) {
      if (queue === 'question') throw new CallError('unavailable', {}, 3_600);
      sent.push(id);
    },
    queueOf: (queue) => queue,
  });
  outbox.add('q1', 'question');
  outbox.add('q2', 'question');
  outbox.add('m1', 'message');
  await settle();
  expect(sent).toEqual(['m1']);
  expect(outbox.items.value.map(({ id, state }) => [id, state])).toEqual([
    ['q1', 'waiting'],
    ['q2', 'waiting'],
  ]);
  outbox.dispose();
});

test('without a network everything waits, and goes out in order once it is back', async () => {
  let online = false;
  const sent: string[] = [];
  const outbox = createOutbox<string>({
    async send(id) {
      if (!online) throw new CallError('offline');
      sent.push(id);
    },
  });
  outbox.add('one', '');
  outbox.add('two', '');
  await settle();
  expect(outbox.items.value.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  online = true;
  dispatchEvent(new Event('online'));
  await settle();
  expect(sent).toEqual(['one', 'two']);
  outbox.dispose();
});

test('a disposed outbox leaves no timer behind', async () => {
  const outbox = createOutbox<string>({
    async send() {
      throw new CallError('offline');
    },
  });
  outbox.add('one', '');
  await settle();
  expect(vi.getTimerCount()).toBe(1);
  outbox.dispose();
  expect(vi.getTimerCount()).toBe(0);
});
