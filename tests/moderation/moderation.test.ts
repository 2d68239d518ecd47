import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeQuestion, postCommunityAnswer } from '../../shared/ask/answerRoutes.ts';
import { postQuestion } from '../../shared/ask/routes.ts';
import { publishQuestion, unpublishQuestion } from '../../shared/ask/staffRoutes.ts';
import { defaultComments } from '../../shared/comments/defaults.ts';
import { postComment, postReport } from '../../shared/comments/routes.ts';
import { defaultModeration } from '../../shared/core/moderation/defaults.ts';
import * as contract from '../../shared/core/moderation/routes.ts';
import type { ModerationSubject } from '../../shared/core/moderation/schema.ts';
import type { ModerationSettings } from '../../shared/core/moderation/settings.ts';
import type { ModerationDecision, QueueState } from '../../shared/core/moderation/states.ts';
import { getColleagues, patchPerson } from '../../shared/console/routes.ts';
import { postIdea } from '../../shared/ideas/routes.ts';
import { getStaffIdea, putConversationIdea } from '../../shared/ideas/staffRoutes.ts';
import { patchConversation } from '../../shared/inbox/routes.ts';
import { findConversations } from '../../server/core/conversations/queries/conversations.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import {
  newId,
  newSecret,
  password,
  publicUrl,
  question,
  startTestServer,
  type TestServer,
} from '../helpers/server.ts';
import { readEvents } from '../helpers/streams.ts';

let server: TestServer;
/** The moderator's. */
let cookie: string;
let agent: string;
const start = async (
  rules: Partial<ModerationSettings> = {},
  moderation: 'off' | 'first' = 'first',
): Promise<void> => {
  server = await startTestServer({
    settings: {
      features: { ask: true, chat: true, callback: false, comments: true },
      comments: { ...defaultComments(), moderation },
      communityAnswers: 'trusted',
      ideas: { mode: 'trusted', names: {} },
      moderation: { ...defaultModeration(), ...rules },
    },
  });
  const email = 'mo@shop.test';
  await createStaff(server.ctx, { site: server.site.id, email, name: 'Mo', password, role: 'moderator' });
  cookie = await server.logIn(email);
  agent = await server.logIn();
};
afterEach(() => server.close());

let addresses = 0;
/** People live at addresses of their own. */
const somewhere = () => `203.0.113.${1 + (addresses++ % 250)}`;
const comment = (body: string, secret = newSecret(), more: Record<string, unknown> = {}) => {
  const { address = somewhere(), ...rest } = more;
  return server.call(postComment, {
    secret,
    address: address as string,
    body: {
      id: newId(),
      url: 'https://www.shop.test/a',
      title: 'Spring',
      body,
      language: 'en',
      name: 'Zoë',
      took: 10_000,
      ...rest,
    },
  });
};
const idea = (title: string, secret = newSecret()) =>
  server.call(postIdea, {
    secret,
    address: somewhere(),
    body: { id: newId(), title, language: 'en', name: 'Ola' },
  });
const ask = async (title = 'Does it fit?') => {
  const body = question({ title, visibility: 'public' });
  await server.call(postQuestion, { body, secret: newSecret() });
  const made = await server.call(publishQuestion, {
    path: { conversation: body.id },
    cookie: agent,
    body: { title, details: '', language: 'en', official: false },
  });
  return made.body.question!.id;
};
const askPrivately = async () => {
  const asked = await server.call(postQuestion, {
    body: question({ title: 'A secret' }),
    secret: newSecret(),
  });
  expect(asked.status).toBe(200);
  return asked.body.conversation.id;
};
const answer = (of: string, body: string, secret = newSecret()) =>
  server.call(postCommunityAnswer, {
    path: { question: of },
    secret,
    address: somewhere(),
    body: { id: newId(), body, name: 'Ola', language: 'en' },
  });
