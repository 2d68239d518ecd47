import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Suggestion } from '../../shared/ask/schema.ts';
import { createSuggestions } from '../../widget/ask/suggestions.ts';
import { failure, fakeServer, makeContext, settle } from '../core/widget/fakeServer.ts';

const suggestion = (id: string): Suggestion => ({
  id,
  title: `About ${id}`,
  matches: [],
  snippet: '',
  official: true,
  accepted: false,
  language: 'en',
});
const make = () => createSuggestions(makeContext().call, 'en');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('typing asks once, after a pause', async () => {
  const requests = fakeServer(() => ({ body: { suggestions: [suggestion('a')] } }));
  const suggestions = make();
  for (const text of ['sh', 'shi', 'ship']) {
    suggestions.look(text);
    await vi.advanceTimersByTimeAsync(60);
  }
  expect(requests).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(60);
  expect(requests.map(({ query }) => query.get('q'))).toEqual(['ship']);
  expect(suggestions.found.value).toMatchObject({ query: 'ship', items: [{ id: 'a' }] });
});

test('a newer text cancels the older request, whose answer no longer counts', async () => {
  const answers: ((response: Response) => void)[] = [];
  const requests = fakeServer(() => new Promise<Response>((resolve) => answers.push(resolve)));
  const answer = (at: number, id: string) =>
    answers[at]!(new Response(JSON.stringify({ suggestions: [suggestion(id)] })));
  const suggestions = make();
  suggestions.look('ship');
  await vi.advanceTimersByTimeAsync(120);
  suggestions.look('shipping');
  expect(requests[0]!.signal!.aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(120);
  answer(1, 'new');
  await settle();
  answer(0, 'old');
  await settle();
  expect(suggestions.found.value?.items[0]?.id).toBe('new');
});

test('going back to an earlier text costs no request', async () => {
  const requests = fakeServer(() => ({ body: { suggestions: [] } }));
  const suggestions = make();
  for (const text of ['ship', 'shipping', 'ship']) {
    suggestions.look(text);
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(requests).toHaveLength(2);
  expect(suggestions.found.value?.query).toBe('ship');
});

test('never more than three are shown, and what was there stays until the next is', async () => {
  fakeServer(() => ({ body: { suggestions: ['a', 'b', 'c', 'd'].map(suggestion) } }));
  const suggestions = make();
  suggestions.look('ship');
  await vi.advanceTimersByTimeAsync(200);
  suggestions.look('shipping');
  expect(suggestions.found.value?.items).toHaveLength(3);
  suggestions.dispose();
});

test('the request carries no header, so that a browser sends it without asking first', async () => {
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => new Response('{"suggestions":[]}'));
  vi.stubGlobal('fetch', fetch);
  const suggestions = make();
  suggestions.look('ship');
  await vi.advanceTimersByTimeAsync(200);
  expect(fetch.mock.calls[0]![1].headers).toEqual({});
});

test('a failure says so, a limit does not, and the next letter asks again', async () => {
  let answer: Parameters<typeof fakeServer>[0] = () => 'offline';
  fakeServer((request) => answer(request));
  const suggestions = make();
  suggestions.look('ship');
  await vi.advanceTimersByTimeAsync(200);
  expect(suggestions.failed.value).toBe(true);
  answer = () => failure(429, 'limited', { retryAfter: 3 });
  suggestions.look('shipp');
  await vi.advanceTimersByTimeAsync(200);
  expect(suggestions.failed.value).toBe(false);
  answer = () => ({ body: { suggestions: [suggestion('a')] } });
  suggestions.look('shippi');
  await vi.advanceTimersByTimeAsync(200);
  expect(suggestions.found.value?.items).toHaveLength(1);
});

test('disposing cancels what is on its way', async () => {
  fakeServer(() => ({ body: { suggestions: [] } }));
  const suggestions = make();
  suggestions.look('ship');
  suggestions.dispose();
  expect(vi.getTimerCount()).toBe(0);
});
