import { afterAll, beforeAll, expect, test } from 'vitest';
import * as contract from '../../shared/articles/routes.ts';
import { getSuggestions, postQuestion, postSuggestionEvent } from '../../shared/ask/routes.ts';
import {
  bringGapBack,
  listFittingAnswers,
  listGaps,
  publishQuestion,
  setGapAside,
} from '../../shared/ask/staffRoutes.ts';
import { postStaffMessage } from '../../shared/inbox/routes.ts';
import { newId, newSecret, password, question, type TestServer } from '../helpers/server.ts';
import { type MailStage, mailStage } from '../helpers/mailStage.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { getAlerts, putAlerts } from '../../shared/alerts/routes.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';

let stage: MailStage;
let server: TestServer;
let cookie: string;
beforeAll(async () => {
  stage = await mailStage({ settings: { languages: ['en', 'de'] } });
  server = stage.server;
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'owner',
  });
  cookie = await server.logIn('olga@shop.test');
});
afterAll(() => stage.close());

const asked = async (title: string, details: string) => {
  const body = question({ title, details, visibility: 'public', name: 'Wilhelmina Quist' });
  expect((await server.call(postQuestion, { secret: newSecret(), body })).status).toBe(200);
  return body.id;
};

const reply = async (conversation: string, text: string, visibility: 'public' | 'internal' = 'public') =>
  (
    await server.call(postStaffMessage, {
      path: { conversation },
      cookie,
      body: { id: newId(), body: text, visibility: visibility as 'public' },
    })
  ).body.message.id;

const draft = (from: { conversation: string } | { question: string }) =>
  server.call(contract.draftArticle, { cookie, body: { from } });

const publishText = (article: string, text: string, revision: number) =>
  server.call(contract.publishArticleText, { cookie, path: { article, text }, body: { revision, at: null } });

const page = async (path: string) => (await server.request('GET', path, { headers: { origin: '' } })).text();

test('a conversation becomes the draft of an article without who took part, and is it once', async () => {
  const conversation = await asked(
    'Pannier rails for order #10482',
    'Hi Olga,\n\nmy IBAN is DE89 3704 0044 0532 0130 00, call me at (030) 901 82 77 or mail wilma@quist.example.\n\nThanks,\nWilhelmina',
  );
  await reply(conversation, 'Hello Wilhelmina! The rails are **21 mm** wide.');
  await reply(conversation, 'They fit bags of 2023-10-01 and later, for €49.90. Olga Owner');
  const { status, body } = await draft({ conversation });
  expect(status).toBe(200);
  const text = body.article.texts['en']!;
  expect(text.title).toBe('Pannier rails for order [order number]');
  expect(text.body).toBe(
    [
      'Hi [name],\n\nmy IBAN is [IBAN], call me at [phone number] or mail [email].\n\nThanks,\n[name]',
      '## Answer',
      'Hello [name]! The rails are **21 mm** wide.',
      'They fit bags of 2023-10-01 and later, for €49.90. [name]',
    ].join('\n\n'),
  );
  expect(text).toMatchObject({ state: 'draft', path: null });
  expect(body.article.from).toEqual({ conversation, question: null });
  expect(JSON.stringify(body)).not.toMatch(/quist|DE89|901 82|10482/i);
  // The draft is its author's by now: asked for again, it is as they left it.
  const again = await draft({ conversation });
  expect(again.body.article.id).toBe(body.article.id);
  const listed = await server.call(contract.listArticlesFrom, { cookie, query: { conversation } });
  expect(listed.body.articles).toEqual([{ id: body.article.id, title: text.title, isOut: false }]);
});