const queue = async (state: QueueState = 'waiting', more: { kind?: string; search?: string } = {}) =>
  (await server.call(contract.listModerated, { cookie, query: { state, ...more } })).body;
const decide = (items: ModerationSubject[], decision: ModerationDecision) =>
  server.call(contract.decideModerated, { cookie, body: { items, decision } });
const errorOf = (reply: { body: unknown }) =>
  (reply.body as { error: { code: string; fields?: Record<string, string> } }).error;

describe('the queue', () => {
  beforeEach(() => start());

  test('lists what waits of every kind, the oldest first, with why and of whom', async () => {
    await comment('A thought');
    server.clock.pass(1_000);
    await idea('A rain cover');
    server.clock.pass(1_000);
    await answer(await ask(), 'It does.');
    const { items, counts, next } = await queue();
    expect(items).toMatchObject([
      {
        kind: 'comment',
        reason: 'first',
        author: { name: 'Zoë', history: { approved: 0, refused: 0 }, block: null },
        context: { title: 'Spring' },
      },
      { kind: 'idea', title: 'A rain cover', reason: 'first' },
      { kind: 'answer', context: { title: 'Does it fit?' } },
    ]);
    expect(counts).toEqual({
      answer: { waiting: 1, reported: 0 },
      comment: { waiting: 1, reported: 0 },
      idea: { waiting: 1, reported: 0 },
      question: { waiting: 0, reported: 0 },
      reply: { waiting: 0, reported: 0 },
    });
    expect(next).toBe(null);
    expect((await queue('waiting', { kind: 'idea' })).items).toHaveLength(1);
    expect((await queue('waiting', { search: 'RAIN' })).items).toMatchObject([{ kind: 'idea' }]);
    const unknown = await server.call(contract.listModerated, {
      cookie,
      query: { state: 'waiting', kind: 'none' },
    });
    expect(errorOf(unknown).fields).toEqual({ kind: 'unknown' });
  });

  test('decides about many kinds at once, and puts back what was decided', async () => {
    await comment('A thought');
    await idea('A rain cover');
    await answer(await ask(), 'It does.');
    const all = (await queue()).items.map(({ kind, id }) => ({ kind, id }));
    expect((await decide(all, 'publish')).body.changed).toHaveLength(3);
    expect((await decide(all, 'publish')).body.changed).toEqual([]);
    // With the question itself.
    expect((await queue('public')).items).toHaveLength(4);
    expect((await decide(all, 'hide')).body.changed).toHaveLength(3);
    expect((await queue('hidden')).items).toHaveLength(3);
    expect((await decide(all, 'hold')).body.changed).toHaveLength(3);
    expect((await queue()).items).toHaveLength(3);
  });

  test('goes on where a page ended, across kinds', async () => {
    for (let count = 0; count < 30; count++) {
      await comment(`Thought ${count}`);
      await idea(`Idea ${count}`);
      server.clock.pass(60_000);
    }
    const first = await queue();
    expect(first.items).toHaveLength(50);
    const rest = await server.call(contract.listModerated, {
      cookie,
      query: { state: 'waiting', after: first.next! },
    });
    expect(rest.body.items).toHaveLength(10);
    expect(new Set([...first.items, ...rest.body.items].map(({ id }) => id)).size).toBe(60);
  });

  test('tells moderators of what is public alone, now and in what they missed', async () => {
    const { cursor } = await queue();
    await askPrivately();
    await comment('A thought');
    const opened = await server.request('GET', `/api/inbox/${server.site.id}/live?after=${cursor}`, {
      headers: { origin: publicUrl, cookie },
    });
    const events = readEvents(opened);
    const hello = await events.next();
    expect(hello.data.kind).toBe('hello');
    const missed = await events.next();
    expect(missed.data).toMatchObject({ kind: 'comment.held', data: {} });
    await askPrivately();
    await idea('A rain cover');
    expect((await events.next()).data).toMatchObject({ kind: 'idea.held', data: {} });
    await events.cancel();
  });
});

