import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as contract from '../../shared/ask/answerRoutes.ts';
import { getQuestion, getSuggestions, postQuestion } from '../../shared/ask/routes.ts';
import {
  linkDuplicate,
  patchAnswer,
  publishQuestion,
  unlinkDuplicate,
} from '../../shared/ask/staffRoutes.ts';
import type { ChangeAnswer } from '../../shared/ask/staffSchema.ts';
import { getThread } from '../../shared/core/conversations/routes.ts';
import { askFacts } from '../../server/ask/facts.ts';
import type { Filled } from '../../server/core/facts/types.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { plusDays } from '../../server/reports/days.ts';
import { getSiteReport } from '../../shared/reports/routes.ts';
import { undoTime } from '../../server/ask/community/jobs.ts';
import { type MailStage, mailStage } from '../helpers/mailStage.ts';
import { defaultModeration } from '../../shared/core/moderation/defaults.ts';
import { newId, newSecret, publicUrl, question } from '../helpers/server.ts';

let stage: MailStage;
const start = async (communityAnswers: 'off' | 'approve' | 'trusted' = 'approve') => {
  stage = await mailStage({
    settings: {
      communityAnswers,
      languages: ['en', 'ar'],
      moderation: { ...defaultModeration(), trustAfter: 2 },
    },
  });
};
beforeEach(() => start());
afterEach(() => stage.close());

const get = (path: string, cookie = '') =>
  stage.server.request('GET', path, { headers: { origin: '', ...(cookie && { cookie }) } });
const form = (path: string, fields: Record<string, string>, more: Record<string, string> = {}) =>
  stage.server.request('POST', path, {
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: publicUrl, ...more },
  });
const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]!.split(';')[0]!;

/** A public question that nobody has answered yet. */
const ask = async (title = 'Does the lamp fit outdoors?', more: Record<string, unknown> = {}) => {
  const secret = newSecret();
  const body = question({ title, visibility: 'public', ...more });
  expect((await stage.server.call(postQuestion, { body, secret })).status).toBe(200);
  const made = await stage.server.call(publishQuestion, {
    path: { conversation: body.id },
    cookie: stage.cookie,
    body: { title, details: '', language: 'en', official: false },
  });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const { id, path } = made.body.question!;
  return { secret, conversation: body.id, id, path };
};

let addresses = 0;
const answer = async (of: string, body: string, secret = newSecret(), more = {}) => {
  const reply = await stage.server.call(contract.postCommunityAnswer, {
    path: { question: of },
    secret,
    address: `198.51.100.${1 + (addresses++ % 250)}`,
    body: { id: newId(), body, name: 'Ola', language: 'en', ...more },
  });
  return { ...reply, id: reply.body.answer?.id };
};
const decide = (ids: string[], decision: 'publish' | 'hide' | 'hold') =>
  stage.server.call(contract.decideStaffAnswers, { cookie: stage.cookie, body: { ids, decision } });
const queue = async (query: { state?: 'waiting' | 'hidden' | 'public' } = {}) =>
  (await stage.server.call(contract.listStaffAnswers, { cookie: stage.cookie, query })).body;
const read = async (id: string) => (await stage.server.call(getQuestion, { path: { question: id } })).body;
const published = async (of: string, body: string, secret = newSecret()) => {
  const { id } = await answer(of, body, secret);
  await decide([id!], 'publish');
  return id!;
};
const dataOf = (page: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)![1]!)['@graph'];

