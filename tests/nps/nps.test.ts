import { SignJWT } from 'jose';
import { DateTime } from 'luxon';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultRule } from '../../shared/core/prompts/kinds.ts';
import { postIdentify } from '../../shared/core/people/identityRoutes.ts';
import { getSettings } from '../../shared/core/people/siteRoutes.ts';
import { getThread } from '../../shared/core/conversations/routes.ts';
import { getInboxThread, postStaffMessage } from '../../shared/inbox/routes.ts';
import * as contract from '../../shared/nps/routes.ts';
import type { Answer } from '../../shared/nps/schema.ts';
import { readSecret } from '../../server/core/people/sites/secret.ts';
import { type SiteSettings, defaultSettings } from '../../shared/siteSettings.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { createLimiter } from '../../server/core/http/limits.ts';
import { testClock } from '../helpers/clock.ts';
import {
  newId,
  newSecret,
  password,
  publicUrl,
  startTestServer,
  type TestServer,
} from '../helpers/server.ts';

let server: TestServer;
let cookie: string;
let agent: string;
let owner: string;
const start = async (free = false, settings: Partial<SiteSettings> = {}) => {
  server = await startTestServer({
    settings,
    ...(free && { overrides: { limiter: createLimiter(testClock(), 1e9) } }),
  });
  owner = await createStaff(server.ctx, {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'admin',
  });
  cookie = await server.logIn('olga@shop.test');
  agent = await server.logIn();
};
beforeEach(() => start());
afterEach(() => server.close());

const hour = 3_600_000;
const day = 24 * hour;
const draft = (more: Partial<contract.SurveyDraft> = {}): contract.SurveyDraft => ({
  name: 'Everybody',
  question: {},
  follow: { promoter: {}, passive: {}, detractor: { de: 'Was war los?' } },
  link: '',
  makeRight: true,
  owner: null,
  apartDays: 90,
  rule: { ...defaultRule(), on: true },
  ...more,
});
const put = async (survey = newId(), given = draft(), revision = 0) => {
  const reply = await server.call(contract.putSurvey, {
    path: { survey },
    body: { revision, draft: given },
    cookie,
  });
  return { survey, ...reply };
};
const answer = (survey: string, more: Partial<Answer> = {}): Answer => ({
  survey,
  score: 9,
  text: '',
  language: 'en',
  source: 'prompt',
  page: '/pricing',
  ...more,
});
const send = (secret: string, body: Answer, response = newId(), address?: string) =>
  server.call(contract.postAnswer, { path: { response }, body, secret, ...(address && { address }) });
const report = async (more: object = {}) =>
  (
    await server.call(contract.getReport, {
      query: { from: server.clock.now() - 30 * day, until: server.clock.now() + day, ...more } as never,
      cookie: agent,
    })
  ).body;
const list = async (more: object = {}) =>
  (await server.call(contract.listResponses, { query: more as never, cookie: agent })).body.responses;

test('a survey that is on is among the prompts, says its own words or ours, and goes when it is off', async () => {
  const { survey, status } = await put();
  expect(status).toBe(200);
  const [rule] = (await server.call(getSettings)).body.prompts!.rules;
  expect(rule).toMatchObject({ id: survey, kind: 'survey', apartDays: 90 });
  const read = async (language: string, query = {}) =>
    (await server.call(contract.getSurvey, { query: { language, ...query } })).body.survey;
  expect((await read('en'))?.question).toBe('How likely are you to recommend Shop to a friend or colleague?');
  expect((await read('de-CH'))?.follow.detractor).toBe('Was war los?');
  expect((await read('en', { survey }))?.id).toBe(survey);
  await put(survey, draft({ rule: defaultRule() }), 1);
  expect(await read('en')).toBeNull();
  expect((await send(newSecret(), answer(survey))).status).toBe(404);
});

test('a score is a whole number from 0 to 10, and nothing else', async () => {
  const { survey } = await put();
  for (const score of [-1, 11, 8.5, 0.1, Number.NaN, '9', null, [9], { valueOf: 9 }]) {
    const { status, body } = await send(newSecret(), answer(survey, { score: score as never }));
    expect(status, String(score)).toBe(400);
    expect((body as unknown as { error: { fields: object } }).error.fields).toHaveProperty('score');
  }
  for (const score of [0, 10]) expect((await send(newSecret(), answer(survey, { score }))).status).toBe(200);
});

