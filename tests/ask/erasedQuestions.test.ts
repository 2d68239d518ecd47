import { afterEach, beforeEach, expect, test } from 'vitest';
import { draftArticle, getArticle, publishArticleText } from '../../shared/articles/routes.ts';
import { postCommunityAnswer, listStaffAnswers } from '../../shared/ask/answerRoutes.ts';
import { getSuggestions, postQuestion } from '../../shared/ask/routes.ts';
import { listPins, postPin, publishQuestion } from '../../shared/ask/staffRoutes.ts';
import * as privacy from '../../shared/core/people/personalDataRoutes.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { personalQuestions } from '../../server/ask/queries/personalQuestions.ts';
import { type MailStage, mailStage } from '../helpers/mailStage.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { newId, newSecret, password, question } from '../helpers/server.ts';

/* The public questions of somebody whose data is erased. */

let stage: MailStage;
beforeEach(async () => {
  stage = await mailStage({ settings: { communityAnswers: 'trusted' } });
  const { ctx, site, logIn } = stage.server;
  const email = 'olga@shop.test';
  await createStaff(ctx, { site: site.id, email, name: 'Olga Owner', password, role: 'owner' });
  stage.cookie = await logIn(email);
});
afterEach(() => stage.close());

const title = 'Can the narwhal horn be polished at home?';
const details = 'Mine came from Uncle Pip’s attic.';

/** Asks, and publishes what was asked in some words. */
const ask = async (secret: string, words: { title: string; details: string }) => {
  const { server, cookie } = stage;
  const body = question({ title, details, name: 'Zoë Quill', visibility: 'public' });
  expect((await server.call(postQuestion, { secret, body })).status).toBe(200);
  const { id: message } = await stage.reply(body.id, 'Yes, with wax.');
  const given = { ...words, message, answer: 'Yes, with wax.', language: 'en', official: true };
  const path = { conversation: body.id };
  const publish = async (more: object = {}) => {
    const made = await server.call(publishQuestion, { cookie, path, body: { ...given, ...more } });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    return made.body.question!;
  };
  return { conversation: body.id, publish, ...(await publish()) };
};

const get = (path: string) => stage.server.request('GET', path, { headers: { origin: '' } });
const read = async (path: string) => {
  const reply = await get(path);
  return { status: reply.status, text: await reply.text() };
};
const pages = async (secret: string) => (await stage.server.call(privacy.getOwnData, { secret })).body.pages;
const erase = async (secret: string) => {
  expect((await stage.server.call(privacy.eraseOwnData, { secret })).status).toBe(200);
  await runDueJobs(stage.server.ctx);
  await stage.server.ctx.search.settled(stage.server.site.id);
};
const found = async () =>
  (
    await stage.server.call(getSuggestions, { query: { q: 'narwhal horn', language: 'en' } })
  ).body.suggestions.map(({ id }) => id);

test('in their words it goes, with all that leads to it; its address says that it’s gone', async () => {
  const { server, cookie, secret } = stage;
  const asked = await ask(secret, { title, details });
  const pin = { id: newId(), phrase: 'horn', question: asked.id };
  expect((await server.call(postPin, { cookie, body: pin })).status).toBe(200);
  // Somebody else answers: that is theirs, and leads nowhere any more.
  const others = { id: newId(), body: 'Beeswax works.', name: 'Ola', language: 'en' };
  const path = { question: asked.id };
  expect((await server.call(postCommunityAnswer, { secret: newSecret(), path, body: others })).status).toBe(
    200,
  );
  await server.ctx.search.settled(server.site.id);
  expect(await found()).toEqual([asked.id]);
  expect((await read(asked.path)).text).toContain('narwhal');
  expect((await read('/sites/shop/questions')).text).toContain('narwhal');
  expect(await pages(secret)).toEqual({ go: 1, stay: 0 });

  await erase(secret);
  const gone = await read(asked.path);
  expect(gone.status).toBe(410);
  expect(gone.text).toContain('This page is gone');
  expect(gone.text).not.toContain('narwhal');
  expect((await get(`${asked.path}.md`)).status).toBe(410);
  expect((await read('/sites/shop/questions')).text).not.toContain('narwhal');
  expect((await read('/sites/shop/sitemap.xml')).text).not.toContain(asked.id);
  expect(await found()).toEqual([]);
  expect((await server.call(listPins, { cookie })).body.pins).toEqual([]);
  expect((await server.call(listStaffAnswers, { cookie, query: { state: 'waiting' } })).body.answers).toEqual(
    [],
  );
  const rows = await server.ctx.database.raw<object>('select body from answers', []);
  expect(rows).toEqual([{ body: 'Beeswax works.' }]);
});