describe('trust', () => {
  test('counts over all kinds, and what was hidden counts against it', async () => {
    await start({ trustAfter: 2 });
    const ola = newSecret();
    await comment('One', ola);
    await idea('Two', ola);
    const first = (await queue()).items.map(({ kind, id }) => ({ kind, id }));
    await decide(first, 'publish');
    expect((await answer(await ask(), 'Three', ola)).body.answer.state).toBe('public');
    const [one] = (await queue('public', { kind: 'comment' })).items;
    expect(one!.author.history).toEqual({ approved: 3, refused: 0 });
    // Two of three taken away: who wrote them is looked at again.
    await decide(first, 'hide');
    expect((await idea('Four', ola)).body.idea.state).toBe('waiting');
    expect((await queue()).items[0]!.author.history).toEqual({ approved: 1, refused: 2 });
  });

  test('is one site’s alone', async () => {
    await start();
    const { items } = await queue();
    expect(items).toEqual([]);
    const foreign = newId();
    expect((await decide([{ kind: 'comment', id: foreign }], 'publish')).body.changed).toEqual([]);
  });
});

describe('rules', () => {
  test('hold, refuse or hide listed words in every kind', async () => {
    await start(
      {
        words: [
          { text: 'lottery', action: 'hold' },
          { text: 'casin*', action: 'refuse' },
          { text: 'cheap pills', action: 'hide' },
        ],
      },
      'off',
    );
    expect((await comment('All fine')).body.comment.state).toBe('approved');
    expect((await comment('A LOTTERY')).body.comment).toMatchObject({ state: 'pending', reason: 'blocked' });
    const refused = await comment('Visit my casino');
    expect(refused.status).toBe(400);
    expect(errorOf(refused).fields).toEqual({ body: 'not_allowed' });
    expect(errorOf(await idea('Casinos')).fields).toEqual({ title: 'not_allowed' });
    // Its author sees what waits, and learns nothing.
    expect((await comment('Cheap pills')).body.comment.state).toBe('pending');
    expect((await answer(await ask(), 'Cheap pills')).body.answer.state).toBe('waiting');
    expect((await queue('hidden')).items.map(({ kind }) => kind).sort()).toEqual(['answer', 'comment']);
    expect((await queue()).items).toMatchObject([{ kind: 'comment', reason: 'blocked' }]);
  });

  test('hold names of the team, more links than are allowed, and bursts of an address in any kind', async () => {
    await start({ maxLinks: 1 }, 'off');
    expect((await comment('Hi', newSecret(), { name: 'ADA agent' })).body.comment.reason).toBe('name');
    expect((await comment('Hi', newSecret(), { name: server.site.name })).body.comment.reason).toBe('name');
    await server.close();
    await start({ maxLinks: 1, holdTeamNames: false });
    const ola = newSecret();
    await server.close();
    await start({ maxLinks: 1 }, 'off');
    const address = '198.51.100.9';
    for (let count = 0; count < 6; count++)
      expect((await comment(`Thought ${count}`, ola, { address })).status).toBe(200);
    // What comes faster is asked to work for it.
    expect(errorOf(await comment('One more', ola, { address })).code).toBe('challenge');
  });

  test('can be tried before they are saved', async () => {
    await start();
    const owner = 'olga@shop.test';
    await createStaff(server.ctx, {
      site: server.site.id,
      email: owner,
      name: 'Olga',
      password,
      role: 'owner',
    });
    const rules = { ...defaultModeration(), words: [{ text: 'odd', action: 'refuse' as const }] };
    const own = await server.logIn(owner);
    const tried = async (body: string, name = '') =>
      (await server.call(contract.tryModeration, { cookie: own, body: { body, name, rules } })).body;
    expect(await tried('How odd')).toEqual({
      first: { action: 'refuse', reason: 'blocked', word: 'odd' },
      trusted: { action: 'refuse', reason: 'blocked', word: 'odd' },
    });
    expect(await tried('See https://elsewhere.test')).toMatchObject({
      first: { action: 'hold', reason: 'links' },
      trusted: { action: 'publish', reason: null },
    });
    expect(await tried('Hello', 'Ada Agent')).toMatchObject({ first: { reason: 'name' } });
  });
});

