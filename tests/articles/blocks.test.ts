import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportArticles } from '../../server/articles/exchange/export.ts';
import { importArticles } from '../../server/articles/exchange/import.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { createSite } from '../../server/core/people/sites/writes.ts';
import type { Site } from '../../server/core/people/sites/sites.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { deleteArticleBlock, listArticleBlocks, putArticleBlock } from '../../shared/articles/blockRoutes.ts';
import * as contract from '../../shared/articles/routes.ts';
import { getSuggestions } from '../../shared/ask/routes.ts';
import { newId, password, siteOrigin, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
let cookie: string;
const settings = { languages: ['en', 'de'] };
beforeAll(async () => {
  server = await startTestServer({ settings });
  const person = { site: server.site.id, name: 'Olga Owner', password, role: 'owner' } as const;
  await createStaff(server.ctx, { ...person, email: 'olga@shop.test' });
  cookie = await server.logIn('olga@shop.test');
});
afterAll(() => server.close());

const put = (block: string, name: string, texts: Record<string, string>, revision = 0) =>
  server.call(putArticleBlock, { cookie, path: { block }, body: { revision, name, texts } });
const list = async () => (await server.call(listArticleBlocks, { cookie })).body.blocks;
const remove = (block: string, revision: number) =>
  server.call(deleteArticleBlock, { cookie, path: { block }, body: { revision } });

const write = async (title: string, body: string, language = 'en') => {
  const [article, text] = [newId(), newId()];
  await server.call(contract.putArticle, {
    cookie,
    path: { article },
    body: {
      revision: 0,
      article: { category: null, audience: 'public', language, verifyBy: null, authors: [] },
    },
  });
  const save = (revision: number, now: string) =>
    server.call(contract.putArticleText, {
      cookie,
      path: { article, text },
      body: { language, revision, title, body: now },
    });
  await save(0, body);
  const publish = (revision: number) =>
    server.call(contract.publishArticleText, {
      cookie,
      path: { article, text },
      body: { revision, at: null },
    });
  expect((await publish(1)).status).toBe(200);
  const read = async () =>
    (await server.call(contract.getArticle, { cookie, path: { article } })).body.article.texts[language]!;
  return { article, text, save, publish, read };
};

const page = async (text: string, slug: string) => {
  const reply = await server.request('GET', `/sites/shop/articles/${text}/${slug}`, {
    headers: { origin: '' },
  });
  return { html: await reply.text(), tag: reply.headers.get('etag') };
};

test('a block stands in every article that refers to it, and a change reaches page, twin, preview and search', async () => {
  const block = newId();
  expect((await put(block, 'window', { en: 'Within **thirty** days.', de: 'Binnen 30 Tagen.' })).status).toBe(
    200,
  );
  const one = await write('Sending things back', 'First.\n\n{{block:window}}\n\n`{{block:window}}`');
  const other = await write('Zurückschicken', 'So: {{block:window}}', 'de');
  const before = await page(one.text, 'sending-things-back');
  expect(before.html).toContain('<p>Within <strong>thirty</strong> days.</p>');
  expect(before.html).toContain('<code>{{block:window}}</code>');
  expect((await page(other.text, 'zurückschicken')).html).toContain('So: Binnen 30 Tagen.');
  expect((await list())[0]).toMatchObject({ name: 'window', uses: 2, changedBy: 'Olga Owner' });

  // The draft says something else by now, and goes on saying so.
  server.clock.pass(60_000);
  await one.save(2, 'Second. {{block:window}}');
  expect((await one.read()).state).toBe('changed');
  server.clock.pass(60_000);
  const texts = { en: 'Within **sixty** quokkadays.', de: 'Binnen 30 Tagen.' };
  expect((await put(block, 'window', texts, 1)).status).toBe(200);
  expect((await put(newId(), 'window', texts)).body).toMatchObject({ error: { fields: { name: 'taken' } } });
  expect((await put(block, 'other', texts, 2)).body).toMatchObject({
    error: { fields: { name: 'not_allowed' } },
  });
  expect((await put(block, 'window', texts, 1)).status).toBe(409);
  await runDueJobs(server.ctx);
  const after = await page(one.text, 'sending-things-back');
  expect(after.html).toContain('<strong>sixty</strong>');
  expect(after.tag).not.toBe(before.tag);
  const twin = await (
    await server.request('GET', `/sites/shop/articles/${one.text}/sending-things-back.md`)
  ).text();
  expect(twin).toContain('Within **sixty** quokkadays.');
  expect(twin).toContain('`{{block:window}}`');
  expect(await one.read()).toMatchObject({ state: 'changed', version: 1, revision: 3 });
  const typed = async () =>
    (await server.call(getSuggestions, { query: { q: 'quokkadays', language: 'en' } })).body.suggestions;
  await expect.poll(typed).toMatchObject([{ id: one.text }]);
  const shown = await server.call(contract.previewArticle, {
    cookie,
    body: { language: 'de', body: '{{block:window}} {{block:nothing}}' },
  });
  expect(JSON.stringify(shown.body.rich)).toContain('Binnen 30 Tagen. {{block:nothing}}');

  // Used in the draft of one, and in what readers have of the other.
  expect(await remove(block, 2)).toMatchObject({ status: 400 });
  await one.save(3, 'Third.');
  await one.publish(4);
  await other.save(2, 'Anders.');
  expect(await remove(block, 2)).toMatchObject({ status: 400 });
  await other.publish(3);
  expect((await list())[0]).toMatchObject({ uses: 0, usedIn: [] });
  expect((await remove(block, 2)).status).toBe(200);
  expect(await list()).toEqual([]);
});

test('no block holds another, says nothing, or has a name that a reference could not carry', async () => {
  expect((await put(newId(), 'loop', { en: 'Again: {{block:loop}}' })).body).toMatchObject({
    error: { fields: { texts: 'not_allowed' } },
  });
  expect((await put(newId(), 'empty', { en: ' ' })).body).toMatchObject({
    error: { fields: { texts: 'required' } },
  });
  for (const name of ['two words', 'a}}', '-a', 'a-', '', 'x'.repeat(61)])
    expect((await put(newId(), name, { en: 'Text' })).status).toBe(400);
});

test('blocks go out with the articles and come back equal; twice is once', async () => {
  const other = await createSite(server.ctx, {
    key: 'other',
    name: 'Other',
    origins: [siteOrigin],
    settings,
  });
  const site = (await server.ctx.sites.byId(other!)) as Site;
  const person = { site: site.id, name: 'Olga Owner', password, role: 'owner' } as const;
  await createStaff(server.ctx, { ...person, email: 'olga@shop.test' });
  await put(newId(), 'возврат', { en: 'Thirty days.\n\n- sure', de: 'Dreißig Tage.' });
  await write('Blocks on their way', 'Know: {{block:возврат}}');
  const folder = mkdtempSync(join(tmpdir(), 'foyer-blocks-'));
  try {
    const shop = (await server.ctx.sites.byId(server.site.id)) as Site;
    expect(await exportArticles(server.ctx, shop, folder)).toMatchObject({ blocks: 1, missing: [] });
    expect(readFileSync(join(folder, 'blocks/возврат.de.md'), 'utf8')).toContain('Dreißig Tage.');
    const options = { publish: false, dryRun: false };
    const first = await importArticles(server.ctx, site, folder, options);
    expect(first).toMatchObject({ blocks: { added: 1 }, notes: { rejected: [] } });
    const again = await importArticles(server.ctx, site, folder, options);
    expect(again).toMatchObject({ added: 0, changed: 0, blocks: { added: 0, changed: 0, unchanged: 1 } });
    const { body } = await server.call(listArticleBlocks, { cookie, path: { site: site.id } });
    expect(body.blocks).toMatchObject([
      { name: 'возврат', texts: { en: 'Thirty days.\n\n- sure', de: 'Dreißig Tage.' }, uses: 1 },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
