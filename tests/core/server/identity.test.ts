import { readSecret } from '../../../server/core/people/sites/secret.ts';
import { defaultSettings } from '../../../shared/siteSettings.ts';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postQuestion } from '../../../shared/ask/routes.ts';
import { getThread, listConversations, postMessage } from '../../../shared/core/conversations/routes.ts';
import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import { endVisit, postIdentify } from '../../../shared/core/people/identityRoutes.ts';
import { getMine, listComments, postComment, postEdit, postVote } from '../../../shared/comments/routes.ts';
import { getCallback, postCallback, postCancelCallback } from '../../../shared/callbacks/routes.ts';
import { getMarks, postMark, putAnnouncement } from '../../../shared/announcements/routes.ts';
import { defaultRule } from '../../../shared/core/prompts/kinds.ts';
import { postAnswer, putSurvey } from '../../../shared/nps/routes.ts';
import { listInbox } from '../../../shared/inbox/routes.ts';
import { createStaff } from '../../../server/core/people/staff/writes.ts';
import { createSite } from '../../../server/core/people/sites/writes.ts';
import { visitors } from '../../../server/core/people/visitors/tables.ts';
import {
  newId,
  newSecret,
  password,
  question,
  startTestServer,
  type TestServer,
} from '../../helpers/server.ts';

let server: TestServer;
let key: string;
beforeEach(async () => {
  server = await startTestServer();
  key = (await readSecret(server.ctx, server.site.id)).secret;
});
afterEach(() => server.close());

const hour = 3_600;
const seconds = () => Math.floor(server.clock.now() / 1_000);

const sign = (claims: Record<string, unknown>, secret = key, header: { alg: string } = { alg: 'HS256' }) =>
  new SignJWT({ exp: seconds() + hour, ...claims })
    .setProtectedHeader(header)
    .sign(new TextEncoder().encode(secret));

const identify = (secret: string, more: object) =>
  server.call(postIdentify, { secret, body: { language: 'en', ...more } });

const subjectsOf = async (secret: string) => {
  const { status, body } = await server.call(listConversations, { secret });
  return status === 200 ? body.conversations.map((row) => row.subject).sort() : status;
};

const ask = async (secret: string, title: string): Promise<string> => {
  const body = question({ title });
  expect((await server.call(postQuestion, { secret, body })).status).toBe(200);
  return body.id;
};

const inboxRows = async (): Promise<InboxConversation[]> => {
  const cookie = await server.logIn();
  return (await server.call(listInbox, { cookie, query: { view: 'all' } as never })).body.conversations;
};