describe('blocks', () => {
  beforeEach(() => start());

  const block = (body: Record<string, unknown>) =>
    server.call(contract.postBlock, { cookie, body: { id: newId(), ...body } as never });

  test('hold for every kind at once, for a time, and hide what waits', async () => {
    const zoe = newSecret();
    await comment('One', zoe);
    await idea('Two', zoe);
    const [item] = (await queue()).items;
    const made = await block({
      of: { item: { kind: item!.kind, id: item!.id }, by: 'visitor' },
      days: 7,
      hides: true,
    });
    expect(made.body.block).toMatchObject({ kind: 'visitor', label: 'Zoë' });
    expect(made.body.hidden).toHaveLength(2);
    expect((await comment('Again', zoe)).status).toBe(403);
    expect((await idea('Again', zoe)).status).toBe(403);
    expect((await answer(await ask(), 'Again', zoe)).status).toBe(403);
    expect((await queue('hidden')).items[0]!.author.block).toBe(made.body.block.id);
    server.clock.pass(8 * 24 * 3_600_000);
    expect((await comment('Later', zoe)).status).toBe(200);
    cookie = await server.logIn('mo@shop.test');
    expect((await server.call(contract.listBlocks, { cookie })).body.blocks).toEqual([]);
  });

  test('are by email on every device, and by address range', async () => {
    await comment('One', newSecret(), { email: 'Zoe@People.test' });
    const [item] = (await queue()).items;
    await block({ of: { item: { kind: 'comment', id: item!.id }, by: 'email' } });
    expect((await comment('Two', newSecret(), { email: 'zoe@people.test' })).status).toBe(403);
    expect((await comment('Two', newSecret(), { email: 'ola@people.test' })).status).toBe(200);
    await block({ of: { address: '198.51.100.0/24' } });
    expect((await comment('Three', newSecret(), { address: '198.51.100.77' })).status).toBe(403);
    expect((await comment('Three', newSecret(), { address: '198.51.101.77' })).status).toBe(200);
    expect(errorOf(await block({ of: { address: '198.0.0.0/8' } })).fields).toEqual({
      'of.address': 'invalid',
    });
  });

  test('are made once by an id, end, and leave private messages alone', async () => {
    const zoe = newSecret();
    await comment('One', zoe);
    const [item] = (await queue()).items;
    const given = { id: newId(), of: { item: { kind: 'comment', id: item!.id }, by: 'visitor' } };
    expect((await block(given)).body.block.id).toBe(given.id);
    expect((await block(given)).body.block.id).toBe(given.id);
    expect((await server.call(contract.listBlocks, { cookie })).body.blocks).toHaveLength(1);
    const chat = await server.call(postQuestion, { secret: zoe, body: question({ title: 'Help' }) });
    expect(chat.status).toBe(200);
    const ended = await server.call(contract.deleteBlock, { cookie, path: { block: given.id } });
    expect(ended.body).toEqual({ done: true });
    expect((await comment('Two', zoe)).status).toBe(200);
  });
});