test('within the hour an answer is changed, never added to, under whatever id; later it is another one', async () => {
  const { survey } = await put();
  const secret = newSecret();
  const id = newId();
  await send(secret, answer(survey, { score: 3 }), id);
  expect((await send(secret, answer(survey, { score: 3 }), id)).body.response.id).toBe(id);
  server.clock.pass(10 * 60_000);
  const changed = await send(secret, answer(survey, { score: 8, text: 'Better now' }), newId());
  expect(changed.body.response).toMatchObject({ id, score: 8, text: 'Better now' });
  expect(await list()).toHaveLength(1);
  server.clock.pass(hour);
  const late = await send(secret, answer(survey, { score: 0 }), id);
  expect(late.status).toBe(409);
  expect((await list())[0]).toMatchObject({ score: 8 });
  await send(secret, answer(survey, { score: 10 }));
  expect(await list()).toHaveLength(2);
  // The latest of a person counts.
  expect(await report()).toMatchObject({ all: { n: 1, score: 100 }, replaced: 1 });
});

test('two hundred votes with one secret are one row', async () => {
  await server.close();
  await start(true);
  const { survey } = await put();
  const secret = newSecret();
  const votes = await Promise.all(
    Array.from({ length: 200 }, (_, index) => send(secret, answer(survey, { score: index % 11 }))),
  );
  expect(new Set(votes.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(votes.map(({ body }) => body.response.id)).size).toBe(1);
  expect(await list()).toHaveLength(1);
  expect((await report()).all.n).toBe(1);
});

test('who votes as ever new people is asked to work for it', async () => {
  const { survey } = await put();
  const statuses: number[] = [];
  for (let index = 0; index < 16; index++) statuses.push((await send(newSecret(), answer(survey))).status);
  expect(statuses.slice(0, 12).every((status) => status === 200)).toBe(true);
  expect(statuses.slice(12)).toEqual([428, 428, 428, 428]);
  expect(await list()).toHaveLength(12);
  // Another address is not to blame.
  expect((await send(newSecret(), answer(survey), newId(), '198.51.100.9')).status).toBe(200);
});

test('an answer is its person’s: another can neither change nor read it, nor speak for it', async () => {
  const { survey } = await put();
  const id = newId();
  await send(newSecret(), answer(survey, { score: 2 }), id);
  const foreign = newSecret();
  expect((await send(foreign, answer(survey, { score: 10 }), id)).status).toBe(404);
  await send(foreign, answer(survey, { score: 10 }));
  const talk = await server.call(contract.postMakeRight, {
    path: { response: id },
    body: { id: newId(), body: 'Mine?', language: 'en' },
    secret: foreign,
  });
  expect(talk.status).toBe(404);
});

test('a detractor is made right with: a conversation with the owner and a promise, answered and read', async () => {
  const { survey } = await put(newId(), draft({ owner }));
  const secret = newSecret();
  const response = newId();
  await send(secret, answer(survey, { score: 2, text: 'It came late' }), response);
  const id = newId();
  const body = { id, body: 'It came a week late.', email: 'zoe@example.com', language: 'en' };
  const opened = await server.call(contract.postMakeRight, { path: { response }, body, secret });
  expect(opened.status).toBe(200);
  expect(opened.body.promise?.at).toBeGreaterThan(server.clock.now());
  expect(opened.body.promise?.owner?.name).toContain('Olga');
  // The same again is the same; another about the same answer is not.
  expect((await server.call(contract.postMakeRight, { path: { response }, body, secret })).body).toEqual(
    opened.body,
  );
  const second = { ...body, id: newId() };
  expect(
    (await server.call(contract.postMakeRight, { path: { response }, body: second, secret })).status,
  ).toBe(409);
  const { body: seen } = await server.call(getInboxThread, { path: { conversation: id }, cookie: agent });
  expect(seen.conversation).toMatchObject({
    kind: 'nps',
    assignee: { name: expect.stringContaining('Olga') },
  });
  expect(seen.conversation.subject).toBe('2/10 · It came a week late.');
  await server.call(postStaffMessage, {
    path: { conversation: id },
    body: {
      id: newId(),
      body: 'We are sorry.',
      visibility: 'public',
    },
    cookie: agent,
  });
  const { body: thread } = await server.call(getThread, { path: { conversation: id }, secret });
  expect(thread.messages.map(({ body: text }) => text)).toContain('We are sorry.');
  expect((await list())[0]).toMatchObject({ conversation: id, score: 2 });
});

test('who is not unhappy, or where it is not offered, opens none', async () => {
  const { survey } = await put(newId(), draft({ makeRight: false }));
  const secret = newSecret();
  const response = newId();
  await send(secret, answer(survey, { score: 2 }), response);
  const talk = async (of: string) =>
    (
      await server.call(contract.postMakeRight, {
        path: { response: of },
        body: { id: newId(), body: 'Hello', language: 'en' },
        secret,
      })
    ).status;
  expect(await talk(response)).toBe(404);
  const { survey: offered } = await put();
  const happy = newId();
  await send(secret, answer(offered, { score: 7 }), happy);
  expect(await talk(happy)).toBe(404);
});

test('a report counts people, compares two times, and tells groups apart', async () => {
  await server.close();
  await start(true);
  const { survey } = await put();
  const people = (scores: number[], more: Partial<Answer> = {}) =>
    Promise.all(scores.map((score) => send(newSecret(), answer(survey, { score, ...more }))));
  await people([0, 3, 5, 7, 9]);
  server.clock.pass(31 * day);
  agent = await server.logIn();
  await people([9, 10, 10, 8], { attributes: { plan: 'team' }, language: 'de' });
  await people([6, 9], { attributes: { plan: 'solo' }, page: '/docs', text: 'Fine', source: 'inline' });
  const now = await report({ by: 'plan' });
  // Names that every object has are attributes like any other.
  for (const by of ['__proto__', 'constructor', 'toString'])
    expect((await report({ by })).values).toEqual([]);
  expect(now.all).toMatchObject({ n: 6, promoters: 4, passives: 1, detractors: 1, score: 50 });
  expect(now.before).toMatchObject({ n: 5, score: -40 });
  expect(now.change!.value).toBeCloseTo(90, 9);
  expect(now.anonymous).toBe(6);
  expect(now.prompted).toBe(4);
  expect(now.distribution).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 1, 2, 2]);
  expect(now.languages.map(({ name, n, score }) => [name, n, score])).toEqual([
    ['de', 4, 75],
    ['en', 2, 0],
  ]);
  expect(now.pages.map(({ name, n }) => [name, n])).toEqual([
    ['/pricing', 4],
    ['/docs', 2],
  ]);
  expect(now.values.map(({ name, score }) => [name, score])).toEqual([
    ['team', 75],
    ['solo', 0],
  ]);
  expect(now.attributes).toEqual(['plan']);
  expect(now.weeks.reduce((sum, { n }) => sum + n, 0)).toBe(6);
  expect(now.months.reduce((sum, { n }) => sum + n, 0)).toBe(6);
});

