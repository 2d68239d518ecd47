import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postQuestion } from '../../shared/ask/routes.ts';
import {
  getThread,
  listConversations,
  postMessage,
  postSeen,
} from '../../shared/core/conversations/routes.ts';
import {
  getInboxThread,
  getOverview,
  listInbox,
  listPeople,
  patchConversation,
  postStaffMessage,
  postStaffSeen,
} from '../../shared/inbox/routes.ts';
import type { View } from '../../shared/inbox/schema.ts';
import { newId, newSecret, question, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
let cookie: string;
let secret: string;
beforeEach(async () => {
  server = await startTestServer();
  cookie = await server.logIn();
  secret = newSecret();
});
afterEach(() => server.close());

const open = async (title: string, own = secret): Promise<string> =>
  (await server.call(postQuestion, { body: question({ title, name: 'Eve' }), secret: own })).body.conversation
    .id;

const reply = (
  conversation: string,
  body = 'An answer',
  visibility: 'public' | 'note' = 'public',
  id = newId(),
) => server.call(postStaffMessage, { path: { conversation }, cookie, body: { id, body, visibility } });

const subjects = async (view: View, more: object = {}) =>
  (await server.call(listInbox, { cookie, query: { view, ...more } })).body.conversations.map(
    (item) => item.subject,
  );

describe('views', () => {
  test('show what waits, the soonest promise first, and count everything', async () => {
    await open('first');
    server.clock.pass(60_000 * 10);
    await open('second');
    server.clock.pass(60_000 * 10);
    const third = await open('third');
    expect(await subjects('waiting')).toEqual(['first', 'second', 'third']);
    await reply(third);
    expect(await subjects('waiting')).toEqual(['first', 'second']);
    expect(await subjects('mine')).toEqual(['third']);
    expect(await subjects('unassigned')).toEqual(['first', 'second']);
    expect(await subjects('all')).toEqual(['third', 'second', 'first']);
    const { counts } = (await server.call(getOverview, { cookie })).body;
    expect(counts).toEqual({
      waiting: 2,
      mine: 1,
      unassigned: 2,
      all: 3,
      mentions: 0,
      snoozed: 0,
      closed: 0,
      held: 0,
      'kind:ask': 3,
      'kind:chat': 0,
      'kind:mail': 0,
      'kind:nps': 0,
      'kind:callback': 0,
    });
  });

  test('come in pages without gaps or repeats, whatever arrives meanwhile', async () => {
    for (let count = 0; count < 9; count++) await open(`q${count}`, newSecret());
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await server.call(listInbox, {
        cookie,
        query: { view: 'all', sort: 'oldest', limit: 2, ...(after && { after }) },
      });
      seen.push(...page.body.conversations.map((item) => item.subject));
      after = page.body.next ?? undefined;
      if (seen.length === 4) {
        server.clock.pass(1_000);
        await open('late', newSecret());
      }
    } while (after);
    expect(seen).toHaveLength(10);
    expect(new Set(seen).size).toBe(10);
    expect((await server.call(listInbox, { cookie, query: { after: 'nonsense' } })).status).toBe(400);
  });
});

