import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LiveEvent } from '../../../shared/core/events.ts';
import { openLive } from '../../../widget/core/net/live.ts';
import { fakeServer, openStream, settle } from './fakeServer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const hello = { kind: 'hello', cursor: 7, heartbeat: 25_000 };
const event = (seq: number) => ({ kind: 'message.added', seq, at: 0, data: {} });

test('a broken line resumes from the last event, and nothing is told twice', async () => {
  const streams = [openStream(), openStream()];
  const requests = fakeServer(() => streams[requests.length - 1]!.response);
  const told: number[] = [];
  const live = openLive({
    url: 'https://help.example/live',
    headers: () => ({ authorization: 'Bearer secret' }),
    cursor: 7,
    onEvent: ({ seq }: LiveEvent) => told.push(seq),
    onReset: () => {},
  });
  streams[0]!.push(7, hello);
  streams[0]!.push(8, event(8));
  streams[0]!.push(9, event(9));
  await settle();
  expect(live.state.value).toBe('live');
  streams[0]!.end();
  await settle();
  expect(live.state.value).toBe('waiting');
  await vi.advanceTimersByTimeAsync(1_500);
  streams[1]!.push(9, { ...hello, cursor: 9 });
  streams[1]!.push(9, event(9));
  streams[1]!.push(10, event(10));
  await settle();
  expect(told).toEqual([8, 9, 10]);
  expect(requests.map(({ query }) => query.get('after'))).toEqual(['7', '9']);
  expect(requests.every(({ authorization }) => authorization === 'Bearer secret')).toBe(true);
  live.stop();
});

test('a cursor that is older than the log makes everything be read anew', async () => {
  const stream = openStream();
  fakeServer(() => stream.response);
  const onReset = vi.fn();
  const live = openLive({
    url: 'https://help.example/live',
    headers: () => ({}),
    cursor: 3,
    onEvent: () => {},
    onReset,
  });
  stream.push(90, { kind: 'reset', cursor: 90 });
  await settle();
  expect(onReset).toHaveBeenCalledOnce();
  live.stop();
});

test('a refused secret ends the line for good', async () => {
  const requests = fakeServer(() => ({ status: 401 }));
  const live = openLive({
    url: 'https://help.example/live',
    headers: () => ({}),
    cursor: 1,
    onEvent: () => {},
    onReset: () => {},
  });
  await settle();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(live.state.value).toBe('ended');
  expect(requests).toHaveLength(1);
});

test('a stopped line leaves no timer behind', async () => {
  fakeServer(() => 'offline');
  const live = openLive({
    url: 'https://help.example/live',
    headers: () => ({}),
    cursor: 1,
    onEvent: () => {},
    onReset: () => {},
  });
  await settle();
  live.stop();
  expect(vi.getTimerCount()).toBe(0);
});

/** An answer that never comes, until it is given up. */
const held = (signal: AbortSignal | null) =>
  new Promise<Response>((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
  });

const frames = (...list: [number | null, object][]): Response =>
  new Response(
    list
      .map(([id, frame]) => `${id === null ? '' : `id: ${id}\n`}data: ${JSON.stringify(frame)}\n\n`)
      .join(''),
  );

test('where a proxy holds the stream back, the same cursor is polled, in order and once; later a stream is tried again', async () => {
  let next = 8;
  const requests = fakeServer(({ query, signal }) => {
    if (!query.has('poll')) return held(signal);
    if (next > 10) return held(signal);
    const seq = next++;
    return frames([Number(query.get('after')), { ...hello, cursor: seq - 1 }], [seq, event(seq)]);
  });
  const told: number[] = [];
  const live = openLive({
    url: 'https://help.example/live',
    headers: () => ({ authorization: 'Bearer secret' }),
    cursor: 7,
    onEvent: ({ seq }: LiveEvent) => told.push(seq),
    onReset: () => {},
  });
  await settle();
  expect(live.state.value).toBe('connecting');
  await vi.advanceTimersByTimeAsync(8_000);
  await vi.advanceTimersByTimeAsync(10);
  expect(live.state.value).toBe('polling');
  expect(told).toEqual([8, 9, 10]);
  expect(requests.map(({ query }) => [query.get('after'), query.get('poll')])).toEqual([
    ['7', null],
    ['7', '1'],
    ['8', '1'],
    ['9', '1'],
    ['10', '1'],
  ]);
  // The poll that hangs is given up after two heartbeats; by then a stream is due again.
  await vi.advanceTimersByTimeAsync(310_000);
  expect(requests.filter(({ query }) => !query.has('poll')).length).toBeGreaterThan(1);
  live.stop();
  await settle();
  expect(vi.getTimerCount()).toBe(0);
});

test('streams that are cut before they say anything are polled for, too', async () => {
  const requests = fakeServer(({ query, signal }) => {
    if (!query.has('poll')) return new Response('');
    return requests.length > 4 ? held(signal) : frames([7, hello]);
  });
  const live = openLive({
    url: 'https://help.example/live',
    headers: () => ({}),
    cursor: 7,
    onEvent: () => {},
    onReset: () => {},
  });
  await settle();
  await vi.advanceTimersByTimeAsync(1_100);
  await settle();
  expect(live.state.value).toBe('polling');
  live.stop();
});

test('what holds for a moment is told, and moves no cursor', async () => {
  const streams = [openStream(), openStream()];
  const requests = fakeServer(() => streams[requests.length - 1]!.response);
  const signals: unknown[] = [];
  const live = openLive({
    url: 'https://help.example/live',
    headers: () => ({}),
    cursor: 7,
    onEvent: () => {
      throw new Error('a signal is no event');
    },
    onSignal: ({ kind, data }) => signals.push([kind, data]),
    onReset: () => {},
  });
  streams[0]!.push(7, hello);
  streams[0]!.say({ kind: 'typing', signal: true, data: { conversation: 'c1' } });
  await settle();
  expect(signals).toEqual([['typing', { conversation: 'c1' }]]);
  streams[0]!.end();
  await settle();
  await vi.advanceTimersByTimeAsync(1_500);
  expect(requests[1]!.query.get('after')).toBe('7');
  live.stop();
});