describe('a moderator', () => {
  test('changes nothing of a question that is not public any more, the team does', async () => {
    await start();
    const body = question({ title: 'Does it fit?', visibility: 'public' });
    await server.call(postQuestion, { body, secret: newSecret() });
    const path = { conversation: body.id };
    const made = await server.call(publishQuestion, {
      path,
      cookie: agent,
      body: { title: 'Does it fit?', details: '', language: 'en', official: false },
    });
    const close = async (who: string) => {
      const of = { question: made.body.question!.id };
      return (
        await server.call(closeQuestion, {
          path: of,
          cookie: who,
          body: { closed: true, reason: 'Sold out.' },
        })
      ).status;
    };
    expect(await close(cookie)).toBe(200);
    await server.call(unpublishQuestion, { path, cookie: agent });
    expect(await close(cookie)).toBe(404);
    expect(await close(agent)).toBe(200);
  });

  test('who was an agent gives back what was theirs, and their stream ends at once', async () => {
    await start();
    const conversation = await askPrivately();
    const owner = 'olga@shop.test';
    const add = (email: string, role: 'agent' | 'owner') =>
      createStaff(server.ctx, { site: server.site.id, email, name: email, password, role });
    await add(owner, 'owner');
    await add('an@shop.test', 'agent');
    const an = await server.logIn('an@shop.test');
    const own = await server.logIn(owner);
    const { people } = (await server.call(getColleagues, { cookie: own })).body;
    const { id } = people.find(({ email }) => email === 'an@shop.test')!;
    const assigned = await server.call(patchConversation, {
      cookie: an,
      path: { conversation },
      body: { assignee: id } as never,
    });
    expect(assigned.status).toBe(200);
    const stream = readEvents(
      await server.request('GET', `/api/inbox/${server.site.id}/live`, {
        headers: { origin: publicUrl, cookie: an },
      }),
    );
    await stream.next();
    await server.call(patchPerson, { cookie: own, path: { person: id }, body: { role: 'moderator' } });
    while (!(await stream.ends()));
    const refused = await server.request(
      'GET',
      `/api/inbox/${server.site.id}/conversations/${conversation}`,
      {
        headers: { origin: publicUrl, cookie: an },
      },
    );
    expect(refused.status).toBe(403);
    const back = await server.call(patchConversation, {
      cookie: agent,
      path: { conversation },
      body: { assignee: id } as never,
    });
    expect(errorOf(back)).toMatchObject({ fields: { assignee: 'not_allowed' } });
    const [row] = await findConversations(server.ctx, server.site.id, [conversation]);
    expect(row!.assigneeId).toBe(null);
  });

  test('gets no file of a conversation, and an idea without who asked for it', async () => {
    await start();
    const conversation = await askPrivately();
    const file = newId();
    const png = Buffer.from('%PDF-1.4 nothing');
    const sent = await server.request(
      'POST',
      `/api/inbox/${server.site.id}/attachments?id=${file}&name=a.txt`,
      { headers: { origin: publicUrl, cookie: agent }, body: png.toString() },
    );
    expect(sent.status).toBeLessThan(500);
    for (const path of [
      `attachments/${file}`,
      `conversations/${conversation}`,
      'search?q=secret',
      'visitors',
    ]) {
      const response = await server.request('GET', `/api/inbox/${server.site.id}/${path}`, {
        headers: { origin: publicUrl, cookie },
      });
      expect([403, 404], path).toContain(response.status);
    }
    await idea('A rain cover');
    const [item] = (await queue()).items;
    await decide([{ kind: 'idea', id: item!.id }], 'publish');
    await server.call(putConversationIdea, { cookie: agent, path: { conversation, idea: item!.id } });
    const seen = (by: string) => server.call(getStaffIdea, { cookie: by, path: { idea: item!.id } });
    expect((await seen(agent)).body.conversations).toHaveLength(1);
    expect((await seen(cookie)).body.conversations).toEqual([]);
  });

  test('sees reported comments, and files of comments alone', async () => {
    await start({}, 'off');
    const { body } = await comment('Rude');
    await server.call(postReport, {
      secret: newSecret(),
      address: somewhere(),
      path: { comment: body.comment.id },
      body: { reason: 'It’s rude' },
    });
    expect((await queue('reported')).items).toMatchObject([
      { kind: 'comment', reports: 1, reportReasons: ['It’s rude'] },
    ]);
  });
});
