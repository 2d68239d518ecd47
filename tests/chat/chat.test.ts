import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { postChat } from '../../shared/chat/routes.ts';
import { getThread, postMessage, postTyping } from '../../shared/core/conversations/routes.ts';
import { postWhereabouts, whereaboutsHold } from '../../shared/core/conversations/whereaboutsRoutes.ts';
import { getSettings } from '../../shared/core/people/siteRoutes.ts';
import { presenceHolds } from '../../shared/core/people/presence.ts';
import { getPresence, postPresence, presenceMark } from '../../shared/core/people/presenceRoutes.ts';
import { getInboxThread, listInbox, postStaffMessage, postStaffTyping } from '../../shared/inbox/routes.ts';
import { subjectOf } from '../../server/chat/rules.ts';
import { announcePresence } from '../../server/core/people/staff/presence.ts';
import { presences } from '../../server/core/people/staff/tables.ts';
import {
  newId,
  newSecret,
  publicUrl,
  siteOrigin,
  startTestServer,
  type TestServer,
} from '../helpers/server.ts';
import { type EventReader, readEvents } from '../helpers/streams.ts';

let server: TestServer;
let secret: string;
beforeEach(async () => {
  server = await startTestServer();
  secret = newSecret();
});
afterEach(() => server.close());

const chat = (body: string, more = {}) => ({ id: newId(), body, language: 'en', ...more });

const open = async (body = 'Hello, is my frame ready?') => {
  const reply = await server.call(postChat, { secret, body: chat(body) });
  expect(reply.status).toBe(200);
  return reply.body.conversation.id;
};

const visitorStream = async (): Promise<EventReader> =>
  readEvents(
    await server.request('GET', '/api/sites/shop/live', {
      headers: { authorization: `Bearer ${secret}`, origin: siteOrigin },
    }),
  );

const signalOf = async (stream: EventReader, kind: string) => {
  for (;;) {
    const { data } = await stream.next();
    if (data['signal'] && data.kind === kind) return data['data'];
  }
};

describe('a chat', () => {
  test('opens with its first message, named after its first line, with a promise and an owner’s time', async () => {
    const body = chat('Hello, is my frame ready?\nOrder 12', { name: 'Zoë' });
    const reply = await server.call(postChat, { secret, body });
    expect(reply.body).toMatchObject({
      conversation: {
        kind: 'chat',
        subject: 'Hello, is my frame ready?',
        status: 'open',
        promise: { owner: null },
      },
      messages: [{ id: body.id, body: body.body, author: { kind: 'visitor' }, attachments: [] }],
    });
    const cookie = await server.logIn();
    const { body: page } = await server.call(listInbox, { cookie });
    expect(page.conversations).toMatchObject([{ kind: 'chat', visitor: { name: 'Zoë' }, unread: 1 }]);
  });

  test('sent twice is one, other words under the same id are a conflict', async () => {
    const body = chat('Once');
    const replies = await Promise.all([1, 2, 3].map(() => server.call(postChat, { secret, body })));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(replies.map((reply) => reply.body.messages[0]!.seq)).size).toBe(1);
    expect((await server.call(postChat, { secret, body: { ...body, body: 'Other' } })).status).toBe(409);
    expect((await server.call(postChat, { secret: newSecret(), body })).status).toBe(409);
  });

  test('without files and questions before it stores nothing for them, not the word for nothing', async () => {
    await open();
    const empty = (table: string, column: string) =>
      server.ctx.database.raw(`select id from ${table} where ${column} is null`, []);
    expect(await empty('messages', 'attachments')).toHaveLength(1);
    expect(await empty('conversations', 'intake')).toHaveLength(1);
  });

  test('that says nothing is refused with the field', async () => {
    const reply = await server.call(postChat, { secret, body: chat('  \n ') });
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ error: { code: 'invalid', fields: { body: 'required' } } });
  });

  test('is refused with a time to come back while the site takes none', async () => {
    const other = await startTestServer({
      settings: { features: { ask: true, chat: false, callback: false, comments: false } },
    });
    const reply = await other.call(postChat, { secret, body: chat('Hello') });
    expect(reply.status).toBe(503);
    expect(reply.headers.get('retry-after')).toBe('3600');
    await other.close();
  });

  test('with the honeypot filled is held for review, and its sender is told the same as everybody', async () => {
    const reply = await server.call(postChat, { secret, body: chat('Buy now', { website: 'x' }) });
    expect(reply.status).toBe(200);
    const cookie = await server.logIn();
    expect((await server.call(listInbox, { cookie })).body.conversations).toEqual([]);
    expect(
      (await server.call(listInbox, { cookie, query: { view: 'held' } })).body.conversations,
    ).toHaveLength(1);
  });
});

