import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { joinLive } from '../../../widget/core/net/sharedLive.ts';
import { fakeServer, openStream, settle } from './fakeServer.ts';

/** One lock for all, first come first served. */
const fakeLocks = () => {
  let before: Promise<unknown> = Promise.resolve();
  return {
    request(_name: string, { signal }: { signal: AbortSignal }, hold: () => Promise<void>) {
      const own = before.then(() => (signal.aborted ? undefined : hold()));
      before = own;
      return own;
    },
  };
};

/** Tells every other channel, at once. */
class FakeChannel extends EventTarget {
  static open = new Set<FakeChannel>();
  constructor() {
    super();
    FakeChannel.open.add(this);
  }
  postMessage(data: unknown): void {
    for (const other of FakeChannel.open)
      if (other !== this)
        other.dispatchEvent(Object.assign(new Event('message'), { data: structuredClone(data) }));
  }
  close(): void {
    FakeChannel.open.delete(this);
  }
}

const hello = { kind: 'hello', cursor: 5, heartbeat: 25_000 };
const event = (seq: number) => ({ kind: 'message.added', seq, at: 0, data: {} });
const tab = (told: number[], onReset = () => {}) =>
  joinLive('foyer:demo', {
    url: 'https://help.example/live',
    headers: () => ({}),
    onEvent: ({ seq }) => told.push(seq),
    onReset,
  });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('BroadcastChannel', FakeChannel);
  vi.spyOn(navigator, 'locks', 'get').mockReturnValue(fakeLocks() as unknown as LockManager);
});
afterEach(() => {
  FakeChannel.open.clear();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('tabs share one stream, and when its reader goes another goes on from its own cursor', async () => {
  const streams = [openStream(), openStream()];
  const requests = fakeServer(() => streams[requests.length - 1]!.response);
  const [first, second]: [number[], number[]] = [[], []];
  const one = tab(first);
  one.begin(5);
  await settle();
  const other = tab(second);
  other.begin(5);
  await settle();
  streams[0]!.push(5, hello);
  streams[0]!.push(6, event(6));
  await settle();
  expect(requests).toHaveLength(1);
  expect([first, second]).toEqual([[6], [6]]);
  expect(other.state.value).toBe('live');
  one.stop();
  await settle();
  expect(requests).toHaveLength(2);
  expect(requests[1]!.query.get('after')).toBe('6');
  streams[1]!.push(7, event(7));
  await settle();
  expect([first, second]).toEqual([[6], [6, 7]]);
  other.stop();
});

test('what arrives while the list is still being read is told after it, unless the list has it', async () => {
  const stream = openStream();
  fakeServer(() => stream.response);
  const [first, second]: [number[], number[]] = [[], []];
  const one = tab(first);
  one.begin(5);
  const other = tab(second);
  await settle();
  stream.push(6, event(6));
  stream.push(7, event(7));
  await settle();
  expect(second).toEqual([]);
  other.begin(6);
  expect(second).toEqual([7]);
  one.stop();
  other.stop();
});

test('a reset reaches every tab', async () => {
  const stream = openStream();
  fakeServer(() => stream.response);
  const resets = [vi.fn(), vi.fn()];
  const tabs = resets.map((onReset) => tab([], onReset));
  for (const each of tabs) each.begin(5);
  await settle();
  stream.push(90, { kind: 'reset', cursor: 90 });
  await settle();
  for (const onReset of resets) expect(onReset).toHaveBeenCalledOnce();
  for (const each of tabs) each.stop();
});