test('two freely chosen times are compared, in whole days of the site', async () => {
  await server.close();
  const zone = 'Pacific/Auckland';
  await start(true, { hours: { ...defaultSettings().hours, zone } });
  const { survey } = await put();
  const dayOf = (at: number) => DateTime.fromMillis(at, { zone }).toISODate()!;
  // To the first minute of a day there, which is still another day in UTC.
  const midnight = DateTime.fromMillis(server.clock.now(), { zone })
    .plus({ days: 1 })
    .startOf('day')
    .toMillis();
  server.clock.pass(midnight - server.clock.now());
  const first = dayOf(midnight);
  await Promise.all([0, 2, 9].map((score) => send(newSecret(), answer(survey, { score }))));
  server.clock.pass(10 * day);
  const second = dayOf(server.clock.now());
  await Promise.all([9, 10].map((score) => send(newSecret(), answer(survey, { score, language: 'de' }))));
  agent = await server.logIn();
  const of = (from: string, beforeFrom: string) =>
    report({ from, until: from, beforeFrom, beforeUntil: beforeFrom });
  const compared = await of(second, first);
  expect(compared).toMatchObject({ all: { n: 2, score: 100 }, before: { n: 3 }, beforeFrom: midnight });
  expect(compared.beforeUntil - compared.beforeFrom).toBe(day);
  expect(compared.change!.value).toBeCloseTo(100 + 100 / 3, 9);
  expect((await of(first, second)).change!.value).toBeCloseTo(-100 - 100 / 3, 9);
  // Without a time to compare with: as many days right before it.
  expect(await report({ from: second, until: second })).toMatchObject({ all: { n: 2 }, before: { n: 0 } });
  expect(await list({ from: first, until: first })).toHaveLength(3);
  expect(await list({ from: second, language: 'de' })).toHaveLength(2);
  const { body } = await server.call(contract.listResponses, { cookie: agent });
  expect(body.languages).toEqual(['de', 'en']);
  for (const [more, field] of [
    [{ from: second, until: first }, 'until'],
    [{ beforeFrom: second, beforeUntil: first }, 'beforeUntil'],
    [{ from: '2026-02-30' }, 'from'],
  ] as const) {
    const refused = (await report(more)) as unknown as { error: { code: string; fields: object } };
    expect(refused.error.code).toBe('invalid');
    expect(refused.error.fields).toHaveProperty(field);
  }
});