describe('an answer on the public page, without JavaScript', () => {
  test('waits for staff, is its author’s meanwhile, and everybody’s once published; twice is once', async () => {
    const asked = await ask();
    expect(await (await get(asked.path)).text()).toContain('No answers yet. Be the first to help.');
    const fields = { body: 'Yes, it is **sealed**. <script>x()</script>', name: 'Ola', website: '' };
    const sent = await form(`/sites/shop/questions/${asked.id}/answers`, fields);
    expect(sent.status).toBe(303);
    const cookie = cookieOf(sent);
    // The double click came before the cookie.
    expect((await form(`/sites/shop/questions/${asked.id}/answers`, fields)).status).toBe(303);
    const place = sent.headers.get('location')!;
    expect(place).toContain('said=waits');
    const own = await (await get(place.split('#')[0]!, cookie)).text();
    expect(own).toContain('Your answer will appear here once our team has reviewed it.');
    expect(own).toContain('Only you can see this.');
    expect(own).toContain('<strong>sealed</strong>');
    expect(own).not.toContain('<script>x()');
    expect(await (await get(asked.path)).text()).not.toContain('sealed');

    const waiting = await queue();
    expect(waiting).toMatchObject({
      waiting: 1,
      answers: [
        { reason: 'always', author: 'Ola', kind: 'visitor', question: { conversation: asked.conversation } },
      ],
    });
    await decide([waiting.answers[0]!.id], 'publish');
    expect(await (await get(asked.path)).text()).toContain('<strong>sealed</strong>');
    // Taken back, it waits again.
    await decide([waiting.answers[0]!.id], 'hold');
    expect(await (await get(asked.path)).text()).not.toContain('sealed');
    await decide([waiting.answers[0]!.id], 'hide');
    expect((await queue({ state: 'hidden' })).answers).toHaveLength(1);
  });

  test('is refused in words beside its field; another site’s form is refused altogether', async () => {
    const asked = await ask();
    const path = `/sites/shop/questions/${asked.id}/answers`;
    const empty = await form(path, { id: newId(), body: ' \n ', name: 'Ola' });
    expect(empty.status).toBe(400);
    expect(await empty.text()).toMatch(/This can’t be empty\.[\s\S]*value="Ola"/);
    expect((await form(path, { body: 'Yes.' }, { origin: 'https://evil.test' })).status).toBe(403);
    const long = await form(path, { id: newId(), body: 'x'.repeat(10_001) });
    expect(await long.text()).toContain('Use at most 10000 characters.');
  });

  test('is changed and taken away by its author alone; what it said is kept for staff', async () => {
    const asked = await ask();
    const sent = await form(`/sites/shop/questions/${asked.id}/answers`, { body: 'Frist words.' });
    const cookie = cookieOf(sent);
    const [row] = (await queue()).answers;
    const edit = `/sites/shop/answers/${row!.id}/edit`;
    expect((await get(edit)).status).toBe(404);
    expect(await (await get(edit, cookie)).text()).toContain('Frist words.');
    await decide([row!.id], 'publish');
    expect((await form(edit, { body: 'First words.' }, { cookie })).status).toBe(303);
    // Let through once, it is looked at again.
    expect(await queue()).toMatchObject({
      waiting: 1,
      answers: [{ reason: 'edited', body: 'First words.' }],
    });
    const history = await stage.server.call(contract.getAnswerHistory, {
      cookie: stage.cookie,
      path: { answer: row!.id },
    });
    expect(history.body.versions).toMatchObject([{ body: 'Frist words.', byStaff: false }]);
    expect((await form(`/sites/shop/answers/${row!.id}/delete`, {}, { cookie })).status).toBe(303);
    expect((await queue()).waiting).toBe(0);
    // Nothing is left to be shown.
    expect((await decide([row!.id], 'publish')).body).toEqual({ changed: 0 });
  });
});

describe('by the site’s settings', () => {
  test('nobody answers where it is off, and the page is an article', async () => {
    await stage.close();
    await start('off');
    const secret = newSecret();
    const body = question({ visibility: 'public' });
    await stage.server.call(postQuestion, { body, secret });
    const without = await stage.server.call(publishQuestion, {
      path: { conversation: body.id },
      cookie: stage.cookie,
      body: { title: 'A', details: '', language: 'en', official: true },
    });
    expect(without.body).toMatchObject({ error: { code: 'invalid', fields: { answer: 'required' } } });
    const message = await stage.reply(body.id, 'Yes.');
    const made = await stage.server.call(publishQuestion, {
      path: { conversation: body.id },
      cookie: stage.cookie,
      body: { message: message.id, title: 'A', details: '', answer: 'Yes.', language: 'en', official: true },
    });
    const { id, path, answers } = made.body.question!;
    expect((await answer(id, 'No!')).status).toBe(403);
    const helped = await stage.server.call(contract.postHelpful, {
      path: { answer: answers[0]!.id },
      secret: newSecret(),
      body: { value: true, language: 'en' },
    });
    expect(helped.status).toBe(403);
    const page = await (await get(path)).text();
    expect(page).not.toContain('Write an answer');
    expect(dataOf(page)[0]['@type']).toBe('Article');
  });

  test('who is trusted appears at once, others wait; what staff block is held from anybody', async () => {
    await stage.close();
    await start('trusted');
    const asked = await ask();
    const ola = newSecret();
    for (const words of ['One thing.', 'Another thing.']) {
      const { body } = await answer(asked.id, words, ola);
      expect(body.answer.state).toBe('waiting');
      await decide([body.answer.id], 'publish');
    }
    expect((await answer(asked.id, 'A third thing.', ola)).body.answer.state).toBe('public');
    expect((await answer(asked.id, 'By somebody else.')).body.answer.state).toBe('waiting');
    expect((await answer(asked.id, 'A third thing.', ola)).body).toMatchObject({
      error: { fields: { body: 'already_there' } },
    });
    // A program fills what people don't see.
    expect(
      (await answer(asked.id, 'Cheap things', ola, { website: 'https://x.test' })).body.answer.state,
    ).toBe('waiting');
    expect((await queue()).answers.map(({ reason }) => reason)).toEqual(['first', 'suspicious']);
  });

  test('a closed question says why and takes no more, until it is opened again', async () => {
    const asked = await ask();
    const close = (body: { closed: true; reason: string } | { closed: false }) =>
      stage.server.call(contract.closeQuestion, { cookie: stage.cookie, path: { question: asked.id }, body });
    expect((await close({ closed: true, reason: ' ' })).status).toBe(400);
    expect((await close({ closed: true, reason: 'The lamp is no longer sold.' })).status).toBe(200);
    const page = await (await get(asked.path)).text();
    expect(page).toContain('Closed to new answers');
    expect(page).toContain('The lamp is no longer sold.');
    expect(page).not.toContain('Write an answer');
    expect((await answer(asked.id, 'Yes.')).status).toBe(403);
    await close({ closed: false });
    expect((await answer(asked.id, 'Yes.')).status).toBe(200);
  });
});

