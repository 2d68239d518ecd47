import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getQuestion, getSuggestions, postQuestion, postSuggestionEvent } from '../../shared/ask/routes.ts';
import {
  getMadeQuestion,
  patchAnswer,
  publishQuestion,
  unpublishQuestion,
} from '../../shared/ask/staffRoutes.ts';
import { getThread, listConversations } from '../../shared/core/conversations/routes.ts';
import { postStaffMessage } from '../../shared/inbox/routes.ts';
import { newId, newSecret, question, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({
    settings: { categories: [{ key: 'Shipping', names: { en: 'Shipping' } }] },
  });
});
afterEach(() => server.close());

/** Asks, answers and publishes. @returns the ids that the tests go on with */
const publish = async (title = 'Do you ship to Norway?', answer = 'Yes, in **four days**.') => {
  const secret = newSecret();
  const cookie = await server.logIn();
  const asked = question({ title, visibility: 'public' });
  await server.call(postQuestion, { body: asked, secret });
  const reply = await server.call(postStaffMessage, {
    path: { conversation: asked.id },
    cookie,
    body: { id: newId(), body: answer.slice(0, 2_000), visibility: 'public' },
  });
  const made = await server.call(publishQuestion, {
    path: { conversation: asked.id },
    cookie,
    body: { message: reply.body.message.id, title, details: '', answer, language: 'en', official: true },
  });
  return { secret, cookie, conversation: asked.id, made };
};

test('a suggestion shows the passage of a long answer that fits, and the beginning of a short one', async () => {
  const filler = 'This chapter tells of lamps, and the next one of tables. '.repeat(60);
  const { made } = await publish(
    'Terms of sale',
    `${filler} Cracked glass is covered for thirty months. ${filler}`,
  );
  expect(made.body).toMatchObject({ question: {} });
  await publish('Do you ship to Norway?');
  await server.ctx.search.settled(server.site.id);
  const find = async (q: string) => (await server.call(getSuggestions, { query: { q } })).body.suggestions[0];
  const long = await find('is cracked glass covered');
  expect(long).toMatchObject({
    title: 'Terms of sale',
    snippet: expect.stringContaining('Cracked glass is covered'),
  });
  expect(long!.snippet.length).toBeLessThanOrEqual(160);
  expect(await find('ship to Norway')).toMatchObject({ snippet: 'Yes, in four days.' });
});

describe('asking', () => {
  test('is heard: the reply says by when, and the conversation is the visitor’s', async () => {
    const secret = newSecret();
    const asked = await server.call(postQuestion, { body: question({ details: 'To Oslo.' }), secret });
    expect(asked.status).toBe(200);
    expect(asked.body.conversation.subject).toBe('Do you ship to Norway?');
    expect(asked.body.messages.map((message) => message.body)).toEqual([
      'Do you ship to Norway?\n\nTo Oslo.',
    ]);
    // The stated target is two opening hours; it is ten o'clock on a Monday.
    expect(asked.body.conversation.promise).toEqual({ at: server.clock.now() + 120 * 60_000, owner: null });
    const list = await server.call(listConversations, { secret });
    expect(list.body.conversations.map((item) => item.id)).toEqual([asked.body.conversation.id]);
  });

  test('the same id again changes nothing and gets the same answer', async () => {
    const secret = newSecret();
    const body = question();
    const first = await server.call(postQuestion, { body, secret });
    const second = await server.call(postQuestion, { body, secret });
    expect(second.status).toBe(200);
    expect(second.body.messages).toEqual(first.body.messages);
    expect((await server.call(listConversations, { secret })).body.conversations).toHaveLength(1);
  });

  test('two first tries that arrive together make one visitor and one conversation', async () => {
    const secret = newSecret();
    const body = question();
    const replies = await Promise.all([1, 2, 3, 4].map(() => server.call(postQuestion, { body, secret })));
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200]);
    expect((await server.call(listConversations, { secret })).body.conversations).toHaveLength(1);
  });

  test('the same id with other words is a conflict, and so is another visitor’s id', async () => {
    const secret = newSecret();
    const body = question();
    await server.call(postQuestion, { body, secret });
    expect(
      (await server.call(postQuestion, { body: { ...body, title: 'Something else' }, secret })).status,
    ).toBe(409);
    expect((await server.call(postQuestion, { body, secret: newSecret() })).status).toBe(409);
  });

  test('a category that the site does not have is refused with its field', async () => {
    const reply = await server.call(postQuestion, {
      body: question({ category: 'Weather' }),
      secret: newSecret(),
    });
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ error: { code: 'invalid', fields: { category: 'not_allowed' } } });
  });

  test('a paused site takes none and says so', async () => {
    await server.close();
    server = await startTestServer({ settings: { paused: true } });
    const reply = await server.call(postQuestion, { body: question(), secret: newSecret() });
    expect(reply.status).toBe(503);
    expect(reply.headers.get('retry-after')).toBe('3600');
  });

  test('what fills the field that people do not see is kept, and held', async () => {
    const secret = newSecret();
    const body = question({ website: 'https://spam.test' });
    expect((await server.call(postQuestion, { body, secret })).status).toBe(200);
    expect((await server.call(getThread, { path: { conversation: body.id }, secret })).status).toBe(200);
    const cookie = await server.logIn();
    const { listInbox } = await import('../../shared/inbox/routes.ts');
    expect((await server.call(listInbox, { cookie, query: { view: 'waiting' } })).body.conversations).toEqual(
      [],
    );
    expect(
      (await server.call(listInbox, { cookie, query: { view: 'held' } })).body.conversations,
    ).toHaveLength(1);
  });
});

