import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { giveTo } from '../../server/inbox/assign/writes.ts';
import { listCandidates } from '../../server/inbox/assign/queries.ts';
import { findConversation } from '../../server/core/conversations/queries/conversations.ts';
import { openPostgres } from '../../server/core/db/postgres.ts';
import * as callbacks from '../../shared/callbacks/routes.ts';
import type { RequestCallback } from '../../shared/callbacks/schema.ts';
import { postChat } from '../../shared/chat/routes.ts';
import { postPresence } from '../../shared/core/people/presenceRoutes.ts';
import { listWork, putWork } from '../../shared/inbox/routes.ts';
import { defaultSettings } from '../../shared/siteSettings.ts';
import { testClock } from '../helpers/clock.ts';
import { type RealPostgres, startPostgres } from '../helpers/postgres.ts';
import { newId, newSecret, startTestServer, type TestServer } from '../helpers/server.ts';

/* What a queue in one process hides: requests whose statements really run beside each other, on ten connections. */

let postgres: RealPostgres;
let server: TestServer;
let number = 0;

beforeAll(async () => {
  postgres = await startPostgres();
}, 120_000);
afterAll(() => postgres?.stop());

/** A server on an empty database, whose slots hold so many calls. */
const start = async (perSlot: number): Promise<void> => {
  const clock = testClock();
  server = await startTestServer({
    settings: {
      features: { ask: true, chat: true, callback: true, comments: false },
      callback: { ...defaultSettings().callback, perSlot },
      assignment: { ...defaultSettings().assignment, mode: 'chats' },
    },
    overrides: { clock, database: openPostgres(await postgres.another(), clock, () => {}) },
  });
};
afterEach(() => server.close());

const aCall = (more: Partial<RequestCallback>): RequestCallback => ({
  id: newId(),
  number: `+49 30 90${String(++number).padStart(4, '0')}`,
  country: 'DE',
  when: 'soon',
  zone: 'Europe/Berlin',
  language: 'en',
  ...more,
});
/** Each from an address of its own: as many people. */
const anAddress = (): string => `2001:db8:${(++number).toString(16)}::1`;
const ask = (body: RequestCallback, secret = newSecret()) =>
  server.call(callbacks.postCallback, { secret, body, address: anAddress() });
/** Counts replies by status. */
const statusesOf = (replies: readonly { status: number }[]): Record<number, number> => {
  const counted: Record<number, number> = {};
  for (const { status } of replies) counted[status] = (counted[status] ?? 0) + 1;
  return counted;
};
const slotsOf = async () =>
  (await server.call(callbacks.getCallbackForm, { query: { language: 'en' } })).body.slots;

describe('the places of a slot', () => {
  test.each([1, 3])('%i of them are given to as many of twenty who ask at once', async (perSlot) => {
    await start(perSlot);
    for (const { start: slot } of (await slotsOf()).slice(0, 3)) {
      const replies = await Promise.all(
        Array.from({ length: 20 }, () => ask(aCall({ when: { start: slot } }))),
      );
      expect(statusesOf(replies)).toEqual({ 200: perSlot, 409: 20 - perSlot });
    }
  });

  test('one is given to one of ten who move their call to it at once', async () => {
    await start(1);
    const slots = await slotsOf();
    const people = await Promise.all(
      slots.slice(0, 10).map(async ({ start: slot }) => {
        const secret = newSecret();
        return { secret, id: (await ask(aCall({ when: { start: slot } }), secret)).body.call.id };
      }),
    );
    const replies = await Promise.all(
      people.map(({ secret, id }) =>
        server.call(callbacks.postMoveCallback, {
          secret,
          path: { callback: id },
          body: { id: newId(), when: { start: slots[12]!.start } },
        }),
      ),
    );
    expect(statusesOf(replies)).toEqual({ 200: 1, 409: 9 });
  });
});

/** As often as a visitor may write at once. */
const fiveTimes = <Reply>(send: () => Promise<Reply>): Promise<Reply[]> =>
  Promise.all(Array.from({ length: 5 }, send));

test('the same request five times at once is one, and never in its own way', async () => {
  await start(1);
  const slots = await slotsOf();
  for (let round = 0; round < 4; round++) {
    const secret = newSecret();
    const body = aCall({ when: { start: slots[2 * round]!.start } });
    const asked = await fiveTimes(() => ask(body, secret));
    server.clock.pass(60_000);
    const move = { id: newId(), when: { start: slots[2 * round + 1]!.start } };
    const moved = await fiveTimes(() =>
      server.call(callbacks.postMoveCallback, { secret, path: { callback: body.id }, body: move }),
    );
    const chat = { id: newId(), body: 'Hello', language: 'en' };
    const other = newSecret();
    const chats = await fiveTimes(() =>
      server.call(postChat, { secret: other, body: chat, address: anAddress() }),
    );
    expect([asked, moved, chats].map(statusesOf)).toEqual([{ 200: 5 }, { 200: 5 }, { 200: 5 }]);
  }
});

test('two rounds of assignment at once give nobody more than they take', async () => {
  await start(1);
  const cookie = await server.logIn();
  const { site, ctx } = server;
  const [ada] = (await server.call(listWork, { cookie })).body.people;
  await server.call(putWork, { cookie, path: { person: ada!.id }, body: { capacity: 1, languages: [] } });
  await server.call(postPresence, { cookie, body: { state: 'online' } });
  const ids = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const reply = await server.call(postChat, {
        secret: newSecret(),
        body: { id: newId(), body: 'Hello', language: 'en' },
      });
      return reply.body.conversation.id;
    }),
  );
  // What each round has read before it gives.
  const [person] = await listCandidates(ctx, site.id, ['chat']);
  const rows = await Promise.all(ids.map((id) => findConversation(ctx, site.id, id)));
  const given = await Promise.all(
    rows.map((row) => giveTo(ctx, row!, { person: person!, reason: 'turn' }, ['chat'])),
  );
  expect(given.filter(Boolean)).toHaveLength(1);
});