describe('what is said of answers', () => {
  test('orders them: official, accepted, by whom they helped; once an address, and never by their author', async () => {
    const asked = await ask();
    const author = newSecret();
    const plain = await published(asked.id, 'Plain.');
    const helpful = await published(asked.id, 'Helpful.', author);
    const accepted = await published(asked.id, 'Accepted.');
    const official = await published(asked.id, 'Official.');
    const vote = (secret: string, value: boolean, address: string) =>
      stage.server.call(contract.postHelpful, {
        path: { answer: helpful },
        secret,
        address,
        body: { value, language: 'en' },
      });
    const voter = newSecret();
    await vote(voter, true, '192.0.2.1');
    await vote(voter, true, '192.0.2.1');
    // Other browsers of one place are one voice.
    await vote(newSecret(), true, '192.0.2.1');
    await vote(newSecret(), true, '192.0.2.2');
    expect((await vote(author, true, '192.0.2.3')).status).toBe(400);
    const accept = (secret: string, id: string) =>
      stage.server.call(contract.postAccepted, { path: { answer: id }, secret, body: { accepted: true } });
    expect((await accept(voter, accepted)).status).toBe(403);
    await accept(asked.secret, plain);
    // One is accepted: the last.
    expect((await accept(asked.secret, accepted)).status).toBe(200);
    await stage.server.call(patchAnswer, {
      cookie: stage.cookie,
      path: { answer: official },
      body: { official: true },
    });
    const { answers } = await read(asked.id);
    expect(answers.map(({ id }) => id)).toEqual([official, accepted, helpful, plain]);
    expect(answers.map(({ helpful: count }) => count)).toEqual([0, 0, 2, 0]);
    const own = await stage.server.call(contract.getOwnPart, {
      path: { question: asked.id },
      secret: asked.secret,
    });
    expect(own.body).toMatchObject({ isAsker: true, meToo: false, helped: [] });
    await vote(voter, false, '192.0.2.1');
    expect((await read(asked.id)).answers[2]!.helpful).toBe(2);

    // What others find while they type is the official one.
    await stage.server.ctx.search.settled(stage.server.site.id);
    const found = await stage.server.call(getSuggestions, { query: { q: 'lamp fit outdoors' } });
    expect(found.body.suggestions[0]).toMatchObject({ id: asked.id, official: true, snippet: 'Official.' });
  });

  test('staff set a wrong answer right: it stays, with their note; what they edit is kept as it was', async () => {
    const asked = await ask();
    const id = await published(asked.id, 'Use any **bulb**.');
    const patch = (body: ChangeAnswer) =>
      stage.server.call(patchAnswer, { cookie: stage.cookie, path: { answer: id }, body });
    await patch({ correction: 'At most *7 watts*.' });
    const page = await (await get(asked.path)).text();
    expect(page).toMatch(/Correction by [^<]+<\/bdi>[\s\S]*<em>7 watts<\/em>[\s\S]*<strong>bulb<\/strong>/);
    const twin = await (await get(`${asked.path}.md`)).text();
    expect(twin).toContain('> At most *7 watts*.');
    await patch({ body: 'Use a bulb.' });
    await patch({ correction: '' });
    expect((await read(asked.id)).answers[0]).toMatchObject({
      correction: null,
      editedAt: expect.any(Number),
    });
  });

  test('search engines get a QAPage with what they require and recommend', async () => {
    const asked = await ask();
    // Nobody has answered: it is none yet.
    expect(dataOf(await (await get(asked.path)).text())[0]['@type']).toBe('Article');
    const one = await published(asked.id, 'Yes, it is.');
    await published(asked.id, 'Mine rusted.');
    await stage.server.call(patchAnswer, {
      cookie: stage.cookie,
      path: { answer: one },
      body: { accepted: true },
    });
    const [page, crumbs] = dataOf(await (await get(asked.path)).text());
    const author = { '@type': 'Person', name: 'Ola' };
    const answered = (text: string) => ({
      '@type': 'Answer',
      text,
      url: expect.stringMatching(/^http.*#answer-[0-9a-f-]{36}$/),
      upvoteCount: 0,
      datePublished: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      author,
    });
    expect(page).toMatchObject({
      '@type': 'QAPage',
      mainEntity: {
        '@type': 'Question',
        name: 'Does the lamp fit outdoors?',
        text: 'Does the lamp fit outdoors?',
        answerCount: 2,
        upvoteCount: 0,
        datePublished: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        author: { '@type': 'Person', name: 'Guest' },
        acceptedAnswer: [answered('Yes, it is.')],
        suggestedAnswer: [answered('Mine rusted.')],
      },
    });
    expect(crumbs['@type']).toBe('BreadcrumbList');
  });
});

const mailsTo = (address: string) =>
  stage.smtp.mails
    .filter(({ envelope }) => envelope.to[0] === address)
    .map(({ parsed, raw }) => ({ ...parsed, raw }));
const linkIn = (text: string, part: string): string =>
  new URL(new RegExp(`http\\S*/questions/${part}/\\S+`).exec(text)![0]).pathname;
const press = (path: string) =>
  stage.server.request('POST', path, {
    body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: '' },
  });

