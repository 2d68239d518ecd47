import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rotate } from '../../../widget/core/conversations/rotate.ts';
import { createSession } from '../../../widget/core/net/session.ts';
import { failure, fakeServer } from './fakeServer.ts';

const day = 86_400_000;
const make = () => createSession('https://help.example', 'demo');

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: 1_000_000_000_000 });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('nothing is stored before the first action', () => {
  const session = make();
  expect(session.isKnown).toBe(false);
  expect(session.headers()).toEqual({});
  expect(localStorage.length).toBe(0);
  session.begin();
  expect(localStorage.length).toBe(1);
  expect(session.headers()['authorization']).toMatch(/^Bearer [\w-]{43}$/);
});

test('a secret stays the same across pages and actions', () => {
  const first = make();
  first.begin();
  const second = make();
  second.begin();
  expect(second.headers()).toEqual(first.headers());
});

test('where storage is forbidden the secret lives as long as the page', () => {
  vi.stubGlobal('localStorage', {
    getItem() {
      throw new Error('denied');
    },
    setItem() {
      throw new Error('denied');
    },
  });
  const session = make();
  session.begin();
  expect(session.isKnown).toBe(true);
});

test('a secret in use for a week is replaced, authorised by the old one', async () => {
  const session = make();
  session.begin();
  const before = session.headers()['authorization'];
  const requests = fakeServer(() => ({ body: { done: true } }));
  await rotate(session, Date.now() + 6 * day);
  expect(requests).toHaveLength(0);
  await rotate(session, Date.now() + 8 * day);
  expect(requests[0]).toMatchObject({ path: '/api/sites/demo/visitor/secret', authorization: before });
  expect(session.headers()['authorization']).toBe(
    `Bearer ${(requests[0]!.body as { secret: string }).secret}`,
  );
});

test('a rotation whose answer was lost is done again with the same successor', async () => {
  const session = make();
  session.begin();
  const later = Date.now() + 8 * day;
  const requests = fakeServer(() => (requests.length === 1 ? 'offline' : { body: { done: true } }));
  const before = session.headers();
  await rotate(session, later);
  expect(session.headers()).toEqual(before);
  await rotate(session, later);
  expect(requests[1]!.body).toEqual(requests[0]!.body);
  expect(session.stored()).toEqual({ secret: (requests[0]!.body as { secret: string }).secret, at: later });
});

test('when the old secret has ended meanwhile, its successor is the one', async () => {
  const session = make();
  session.store({ secret: 'old', at: Date.now(), next: 'new' });
  fakeServer(() => failure(401, 'unauthenticated'));
  await rotate(session, Date.now());
  expect(session.headers()).toEqual({ authorization: 'Bearer new' });
});