test('a subject is cut at a word, and never through a character', () => {
  expect(subjectOf('  Short \nMore', undefined)).toBe('Short');
  expect(subjectOf('', 'photo.png')).toBe('photo.png');
  expect(subjectOf('a\tb', undefined)).toBe('a b');
  const long = subjectOf(`${'word '.repeat(30)}`, undefined);
  expect(long.length).toBeLessThanOrEqual(81);
  expect(long).toMatch(/word…$/);
  expect(subjectOf('😀'.repeat(60), undefined).isWellFormed()).toBe(true);
});

describe('typing', () => {
  test('of a visitor reaches the inbox, of staff the visitor and colleagues, of a stranger nobody', async () => {
    const conversation = await open();
    const cookie = await server.logIn();
    const inbox = readEvents(
      await server.request('GET', `/api/inbox/${server.site.id}/live`, {
        headers: { cookie, origin: publicUrl },
      }),
    );
    const visitor = await visitorStream();
    await inbox.next();
    await visitor.next();
    const path = { conversation };
    await server.call(postTyping, { secret, path, body: { typing: true } });
    expect(await signalOf(inbox, 'typing')).toMatchObject({
      conversation,
      by: { kind: 'visitor' },
      typing: true,
    });
    await server.call(postStaffTyping, { cookie, path, body: { typing: true } });
    expect(await signalOf(visitor, 'typing')).toMatchObject({ by: { kind: 'staff', name: 'Ada Agent' } });
    const stranger = newSecret();
    await server.call(postChat, { secret: stranger, body: chat('Another') });
    expect((await server.call(postTyping, { secret: stranger, path, body: { typing: true } })).status).toBe(
      404,
    );
    await inbox.cancel();
    await visitor.cancel();
  });

  test('leaves no trace in the log', async () => {
    const conversation = await open();
    const before = (await server.call(getThread, { secret, path: { conversation } })).body.cursor;
    await server.call(postTyping, { secret, path: { conversation }, body: { typing: true } });
    expect((await server.call(getThread, { secret, path: { conversation } })).body.cursor).toBe(before);
  });
});

describe('the page that a visitor looks at now', () => {
  const page = { url: 'https://www.shop.test/frames?size=56', title: 'Frames' };
  const seen = async (conversation: string, cookie: string) =>
    (await server.call(getInboxThread, { cookie, path: { conversation } })).body.whereabouts;

  test('is told to staff at once and for as long as it is said, and leaves no trace in the log', async () => {
    const conversation = await open();
    const cookie = await server.logIn();
    const inbox = readEvents(
      await server.request('GET', `/api/inbox/${server.site.id}/live`, {
        headers: { cookie, origin: publicUrl },
      }),
    );
    await inbox.next();
    expect(await seen(conversation, cookie)).toBeNull();
    const before = (await server.call(getThread, { secret, path: { conversation } })).body.cursor;
    expect((await server.call(postWhereabouts, { secret, body: { page } })).status).toBe(200);
    const visitor = (await server.call(getInboxThread, { cookie, path: { conversation } })).body.conversation
      .visitor.id;
    expect(await signalOf(inbox, 'whereabouts')).toEqual({ visitor, page, at: server.clock.now() });
    expect(await seen(conversation, cookie)).toEqual({ page, at: server.clock.now() });
    server.clock.pass(whereaboutsHold);
    expect(await seen(conversation, cookie)).not.toBeNull();
    server.clock.pass(1);
    expect(await seen(conversation, cookie)).toBeNull();
    expect((await server.call(getThread, { secret, path: { conversation } })).body.cursor).toBe(before);
    await inbox.cancel();
  });

  test('is nobody’s business where the site does not share it, and of whom the site has not met', async () => {
    const conversation = await open();
    const cookie = await server.logIn();
    const tell = (by: string, given: unknown = { page }) =>
      server.call(postWhereabouts, { secret: by, body: given as never });
    expect((await tell(newSecret())).status).toBe(401);
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', `https://x.test/${'a'.repeat(2_000)}`])
      expect((await tell(secret, { page: { ...page, url } })).status, url.slice(0, 20)).toBe(400);
    expect(await seen(conversation, cookie)).toBeNull();
    const other = await startTestServer({
      settings: { share: { page: false, referrer: false, parameters: [] } },
    });
    const own = chat('Hello');
    await other.call(postChat, { secret, body: own });
    await other.call(postWhereabouts, { secret, body: { page } });
    const thread = await other.call(getInboxThread, {
      cookie: await other.logIn(),
      path: { conversation: own.id },
    });
    expect(thread.body.whereabouts).toBeNull();
    expect((await other.call(getSettings)).body.hidesPage).toBe(true);
    expect((await server.call(getSettings)).body.hidesPage).toBeUndefined();
    await other.close();
  });
});