describe('who hears of answers', () => {
  test('followers, once they said by mail that it is they, until they end it', async () => {
    const asked = await ask();
    const zoe = 'zoe@visitor.example';
    const follow = `/sites/shop/questions/${asked.id}/follow`;
    expect(await (await form(follow, { email: 'nobody' })).text()).toContain('Enter a valid email address.');
    expect((await form(follow, { email: zoe })).headers.get('location')).toContain('said=sent');
    await stage.pass(1);
    const [confirm] = mailsTo(zoe);
    expect(confirm!.subject).toBe('Follow answers on Shop?');
    // A form is no relay: nothing of what strangers wrote is in it.
    expect(confirm!.raw).not.toContain('lamp');
    await published(asked.id, 'Too early.');
    await stage.pass(undoTime);
    expect(mailsTo(zoe)).toHaveLength(1);
    const link = linkIn(confirm!.text!, 'follow');
    // Scanners open every link.
    expect(await (await get(link)).text()).toContain('Yes, email me');
    expect((await press(link)).status).toBe(200);

    const { id } = await answer(asked.id, 'In time.');
    await stage.pass(undoTime);
    expect(mailsTo(zoe)).toHaveLength(1);
    await decide([id!], 'publish');
    await decide([id!], 'hold');
    await stage.pass(undoTime);
    // Staff took it back in time.
    expect(mailsTo(zoe)).toHaveLength(1);
    const next = await published(asked.id, 'Read by all.');
    await stage.pass(undoTime);
    const [, told] = mailsTo(zoe);
    expect(told).toMatchObject({
      subject: 'New answer: Shop',
      text: expect.stringContaining('Read by all.'),
    });
    expect(told!.text).toContain(`#answer-${next}`);
    expect((await press(linkIn(told!.text!, 'unfollow'))).status).toBe(200);
    await published(asked.id, 'Too late.');
    await stage.pass(undoTime);
    expect(mailsTo(zoe)).toHaveLength(2);
  });

  test('who asked, in their conversation and by mail; a stranger’s words go to no address that nobody proved', async () => {
    const ada = 'ada@visitor.example';
    const asked = await ask('Does the lamp fit outdoors?', { email: ada });
    await stage.pass(1);
    const before = mailsTo(ada).length;
    await published(asked.id, 'Stranger’s words.');
    await stage.pass(undoTime);
    const [told] = mailsTo(ada).slice(before);
    expect(told!.text).toContain('There’s a new answer to your question on “Shop”.');
    expect(told!.raw).not.toContain('words');
    const thread = await stage.server.call(getThread, {
      secret: asked.secret,
      path: { conversation: asked.conversation },
    });
    expect(thread.body.messages.flatMap(({ notice }) => notice?.kind ?? [])).toEqual([
      'opened_up',
      'new_answer',
    ]);
    expect((await press(linkIn(told!.text!, 'unfollow'))).status).toBe(200);
    await published(asked.id, 'More words.');
    await stage.pass(undoTime);
    expect(mailsTo(ada)).toHaveLength(before + 1);
  });
});