test('who answers by mail and in the widget, signed in or not yet, is one person; a typed address makes nobody one', async () => {
  const { survey } = await put();
  const key = (await readSecret(server.ctx, server.site.id)).secret;
  const identify = async (secret: string, claims: Record<string, unknown>) => {
    const token = await new SignJWT({ exp: Math.floor(server.clock.now() / 1_000) + 3_600, ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(key));
    expect((await server.call(postIdentify, { secret, body: { language: 'en', token } })).status).toBe(200);
  };
  const [laptop, phone, stranger] = [newSecret(), newSecret(), newSecret()];
  // As nobody, on the phone; then signed in on both, and by the link of a mail that names them by the shop's own id.
  await send(phone, answer(survey, { score: 1 }));
  server.clock.pass(2 * hour);
  await identify(laptop, { sub: 'customer 7', email: 'zoe@example.com' });
  await identify(phone, { sub: 'customer 7', email: 'zoe@example.com' });
  await send(laptop, answer(survey, { score: 3 }));
  server.clock.pass(2 * hour);
  cookie = await server.logIn('olga@shop.test');
  const { body } = await server.call(contract.postLinks, {
    path: { survey },
    body: { recipients: ['customer 7', 'Zoe@Example.com'], language: 'en' },
    cookie,
  });
  const byLink = async (index: number, score: string) => {
    const reply = await server.request('POST', body.links[index]!.url.slice(publicUrl.length), {
      body: new URLSearchParams({ id: newId(), score }).toString(),
      headers: { origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(reply.status).toBe(200);
  };
  await byLink(0, '8');
  // Within the hour it is the same answer, whichever way it comes.
  await byLink(1, '9');
  await send(phone, answer(survey, { score: 10 }));
  // Whoever types her address is not her.
  await server.call(postIdentify, { secret: stranger, body: { language: 'en', email: 'zoe@example.com' } });
  await send(stranger, answer(survey, { score: 0 }));
  agent = await server.logIn();
  expect((await list()).map(({ score }) => score)).toEqual([0, 10, 3, 1]);
  expect(await report()).toMatchObject({
    all: { n: 2, promoters: 1, detractors: 1 },
    replaced: 2,
    anonymous: 1,
  });
});

test('answers are listed, filtered, labelled and exported', async () => {
  await server.close();
  await start(true);
  const { survey } = await put();
  await send(newSecret(), answer(survey, { score: 1, text: '=HYPERLINK("http://bad.test")' }));
  await send(newSecret(), answer(survey, { score: 10, text: 'Great 100% of the time', language: 'de' }));
  await send(newSecret(), answer(survey, { score: 7 }));
  expect((await list({ group: 'detractor' })).map(({ score }) => score)).toEqual([1]);
  expect((await list({ words: '1' })).map(({ score }) => score).sort()).toEqual([1, 10]);
  expect((await list({ search: '100%' })).map(({ score }) => score)).toEqual([10]);
  expect(await list({ search: '100_' })).toEqual([]);
  await send(newSecret(), answer(survey, { score: 8, text: 'СПАСИБО, ΠΟΛΎ καλά', language: 'ru' }));
  expect((await list({ search: 'Спасибо' })).map(({ score }) => score)).toEqual([8]);
  expect((await list({ search: 'πολύ' })).map(({ score }) => score)).toEqual([8]);
  const id = (await list({ group: 'promoter' }))[0]!.id;
  await server.call(contract.putLabels, {
    path: { response: id },
    body: { labels: ['quote', 'quote'] },
    cookie: agent,
  });
  expect((await list({ label: 'quote' })).map((one) => one.labels)).toEqual([['quote']]);
  expect(await list({ label: 'quot' })).toEqual([]);
  const table = await server.request('GET', `/api/inbox/${server.site.id}/responses/export?group=detractor`, {
    headers: { cookie: agent, origin: publicUrl },
  });
  expect(table.headers.get('content-disposition')).toBe('attachment; filename="nps.csv"');
  const text = await table.text();
  expect(text).toContain(`"'=HYPERLINK(""http://bad.test"")"`);
  expect(text).not.toContain('Great');
});

test('a mail’s link shows the number and stores nothing; its form does, once a person, and only what it was made for', async () => {
  const { survey } = await put();
  const recipients = ['zoe@example.com', 'adam@example.com'];
  const { body } = await server.call(contract.postLinks, {
    path: { survey },
    body: { recipients, language: 'en' },
    cookie,
  });
  const [zoe, adam] = body.links.map(({ url }) => url.slice(publicUrl.length)) as [string, string];
  expect(zoe).not.toContain('example.com');
  const get = await server.request('GET', `${zoe}&score=9`, { headers: { origin: '' } });
  expect(get.status).toBe(200);
  const html = await get.text();
  expect(html).toMatch(/value="9" checked/);
  expect(get.headers.get('referrer-policy')).toBe('same-origin');
  expect(await list()).toEqual([]);
  const post = (path: string, fields: Record<string, string>) =>
    server.request('POST', path, {
      body: new URLSearchParams(fields).toString(),
      headers: { origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded' },
    });
  const id = newId();
  expect((await post(zoe, { id, score: '9' })).status).toBe(200);
  // Again, from another device: the same person's, changed.
  expect((await post(zoe, { id: newId(), score: '10' })).status).toBe(200);
  expect((await post(adam, { id: newId(), score: '2' })).status).toBe(200);
  expect((await post(adam, { id: newId(), score: '2.5' })).status).toBe(400);
  const all = await list();
  expect(all.map(({ score, source }) => [score, source]).sort()).toEqual([
    [10, 'mail'],
    [2, 'mail'],
  ]);
  expect((await report()).anonymous).toBe(0);
  expect((await post(`${zoe.replace('?', 'x?')}`, { id, score: '9' })).status).toBe(404);
  server.clock.pass(61 * day);
  expect((await server.request('GET', zoe, { headers: { origin: '' } })).status).toBe(404);
});

test('the owner’s own texts stand in a survey and on its page', async () => {
  await server.close();
  await start(false, {
    texts: { en: { 'survey.question': 'Would you send a friend to {site}?', 'survey.least': 'Never' } },
  });
  const { survey } = await put(newId(), draft());
  const page = await server.request('GET', `/sites/shop/nps/${survey}`, { headers: { origin: '' } });
  const html = await page.text();
  expect(html).toContain('Would you send a friend to Shop?');
  expect(html).toContain('Never');
});

test('the hosted page works without scripts, through to the conversation', async () => {
  const { survey } = await put(newId(), draft({ link: 'https://reviews.test/shop' }));
  const path = `/sites/shop/nps/${survey}`;
  let jar = '';
  const post = async (fields: Record<string, string>) => {
    const response = await server.request('POST', path, {
      body: new URLSearchParams(fields).toString(),
      headers: {
        origin: publicUrl,
        'content-type': 'application/x-www-form-urlencoded',
        ...(jar && { cookie: jar }),
      },
    });
    jar ||= response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return response.text();
  };
  const first = await server.request('GET', path, { headers: { origin: '' } });
  expect(first.headers.getSetCookie()).toEqual([]);
  expect(await first.text()).toContain('How likely are you to recommend Shop');
  const id = newId();
  const asked = await post({ id, score: '3' });
  expect(asked).toContain('What went wrong?');
  expect(asked).not.toContain('reviews.test');
  await post({ id, score: '3', text: 'Slow <b>answers</b>' });
  // What is refused stays where it was typed.
  const refused = await post({
    id,
    conversation: newId(),
    body: 'Please <i>call</i>.',
    email: 'zoe@nowhere',
  });
  expect(refused).toContain('Please &lt;i&gt;call&lt;/i&gt;.');
  expect(refused).toContain('value="zoe@nowhere"');
  const said = await post({ id, conversation: newId(), body: 'Please call.', email: 'zoe@example.com' });
  expect(said).toMatch(/You’ll hear from us by/);
  expect((await list())[0]).toMatchObject({
    score: 3,
    text: 'Slow <b>answers</b>',
    conversation: expect.any(String),
  });
  expect(await post({ id: newId(), score: '10' })).toContain('reviews.test');
  // Nobody reads another's answer by sending something wrong under its id.
  jar = '';
  const foreign = await post({ id, conversation: newId(), body: '', email: 'x' });
  expect(foreign).not.toContain('Slow');
  jar = '';
  expect(await post({ id, score: '3.5' })).not.toContain('Slow');
});