describe('presence', () => {
  test('is told by staff, seen by everybody, and over a minute after it was last said', async () => {
    await open();
    const stream = await visitorStream();
    await stream.next();
    const cookie = await server.logIn();
    expect((await server.call(getPresence)).body).toEqual({
      online: [],
      open: true,
      opensAt: null,
      zone: 'Europe/Berlin',
    });
    const said = await server.call(postPresence, { cookie, body: { state: 'online' } });
    expect(said.body.online).toMatchObject([{ name: 'Ada' }]);
    expect(await signalOf(stream, 'presence')).toMatchObject({ online: [{ name: 'Ada' }] });
    expect((await server.call(getPresence)).body.online).toHaveLength(1);
    server.clock.pass(presenceHolds + 1);
    expect((await server.call(getPresence)).body.online).toEqual([]);
    await announcePresence(server.ctx, server.site.id);
    expect(await signalOf(stream, 'presence')).toMatchObject({ online: [], open: true });
    await stream.cancel();
  });

  test('is said by a stream or a poll as it opens, unless its reader knows: nobody has to ask besides', async () => {
    await open();
    const ask = (query: string) =>
      server.request('GET', `/api/sites/shop/live?${query}`, {
        headers: { authorization: `Bearer ${secret}`, origin: siteOrigin },
      });
    const stream = readEvents(await ask('here=%3F'));
    expect(await signalOf(stream, 'presence')).toMatchObject({ online: [], zone: 'Europe/Berlin' });
    await stream.cancel();
    const cookie = await server.logIn();
    const { online } = (await server.call(postPresence, { cookie, body: { state: 'online' } })).body;
    const head = (await server.call(getThread, { secret, path: { conversation: await open('Two') } })).body
      .cursor;
    // Answered at once: its reader takes nobody to be there.
    expect(await (await ask(`poll=1&after=${head}&here=`)).text()).toContain('"kind":"presence"');
    const knows = ask(`poll=1&after=${head}&here=${presenceMark(online)}`);
    await vi.waitFor(() => expect(server.ctx.live.size).toBe(1), 60_000);
    await server.call(postPresence, { cookie, body: { state: 'away' } });
    expect(await (await knows).text()).toContain('"online":[]');
  });

  test('that an earlier process told of is taken back by this one', async () => {
    await open();
    const [person] = (
      await server.call(postPresence, { cookie: await server.logIn(), body: { state: 'away' } })
    ).body.online;
    expect(person).toBeUndefined();
    const { database } = server.ctx;
    const { clock } = server;
    // Written, and told to nobody here.
    await database.write((tx) => [tx.update(presences).set({ state: 'online', seenAt: clock.now() })]);
    const stream = readEvents(
      await server.request('GET', '/api/sites/shop/live?here=%3F', {
        headers: { authorization: `Bearer ${secret}`, origin: siteOrigin },
      }),
    );
    expect(await signalOf(stream, 'presence')).toMatchObject({ online: [{ name: 'Ada' }] });
    clock.pass(presenceHolds + 1);
    await announcePresence(server.ctx, server.site.id);
    expect(await signalOf(stream, 'presence')).toMatchObject({ online: [] });
    await stream.cancel();
  });

  test('away is away at once', async () => {
    const cookie = await server.logIn();
    await server.call(postPresence, { cookie, body: { state: 'online' } });
    expect((await server.call(postPresence, { cookie, body: { state: 'away' } })).body.online).toEqual([]);
  });

  test('is not for strangers to say', async () => {
    expect((await server.call(postPresence, { body: { state: 'online' } })).status).toBe(401);
  });
});

test('both sides talk, in one order, each seeing what the other has seen', async () => {
  const conversation = await open('one');
  const cookie = await server.logIn();
  const path = { conversation };
  await server.call(postStaffMessage, {
    cookie,
    path,
    body: { id: newId(), body: 'two', visibility: 'public' },
  });
  await server.call(postMessage, { secret, path, body: { id: newId(), body: 'three' } });
  const theirs = (await server.call(getThread, { secret, path })).body.messages.map(({ body }) => body);
  const ours = (await server.call(getInboxThread, { cookie, path })).body.messages.map(({ body }) => body);
  expect(theirs).toEqual(['one', 'two', 'three']);
  expect(ours).toEqual(theirs);
  await vi.waitFor(() => expect(server.ctx.live.size).toBe(0), 60_000);
});