describe('a published question', () => {
  test('is suggested while one types, half a word and a typo included, and can be read', async () => {
    const { made } = await publish();
    await server.ctx.search.settled(server.site.id);
    for (const q of ['ship to norw', 'shipp to norway', 'Do you ship to Norway?']) {
      const found = await server.call(getSuggestions, { query: { q } });
      expect(found.body.suggestions[0], q).toMatchObject({
        title: 'Do you ship to Norway?',
        official: true,
        snippet: 'Yes, in four days.',
      });
    }
    const read = await server.call(getQuestion, { path: { question: made.body.question!.id } });
    expect(read.body.answers[0]).toMatchObject({ author: 'Ada Agent', official: true });
    expect(read.body.askedBy).toBe('');
  });

  test('is found no more once it is taken off', async () => {
    const { made, cookie, conversation } = await publish();
    await server.call(unpublishQuestion, { path: { conversation }, cookie });
    await server.ctx.search.settled(server.site.id);
    expect((await server.call(getSuggestions, { query: { q: 'ship to norway' } })).body.suggestions).toEqual(
      [],
    );
    expect((await server.call(getQuestion, { path: { question: made.body.question!.id } })).status).toBe(404);
    expect((await server.call(getMadeQuestion, { path: { conversation }, cookie })).body.question).toBeNull();
  });

  test('tells its visitor where it is', async () => {
    const { secret, conversation, made } = await publish();
    const thread = await server.call(getThread, { path: { conversation }, secret });
    expect(thread.body.conversation.publicPath).toBe(made.body.question!.path);
    const page = await server.request('GET', made.body.question!.path, { headers: { origin: '' } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<strong>four days</strong>');
  });

  test('official can be taken away and given back', async () => {
    const { cookie, made } = await publish();
    const answer = made.body.question!.answers[0]!.id;
    const off = await server.call(patchAnswer, { path: { answer }, cookie, body: { official: false } });
    expect(off.body.question!.answers[0]!.official).toBe(false);
  });

  test('counts “this solved it” once a session', async () => {
    const { made } = await publish();
    const id = made.body.question!.id;
    const event = {
      session: newId(),
      kind: 'solved' as const,
      question: id,
      query: 'norway',
      language: 'en',
    };
    for (let count = 0; count < 3; count++)
      await server.call(postSuggestionEvent, { body: { ...event, id: newId() } });
    expect((await server.call(getQuestion, { path: { question: id } })).body.solved).toBe(1);
  });

  test('is only made of what was asked of the team alone once somebody says so; the visitor is told, once', async () => {
    const secret = newSecret();
    const cookie = await server.logIn();
    const asked = question({ title: 'Where is order KC-1042?' });
    await server.call(postQuestion, { body: asked, secret });
    const path = { conversation: asked.id };
    const { body } = await server.call(postStaffMessage, {
      path,
      cookie,
      body: { id: newId(), body: 'On its way.', visibility: 'public' },
    });
    const publication = {
      message: body.message.id,
      title: 'How long does an order take?',
      details: '',
      answer: 'On its way.',
      language: 'en',
      official: true,
    };
    const refused = await server.call(publishQuestion, { path, cookie, body: publication });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ error: { fields: { despitePrivacy: 'required' } } });
    expect((await server.call(getMadeQuestion, { path, cookie })).body.question).toBeNull();
    const notices = async () =>
      (await server.call(getThread, { path, secret })).body.messages.flatMap(
        ({ notice }) => notice?.kind ?? [],
      );
    expect(await notices()).toEqual([]);

    const confirmed = { ...publication, despitePrivacy: true };
    expect((await server.call(publishQuestion, { path, cookie, body: confirmed })).status).toBe(200);
    // What is public may be edited without being asked again.
    const edited = { ...publication, answer: 'Four days.' };
    expect((await server.call(publishQuestion, { path, cookie, body: edited })).status).toBe(200);
    expect(await notices()).toEqual(['published']);
  });

  test('can only be made of a reply of the same conversation', async () => {
    const { cookie } = await publish();
    const other = question();
    await server.call(postQuestion, { body: other, secret: newSecret() });
    const made = await server.call(publishQuestion, {
      path: { conversation: other.id },
      cookie,
      body: { message: other.id, title: 'x', details: '', answer: 'y', language: 'en', official: false },
    });
    expect(made.status).toBe(400);
  });
});