describe('a reply', () => {
  test('keeps the promise, takes the conversation, and waits for the visitor', async () => {
    const id = await open('Hello');
    await reply(id);
    const { conversation } = (await server.call(getInboxThread, { path: { conversation: id }, cookie })).body;
    expect(conversation).toMatchObject({
      waitingFor: 'visitor',
      promise: null,
      assignee: { name: 'Ada Agent' },
      unread: 0,
    });
    const mine = (await server.call(listConversations, { secret })).body.conversations[0]!;
    expect(mine).toMatchObject({ unread: 1, promise: null });
  });

  test('sent twice with its id is one message; with other words it is a conflict', async () => {
    const id = await open('Hello');
    const message = newId();
    const first = await reply(id, 'Once', 'public', message);
    const second = await reply(id, 'Once', 'public', message);
    expect(second.body.message.seq).toBe(first.body.message.seq);
    expect((await reply(id, 'Twice', 'public', message)).status).toBe(409);
    expect((await reply(id, 'Once', 'note', message)).status).toBe(409);
    const other = await open('Other');
    expect((await reply(other, 'Once', 'public', message)).status).toBe(409);
    expect((await server.call(getThread, { path: { conversation: id }, secret })).body.messages).toHaveLength(
      2,
    );
  });

  test('to a note’s author only: a private note never reaches the visitor, and owes nothing', async () => {
    const id = await open('Hello');
    await reply(id, 'She is a regular', 'note');
    const thread = await server.call(getThread, { path: { conversation: id }, secret });
    expect(JSON.stringify(thread.body)).not.toContain('regular');
    expect(thread.body.conversation.promise).not.toBeNull();
    const page = (await server.call(getInboxThread, { path: { conversation: id }, cookie })).body;
    expect(page.messages.map((message) => message.visibility)).toEqual(['public', 'note']);
    expect(page.conversation.preview).toBe('Hello');
  });

  test('by the visitor opens a closed conversation and makes a new promise', async () => {
    const id = await open('Hello');
    await reply(id);
    await server.call(patchConversation, { path: { conversation: id }, cookie, body: { status: 'closed' } });
    expect(await subjects('closed')).toEqual(['Hello']);
    server.clock.pass(60_000);
    await server.call(postMessage, {
      path: { conversation: id },
      secret,
      body: { id: newId(), body: 'One more thing' },
    });
    const { conversation } = (await server.call(getThread, { path: { conversation: id }, secret })).body;
    expect(conversation).toMatchObject({ status: 'open', promise: { at: expect.any(Number) } });
    expect(await subjects('waiting')).toEqual(['Hello']);
  });
});

test('seen marks move forward only, on both sides', async () => {
  const id = await open('Hello');
  const seq = (await reply(id)).body.message.seq;
  await server.call(postSeen, { path: { conversation: id }, secret, body: { seq } });
  await server.call(postSeen, { path: { conversation: id }, secret, body: { seq: 1 } });
  const { conversation } = (await server.call(getInboxThread, { path: { conversation: id }, cookie })).body;
  expect(conversation.visitorSeen).toBe(seq);
  await server.call(postSeen, { path: { conversation: id }, secret, body: { seq: 999_999 } });
  expect(
    (await server.call(getThread, { path: { conversation: id }, secret })).body.conversation.visitorSeen,
  ).toBe(seq);
  await server.call(postStaffSeen, { path: { conversation: id }, cookie, body: { seq } });
  expect(
    (await server.call(getThread, { path: { conversation: id }, secret })).body.conversation,
  ).toMatchObject({ staffSeen: seq, unread: 0 });
});

test('a conversation is assigned to people of the site only, and can be given back', async () => {
  const id = await open('Hello');
  const [person] = (await server.call(listPeople, { cookie })).body.people;
  const assigned = await server.call(patchConversation, {
    path: { conversation: id },
    cookie,
    body: { assignee: person!.id },
  });
  expect(assigned.body.conversation).toMatchObject({
    assignee: { name: 'Ada Agent' },
    promise: { owner: { name: 'Ada Agent' } },
  });
  expect(
    (await server.call(getThread, { path: { conversation: id }, secret })).body.conversation.promise!.owner!
      .name,
  ).toBe('Ada Agent');
  expect(
    (
      await server.call(patchConversation, {
        path: { conversation: id },
        cookie,
        body: { assignee: newId() },
      })
    ).status,
  ).toBe(400);
  const back = await server.call(patchConversation, {
    path: { conversation: id },
    cookie,
    body: { assignee: null },
  });
  expect(back.body.conversation.assignee).toBeNull();
});

test('the promise is measured once there are enough first replies', async () => {
  for (let count = 0; count < 10; count++) {
    const id = await open(`q${count}`, newSecret());
    server.clock.pass(4 * 60_000);
    await reply(id);
  }
  server.clock.pass(61_000);
  const asked = await server.call(postQuestion, { body: question(), secret: newSecret() });
  const minutes = (asked.body.conversation.promise!.at - server.clock.now()) / 60_000;
  expect(minutes).toBeGreaterThanOrEqual(5);
  expect(minutes).toBeLessThanOrEqual(10);
  const { getSettings } = await import('../../shared/core/people/siteRoutes.ts');
  expect((await server.call(getSettings)).body.usualReplyMinutes).toBe(4);
});