test('reports count what became public, by the team and by visitors', async () => {
  const asked = await ask();
  await published(asked.id, 'Yes, it is sealed.');
  // Held and hidden ones are nobody's answer.
  const { id: held } = await answer(asked.id, 'Buy my lamps!');
  await decide([held!], 'hide');
  const own = await stage.server.call(contract.postStaffAnswer, {
    cookie: stage.cookie,
    path: { question: asked.id },
    body: { id: newId(), body: 'It is, down to IP65.', official: true },
  });
  expect(own.status, JSON.stringify(own.body)).toBe(200);
  await runDueJobs(stage.server.ctx);
  const day = new Date(stage.server.clock.now()).toISOString().slice(0, 10);
  const report = async () =>
    (
      await stage.server.call(getSiteReport, {
        cookie: stage.cookie,
        query: { from: plusDays(day, -1), until: plusDays(day, 1) },
      })
    ).body.answers;
  const counted = { staff: { now: 1, before: 0 }, visitors: { now: 1, before: 0 } };
  expect(await report()).toEqual(counted);
  // Filled in from what is stored, it is the same.
  const { ctx, site } = stage.server;
  const facts = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: Filled = await askFacts.fill(ctx, site.id, {
      start: 0,
      after,
      before: Number.POSITIVE_INFINITY,
    });
    facts.push(...page.facts);
    after = page.after;
  }
  expect(facts.map(({ kind }) => kind).filter((kind) => kind.startsWith('answer.'))).toEqual(
    expect.arrayContaining(['answer.staff', 'answer.visitor']),
  );
});

test('a duplicate brings its answers, voices and followers with it, and takes them back', async () => {
  const one = await ask('Does the lamp fit outdoors?');
  const other = await ask('Can the lamp stand in rain?');
  await published(one.id, 'For one.');
  await published(other.id, 'For the other.');
  const meToo = (of: string, address: string) =>
    stage.server.call(contract.postMeToo, {
      path: { question: of },
      secret: newSecret(),
      address,
      body: { value: true, language: 'en' },
    });
  await meToo(one.id, '192.0.2.1');
  await meToo(other.id, '192.0.2.2');
  const link = { cookie: stage.cookie, path: { question: other.id } };
  await stage.server.call(linkDuplicate, { ...link, body: { of: one.id } });
  expect(await read(one.id)).toMatchObject({ meToo: 2, answers: [{}, {}] });
  expect((await get(other.path)).status).toBe(301);
  // Answered under the old address, it is the one that stays.
  expect((await answer(other.id, 'A third.')).status).toBe(200);
  // Who asked the other accepts here, too.
  const own = await stage.server.call(contract.getOwnPart, {
    path: { question: one.id },
    secret: other.secret,
  });
  expect(own.body.isAsker).toBe(true);
  await stage.server.call(unlinkDuplicate, link);
  expect(await read(one.id)).toMatchObject({ meToo: 1, answers: [{}] });
  expect(await read(other.id)).toMatchObject({ meToo: 1, answers: [{}] });
});

test('a page with an answer reads right to left in Arabic, and a visitor’s page is nobody else’s', async () => {
  const asked = await ask();
  await published(asked.id, 'Yes.');
  const arabic = await (await get(`${asked.path}?lang=ar`)).text();
  expect(arabic).toContain('اكتب إجابة');
  const sent = await form(`/sites/shop/questions/${asked.id}/answers`, { body: 'Mine alone.' });
  const mine = await get(asked.path, cookieOf(sent));
  expect(mine.headers.get('cache-control')).toContain('no-store');
  expect(await mine.text()).toContain('Mine alone.');
  expect(await (await get(asked.path)).text()).not.toContain('Mine alone.');
});