test('in the team’s words it stays, without the details that were theirs and without who asked', async () => {
  const { server, secret } = stage;
  const words = { title: 'Polishing horn', details };
  const asked = await ask(secret, words);
  const reworded = await ask(secret, { title: 'Care of old horn', details: 'For what is inherited.' });
  expect(await pages(secret)).toEqual({ go: 0, stay: 2 });
  await erase(secret);
  const kept = await read(asked.path);
  expect(kept.status).toBe(200);
  expect(kept.text).toContain('Polishing horn');
  expect(kept.text).toContain('Yes, with wax.');
  expect(kept.text).not.toContain('attic');
  expect((await read(reworded.path)).text).toContain('For what is inherited.');
  const rows = await server.ctx.database.raw<object>(
    'select distinct asker_id, conversation_id, own_words from questions',
    [],
  );
  expect(rows).toEqual([{ asker_id: null, conversation_id: null, own_words: 'none' }]);
});

test('once the team rewords it, it’s the team’s; with their name in it, it’s theirs', async () => {
  const { secret } = stage;
  const asked = await ask(secret, { title, details: '' });
  await asked.publish({ title: 'Zoë Quill’s horn' });
  expect(await pages(secret)).toEqual({ go: 1, stay: 0 });
  await asked.publish({ title: 'Polishing horn' });
  expect(await pages(secret)).toEqual({ go: 0, stay: 1 });
});

test('stays when its conversation is too old, and goes when they’re erased after that', async () => {
  const { server, secret } = stage;
  const asked = await ask(secret, { title, details });
  const { ctx, site } = server;
  const old = { siteId: site.id, visitors: [], subjects: [], emails: [], typed: [], isSelf: false };
  const batch = await personalQuestions.erase(ctx, { ...old, conversations: [asked.conversation] });
  await ctx.database.write((tx) => batch!.write(tx, 0));
  expect(
    await personalQuestions.erase(ctx, { ...old, conversations: [asked.conversation] }),
    'nothing is left to do',
  ).toBeNull();
  expect((await read(asked.path)).status).toBe(200);
  await erase(secret);
  expect((await read(asked.path)).status).toBe(410);
});

test('an article stays that the team worked on, a draft that nobody did goes', async () => {
  const { server, cookie, secret } = stage;
  const [one, two] = [
    await ask(secret, { title, details }),
    await ask(secret, { title: 'Care of old horn', details: '' }),
  ];
  const draft = async (of: string) =>
    (await server.call(draftArticle, { cookie, body: { from: { question: of } } })).body.article;
  const [worked, begun] = [await draft(one.id), await draft(two.id)];
  const text = worked.texts['en']!;
  const path = { article: worked.id, text: text.id };
  const out = { revision: text.revision, at: null };
  expect((await server.call(publishArticleText, { cookie, path, body: out })).status).toBe(200);
  await erase(secret);
  const status = async (article: string) =>
    (await server.call(getArticle, { cookie, path: { article } })).status;
  expect([await status(worked.id), await status(begun.id)]).toEqual([200, 404]);
  const { article } = (await server.call(getArticle, { cookie, path: { article: worked.id } })).body;
  expect(article.from).toEqual({ conversation: null, question: null });
});