test('from a question on, suggestions, replies and its page lead to the article instead', async () => {
  const title = 'Can the narwhal horn be polished?';
  const conversation = await asked(title, '');
  const message = await reply(conversation, 'Yes.');
  const made = await server.call(publishQuestion, {
    path: { conversation },
    cookie,
    body: { message, title, details: '', answer: 'Yes, with wax. Ask Ada.', language: 'en', official: true },
  });
  const { id, path } = made.body.question!;
  const suggested = async () =>
    (
      await server.call(getSuggestions, { query: { q: 'polish narwhal horn', language: 'en' } })
    ).body.suggestions.map((one) => one.id);
  await expect.poll(suggested).toEqual([id]);
  const { body } = await draft({ question: id });
  const { article } = body;
  expect(article.from).toEqual({ conversation, question: { id, title, path } });
  expect(article.texts['en']).toMatchObject({ title, body: 'Yes, with wax. Ask [name].' });
  // From the conversation it's the same article.
  expect((await draft({ conversation })).body.article.id).toBe(article.id);
  // While it's a draft, nothing changes for readers.
  expect(await suggested()).toEqual([id]);
  expect(await page(`${path}?lang=en`)).not.toContain('There’s an article about this');

  const text = article.texts['en']!;
  await publishText(article.id, text.id, text.revision);
  await expect.poll(suggested).toEqual([text.id]);
  const html = await page(`${path}?lang=en`);
  expect(html).toContain('There’s an article about this');
  expect(html).toContain(`/articles/${text.id}/`);
  const other = await asked('Polishing a narwhal horn, can it be done?', '');
  await expect
    .poll(async () =>
      (await server.call(listFittingAnswers, { cookie, path: { conversation: other } })).body.answers.map(
        (one) => one.question,
      ),
    )
    .toEqual([text.id]);
  // Taken back, the question answers again.
  const now = (await server.call(contract.getArticle, { cookie, path: { article: article.id } })).body;
  await server.call(contract.unpublishArticleText, {
    cookie,
    path: { article: article.id, text: text.id },
    body: { revision: now.article.texts['en']!.revision },
  });
  await expect.poll(suggested).toEqual([id]);
});

test('a question that is published after the article was written from its conversation gives way to it, too', async () => {
  const title = 'How loud is a pangolin bell?';
  const conversation = await asked(title, '');
  const message = await reply(conversation, 'Forty decibels.');
  const { article } = (await draft({ conversation })).body;
  const text = article.texts['en']!;
  await publishText(article.id, text.id, text.revision);
  await server.call(publishQuestion, {
    path: { conversation },
    cookie,
    body: { message, title, details: '', answer: 'Forty.', language: 'en', official: true },
  });
  await server.ctx.search.settled(server.site.id);
  await expect
    .poll(async () =>
      (
        await server.call(getSuggestions, { query: { q: 'loud pangolin bell', language: 'en' } })
      ).body.suggestions.map((one) => one.id),
    )
    .toEqual([text.id]);
});

test('what isn’t there, is another site’s, or both at once gives no draft; two who begin it at once share one', async () => {
  expect((await draft({ conversation: newId() })).status).toBe(404);
  expect((await draft({ question: newId() })).status).toBe(404);
  const both = await server.call(contract.draftArticle, {
    cookie,
    body: { from: { question: newId(), conversation: newId() } as never },
  });
  expect(both.status).toBe(400);
  const conversation = await asked('Two begin at once', 'Really.');
  const [one, two] = await Promise.all([draft({ conversation }), draft({ conversation })]);
  expect(one.body.article.id).toBe(two.body.article.id);
  expect(Object.keys(one.body.article.texts)).toEqual(['en']);
});