describe('a signed identity', () => {
  test('joins what the same person asked in two browsers, as nobody and by name', async () => {
    const [laptop, phone, fresh] = [newSecret(), newSecret(), newSecret()];
    await ask(laptop, 'From the laptop');
    const onPhone = await ask(phone, 'From the phone');
    const token = await sign({ sub: 'u1', name: 'Zoe', email: 'zoe@example.com' });
    expect((await identify(laptop, { token })).body).toEqual({ verified: true });
    expect((await identify(phone, { token })).body).toEqual({ verified: true });
    expect((await identify(fresh, { token })).body).toEqual({ verified: true });
    for (const secret of [laptop, phone, fresh])
      expect(await subjectsOf(secret)).toEqual(['From the laptop', 'From the phone']);
    // Their own words are still theirs, from either browser.
    const sent = await server.call(postMessage, {
      secret: laptop,
      path: { conversation: onPhone },
      body: { id: newId(), body: 'And one more thing' },
    });
    expect(sent.status).toBe(200);
    const thread = await server.call(getThread, { secret: phone, path: { conversation: onPhone } });
    expect(new Set(thread.body.messages.map((one) => one.author.id)).size).toBe(1);
    expect(await server.ctx.database.read.select().from(visitors)).toHaveLength(1);
    expect((await inboxRows()).map((row) => row.visitor)).toEqual(
      Array.from({ length: 2 }, () =>
        expect.objectContaining({ name: 'Zoe', email: 'zoe@example.com', verified: true }),
      ),
    );
  });

  test('brings along what every feature kept of them as nobody: comments, votes, calls, news, opinions', async () => {
    await server.close();
    const { callback, comments } = defaultSettings();
    server = await startTestServer({
      settings: {
        features: { ask: true, chat: true, callback: true, comments: true },
        callback,
        comments: { ...comments, moderation: 'off', votes: 'both' },
      },
    });
    key = (await readSecret(server.ctx, server.site.id)).secret;
    await createStaff(server.ctx, {
      site: server.site.id,
      email: 'olga@shop.test',
      name: 'Olga Owner',
      password,
      role: 'admin',
    });
    const cookie = await server.logIn('olga@shop.test');
    const [laptop, phone, reader] = [newSecret(), newSecret(), newSecret()];
    const page = { url: 'https://www.shop.test/news/spring' };
    const comment = async (secret: string): Promise<string> => {
      const body = {
        ...page,
        id: newId(),
        title: 'Spring',
        body: 'So it is.',
        language: 'en',
        name: 'Zoe',
        took: 9_000,
      };
      expect((await server.call(postComment, { secret, body })).status).toBe(200);
      return body.id;
    };
    const [news, survey] = [newId(), newId()];
    const rule = { ...defaultRule(), on: true };
    const texts = { en: { title: 'Out of order', body: 'The till.' } };
    await server.call(putAnnouncement, {
      cookie,
      path: { announcement: news },
      body: {
        revision: 0,
        draft: {
          form: 'banner',
          category: 'incident',
          texts,
          image: null,
          isPublished: true,
          publishAt: server.clock.now(),
          expiresAt: null,
          pages: [],
          attributes: [],
          rule,
        },
      },
    });
    const words = { promoter: {}, passive: {}, detractor: {} };
    await server.call(putSurvey, {
      cookie,
      path: { survey },
      body: {
        revision: 0,
        draft: {
          name: 'All',
          question: {},
          follow: words,
          link: '',
          makeRight: true,
          owner: null,
          apartDays: 1,
          rule,
        },
      },
    });

    const read = await comment(reader);
    const token = await sign({ sub: 'u1' });
    await identify(laptop, { token });
    const vote = (secret: string, value: 1 | -1) =>
      server.call(postVote, { secret, path: { comment: read }, body: { value } });
    expect((await vote(laptop, 1)).status).toBe(200);
    expect((await vote(phone, -1)).status).toBe(200);
    const written = await comment(phone);
    const call = {
      id: newId(),
      number: '+49 30 901820',
      country: 'DE',
      when: 'soon' as const,
      zone: 'Europe/Berlin',
      language: 'en',
    };
    expect((await server.call(postCallback, { secret: phone, body: call })).status).toBe(200);
    const follows = { language: 'en', follow: { email: 'zoe@example.com' } };
    const followed = await server.call(postMark, {
      secret: phone,
      path: { announcement: news },
      body: follows,
    });
    expect(followed.status).toBe(200);
    const opinion = { survey, score: 2, text: '', language: 'en', source: 'prompt' as const, page: '/' };
    const response = newId();
    await server.call(postAnswer, { secret: phone, path: { response }, body: opinion });

    // From the laptop, after the phone has signed in.
    await identify(phone, { token });
    const mine = (await server.call(getMine, { secret: laptop, query: page })).body;
    expect(mine.comments.map(({ id }) => id)).toEqual([written]);
    const edited = { body: 'So it is, and more.' };
    expect(
      (await server.call(postEdit, { secret: laptop, path: { comment: written }, body: edited })).status,
    ).toBe(200);
    // Of two votes of one person the account's stays, and is counted once.
    expect(mine.votes).toEqual({ [read]: 1 });
    const shown = (await server.call(listComments, { query: page })).body.comments.find(
      ({ id }) => id === read,
    );
    expect(shown).toMatchObject({ up: 1, down: 0 });
    expect(
      (await server.call(getCallback, { secret: laptop, path: { callback: call.id } })).body.call.state,
    ).toBe('requested');
    expect(
      (
        await server.call(postCancelCallback, {
          secret: laptop,
          path: { callback: call.id },
          body: { id: newId() },
        })
      ).status,
    ).toBe(200);
    expect((await server.call(getMarks, { secret: laptop })).body.followed).toEqual([news]);
    // The hour in which an answer is changed goes on.
    const changed = await server.call(postAnswer, {
      secret: laptop,
      path: { response: newId() },
      body: { ...opinion, score: 8 },
    });
    expect(changed.body.response).toMatchObject({ id: response, score: 8 });
  });

  test('said twice changes nothing', async () => {
    const secret = newSecret();
    await ask(secret, 'Once');
    const token = await sign({ sub: 'u1' });
    await identify(secret, { token });
    await identify(secret, { token });
    expect(await subjectsOf(secret)).toEqual(['Once']);
  });

  test('never mixes two people in one browser', async () => {
    const [secret, next] = [newSecret(), newSecret()];
    await ask(secret, 'Asked by the first');
    await identify(secret, { token: await sign({ sub: 'u1' }) });
    const refused = await identify(secret, { token: await sign({ sub: 'u2' }) });
    expect(refused.status).toBe(409);
    expect((await identify(next, { token: await sign({ sub: 'u2' }) })).status).toBe(200);
    expect(await subjectsOf(next)).toEqual([]);
    expect(await subjectsOf(secret)).toEqual(['Asked by the first']);
  });

  test('of two people at the same moment with one secret, one wins and the other is told', async () => {
    const secret = newSecret();
    await ask(secret, 'Whose?');
    const tokens = await Promise.all([sign({ sub: 'u1' }), sign({ sub: 'u2' })]);
    const answers = await Promise.all(tokens.map((token) => identify(secret, { token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('is not replaced by what is typed later, nor is typed e-mail shown as verified', async () => {
    const [signed, bare] = [newSecret(), newSecret()];
    await identify(signed, { token: await sign({ sub: 'u1', email: 'zoe@example.com', name: 'Zoe' }) });
    await server.call(postQuestion, {
      secret: signed,
      body: question({ title: 'One', email: 'boss@example.com', name: 'The boss' }),
    });
    await identify(bare, { token: await sign({ sub: 'u2' }), email: 'boss@example.com' });
    await ask(bare, 'Two');
    const rows = await inboxRows();
    expect(rows.find((row) => row.subject === 'One')!.visitor).toMatchObject({
      name: 'Zoe',
      email: 'zoe@example.com',
      verified: true,
    });
    expect(rows.find((row) => row.subject === 'Two')!.visitor).toMatchObject({
      email: 'boss@example.com',
      verified: false,
    });
  });

  test('ends at once when the visitor logs out', async () => {
    const secret = newSecret();
    await ask(secret, 'Mine');
    await identify(secret, { token: await sign({ sub: 'u1' }) });
    expect((await server.call(endVisit, { secret })).status).toBe(200);
    expect(await subjectsOf(secret)).toBe(401);
  });
});

describe('a token is refused', () => {
  const refused = async (token: string) => {
    const known = newSecret();
    await ask(known, 'Private to u1');
    expect((await identify(known, { token: await sign({ sub: 'u1' }) })).status).toBe(200);
    const thief = newSecret();
    const answer = await identify(thief, { token });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ error: { code: 'unauthenticated', fields: { token: 'invalid' } } });
    expect(await subjectsOf(thief)).toBe(401);
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  test('without a signature (alg none)', async () =>
    refused(`${part({ alg: 'none' })}.${part({ sub: 'u1', exp: seconds() + hour })}.`));
  test('with the header of another algorithm', async () =>
    refused(await sign({ sub: 'u1' }, `${key}${key}`, { alg: 'HS512' })));
  test('signed with another key', async () => refused(await sign({ sub: 'u1' }, newSecret())));
  test('of another site, replayed here', async () => {
    const id = await createSite(server.ctx, { key: 'other', name: 'Other', origins: [] });
    await refused(await sign({ sub: 'u1' }, (await readSecret(server.ctx, id!)).secret));
  });
  test('when it has ended', async () => refused(await sign({ sub: 'u1', exp: seconds() - 61 })));
  test('when it lasts longer than a day', async () =>
    refused(await sign({ sub: 'u1', exp: seconds() + 25 * hour })));
  test('for another audience', async () => refused(await sign({ sub: 'u1', aud: 'other' })));
  test('for a program, which has a scope', async () =>
    refused(await sign({ sub: 'u1', aud: 'shop', scope: 'dialler' })));
  test('without an end', async () => refused(await sign({ sub: 'u1', exp: undefined })));
  test('without a subject', async () => refused(await sign({})));
  test('with a body that was changed', async () => {
    const [head, , tail] = (await sign({ sub: 'u2' })).split('.');
    await refused(`${head}.${part({ sub: 'u1', exp: seconds() + hour })}.${tail}`);
  });

  test('but one that ended within the last minute, or is for this audience, is taken', async () => {
    expect(
      (await identify(newSecret(), { token: await sign({ sub: 'a', exp: seconds() - 30 }) })).status,
    ).toBe(200);
    expect((await identify(newSecret(), { token: await sign({ sub: 'b', aud: ['shop'] }) })).status).toBe(
      200,
    );
  });
});

describe('what is not signed', () => {
  test('is a label: the e-mail of somebody known shows an empty history and no badge', async () => {
    const known = newSecret();
    await ask(known, 'Private to Zoe');
    await identify(known, { token: await sign({ sub: 'u1', email: 'zoe@example.com' }) });
    const thief = newSecret();
    const answer = await identify(thief, { email: 'zoe@example.com', attributes: { plan: 'gold' } });
    expect(answer.body).toEqual({ verified: false });
    expect(await subjectsOf(thief)).toEqual([]);
    await ask(thief, 'It is me, Zoe');
    const row = (await inboxRows()).find(({ subject }) => subject === 'It is me, Zoe')!;
    expect(row.visitor).toMatchObject({
      email: 'zoe@example.com',
      verified: false,
      attributes: { plan: 'gold' },
    });
  });

  test.each([
    [
      'too many attributes',
      { attributes: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`k${at}`, 'v'])) },
    ],
    ['an attribute that is too long', { attributes: { plan: 'x'.repeat(201) } }],
    ['a name with a line break', { name: 'Zoe\nBcc: all' }],
    ['an e-mail that is none', { email: 'zoe' }],
    ['a field that is not known', { admin: true }],
  ])('is refused with %s', async (_, more) => {
    expect((await identify(newSecret(), more)).status).toBe(400);
  });
});