test('what people look for in vain is put together by what it is about, set aside and brought back', async () => {
  const searchFor = async (title: string, before: [query: string, on: string][] = []) => {
    const session = newId();
    for (const [query, on] of before)
      await server.call(postSuggestionEvent, {
        body: { id: newId(), session, kind: 'shown', question: on, query, language: 'en' },
      });
    if (title)
      await server.call(postQuestion, { secret: newSecret(), body: { ...question({ title }), session } });
  };
  const listed = async () => (await server.call(listGaps, { cookie })).body.gaps;
  const about = async (word: string) => (await listed()).find(({ title }) => title.includes(word));
  await searchFor('How do I rent a zeppelin?');
  await searchFor('Can I rent a zeppelin?');
  await searchFor('rent zeppelins please');
  await searchFor('Is there a discount for okapis?');
  expect(await about('zeppelin')).toMatchObject({ people: 3, times: 3, nothing: 3, asked: 0, refined: 0 });
  expect((await about('zeppelin'))!.phrasings).toHaveLength(3);
  expect(await about('okapi')).toMatchObject({ people: 1 });

  // Shown something, and asked all the same; put in other words, and left.
  const title = 'How loud is a vuvuzela mute?';
  const conversation = await asked(title, '');
  const message = await reply(conversation, 'Very.');
  const made = await server.call(publishQuestion, {
    path: { conversation },
    cookie,
    body: { message, title, details: '', answer: 'Very.', language: 'en', official: true },
  });
  const on = made.body.question!.id;
  await searchFor('vuvuzela mute broken in two', [['vuvuzela mute', on]]);
  await searchFor('', [
    ['vuvuzela broken', on],
    ['repair my vuvuzela mute', on],
  ]);
  // Typed on, it is the same search still.
  await searchFor('', [
    ['vuvuzela', on],
    ['vuvuzela mute', on],
  ]);
  const all = (await listed()).filter(({ title: one }) => one.includes('vuvuzela'));
  expect(all.reduce((sum, one) => sum + one.asked, 0)).toBe(1);
  expect(all.reduce((sum, one) => sum + one.refined, 0)).toBe(1);

  const { phrasings } = (await about('zeppelin'))!;
  server.clock.pass(1);
  const aside = await server.call(setGapAside, { cookie, body: { phrasings } });
  expect(aside.body.gaps.some((one) => one.title.includes('zeppelin'))).toBe(false);
  const back = await server.call(bringGapBack, { cookie, body: { phrasings } });
  expect(back.body.gaps.some((one) => one.title.includes('zeppelin'))).toBe(true);
  // Who looks for it again says that it is missing still.
  await server.call(setGapAside, { cookie, body: { phrasings } });
  server.clock.pass(1);
  await searchFor('rent a zeppelin');
  expect(await about('zeppelin')).toMatchObject({ people: 1 });

  // An article answers it.
  const article = newId();
  const text = newId();
  await server.call(contract.putArticle, {
    cookie,
    path: { article },
    body: {
      revision: 0,
      article: { category: null, audience: 'public', language: 'en', verifyBy: null, authors: [] },
    },
  });
  await server.call(contract.putArticleText, {
    cookie,
    path: { article, text },
    body: { language: 'en', revision: 0, title: 'How to rent a zeppelin', body: 'By the hour.' },
  });
  await publishText(article, text, 1);
  await expect.poll(() => about('rent a zeppelin')).toBeUndefined();
});

test('who wrote an article is reminded once on its day, in their language, unless they chose otherwise or moved it', async () => {
  const day = 24 * 3_600_000;
  const reminders = () => stage.smtp.mails.filter(({ raw }) => /^X-Foyer: check/im.test(raw));
  const save = (article: string, revision: number, verifyBy: number) =>
    server.call(contract.putArticle, {
      cookie,
      path: { article },
      body: {
        revision,
        article: { category: null, audience: 'internal', language: 'en', verifyBy, authors: [] },
      },
    });
  const write = async (title: string, verifyBy: number) => {
    const article = newId();
    await save(article, 0, verifyBy);
    await server.call(contract.putArticleText, {
      cookie,
      path: { article, text: newId() },
      body: { language: 'en', revision: 0, title, body: 'Yes.' },
    });
    return article;
  };
  const { choices } = (await server.call(getAlerts, { cookie })).body;
  expect(choices.mailChecks).toBe(true);
  await server.call(putAlerts, { cookie, body: { ...choices, mailLanguage: 'de' } });
  const now = server.clock.now();
  await write('Customs of Norway', now + 2 * day);
  const moved = await write('Customs of Oman', now + 2 * day);
  await save(moved, 1, now + 900 * day);
  server.clock.pass(2 * day);
  await runDueJobs(server.ctx);
  expect(reminders()).toHaveLength(0);
  server.clock.pass(day);
  for (let again = 0; again < 3; again++) await runDueJobs(server.ctx);
  expect(reminders()).toHaveLength(1);
  expect(reminders()[0]!.raw).toMatch(/^To: .*olga@shop\.test/im);
  expect(reminders()[0]!.parsed?.subject).toContain('Stimmt das noch? Customs of Norway');
  expect(reminders()[0]!.parsed?.text).toContain('/inbox/articles/');

  cookie = await server.logIn('olga@shop.test');
  const { body } = await server.call(getAlerts, { cookie });
  await server.call(putAlerts, { cookie, body: { ...body.choices, mailChecks: false } });
  await write('Customs of Peru', server.clock.now() + day);
  server.clock.pass(2 * day);
  for (let again = 0; again < 3; again++) await runDueJobs(server.ctx);
  expect(reminders()).toHaveLength(1);
});
