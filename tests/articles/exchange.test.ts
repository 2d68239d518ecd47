import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportArticles } from '../../server/articles/exchange/export.ts';
import { importArticles } from '../../server/articles/exchange/import.ts';
import { createSite } from '../../server/core/people/sites/writes.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import type { Site } from '../../server/core/people/sites/sites.ts';
import * as routes from '../../shared/articles/routes.ts';
import {
  newId,
  password,
  publicUrl,
  siteOrigin,
  startTestServer,
  type TestServer,
} from '../helpers/server.ts';

const settings = {
  languages: ['en', 'de'],
  categories: [{ key: 'shipping', names: { en: 'Shipping', de: 'Versand' } }],
};

/** One of two sites of a server. */
interface Place {
  server: TestServer;
  site: Site;
  cookie: string;
}

let one: Place;
let two: Place;
let staff: string;
let folder: string;
beforeEach(async () => {
  const server = await startTestServer({ settings });
  const email = 'olga@shop.test';
  const other = await createSite(server.ctx, {
    key: 'other',
    name: 'Other',
    origins: [siteOrigin],
    settings,
  });
  for (const site of [server.site.id, other!])
    staff = await createStaff(server.ctx, { site, email, name: 'Olga', password, role: 'owner' });
  const cookie = await server.logIn(email);
  const at = async (id: string): Promise<Place> => ({
    server,
    site: (await server.ctx.sites.byId(id)) as Site,
    cookie,
  });
  [one, two] = [await at(server.site.id), await at(other!)];
  folder = mkdtempSync(join(tmpdir(), 'foyer-articles-'));
});
afterEach(async () => {
  await one.server.close();
  rmSync(folder, { recursive: true, force: true });
});

const list = async ({ server, cookie, site }: Place) =>
  (await server.call(routes.listArticles, { cookie, path: { site: site.id } })).body.articles;
const read = async ({ server, cookie, site }: Place, article: string) =>
  (await server.call(routes.getArticle, { cookie, path: { site: site.id, article } })).body.article;

/** Everything of all articles but what a new place makes anew. */
const contentOf = async (of: Place) => {
  const articles = [];
  for (const { id } of await list(of)) {
    const {
      texts,
      authors,
      revision: _,
      createdAt: __,
      changedAt: ___,
      helped,
      notHelped,
      ...article
    } = await read(of, id);
    articles.push({
      ...article,
      authors: authors.length,
      texts: Object.entries(texts).map(([language, text]) => ({
        language,
        title: text.title,
        body: text.body,
        state: text.state,
        updatedAt: text.updatedAt,
        path: text.path?.replace(text.id, 'ID').replace('/other/', '/shop/'),
      })),
    });
  }
  return articles;
};

const upload = async (): Promise<string> => {
  const id = newId();
  const bytes = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#258' } })
    .png()
    .toBuffer();
  const reply = await one.server.request(
    'POST',
    `/api/inbox/${one.site.id}/attachments?id=${id}&name=map.png`,
    {
      body: bytes,
      headers: { cookie: one.cookie, origin: publicUrl, 'content-type': 'application/octet-stream' },
    },
  );
  expect(reply.status).toBe(200);
  return id;
};

/** Writes an article; the text is published unless it says otherwise. */
const write = async (
  texts: Record<string, { title: string; body: string; publish?: boolean; next?: string }>,
  category: string | null = 'shipping',
) => {
  const { server, cookie } = one;
  const article = newId();
  const [language = 'en'] = Object.keys(texts);
  await server.call(routes.putArticle, {
    cookie,
    path: { article },
    body: {
      revision: 0,
      article: { category, audience: 'public', language, verifyBy: 1_800_000_000_000, authors: [staff] },
    },
  });
  for (const [tag, { title, body, publish = true, next }] of Object.entries(texts)) {
    const path = { article, text: newId() };
    const put = (revision: number, words: string) =>
      server.call(routes.putArticleText, {
        cookie,
        path,
        body: { language: tag, revision, title, body: words },
      });
    await put(0, body);
    if (publish)
      await server.call(routes.publishArticleText, { cookie, path, body: { revision: 1, at: null } });
    if (next) expect((await put(2, next)).status).toBe(200);
  }
  return article;
};

describe('articles as a folder of Markdown files', () => {
  test('go out and come back equal: texts, translations, drafts, topics, authors, dates and pictures', async () => {
    const picture = await upload();
    await write({
      en: {
        title: 'When does it come?',
        body: `In **two** days.\n\n![A map](attachment:${picture})\n\n| a | b |\n| - | - |\n| 1 | 2 |`,
      },
      de: { title: 'Wann kommt es?', body: 'In zwei Tagen.', publish: false },
    });
    one.server.clock.pass(3_600_000);
    await write(
      {
        en: { title: 'When does it come?', body: 'Another: with --- and "quotes"', next: 'What comes next' },
      },
      null,
    );
    const out = await exportArticles(one.server.ctx, one.site, folder);
    expect(out).toEqual({ articles: 2, blocks: 0, files: 4, pictures: 1, missing: [] });
    expect(readdirSync(folder, { recursive: true }).map(String).sort()).toContain(
      'shipping/wann-kommt-es.de.md',
    );
    const file = readFileSync(join(folder, 'shipping/when-does-it-come.en.md'), 'utf8');
    expect(file).toContain(`![A map](../pictures/${picture}.png)`);

    const options = { publish: false, dryRun: false };
    const dry = await importArticles(two.server.ctx, two.site, folder, { ...options, dryRun: true });
    expect([dry.added, dry.changed, dry.notes.rejected]).toEqual([4, 0, []]);
    expect(await list(two)).toEqual([]);
    const taken = await importArticles(two.server.ctx, two.site, folder, options);
    expect([taken.notes.rejected, taken.notes.places, taken.pictures]).toEqual([[], [], 1]);
    expect(await contentOf(two)).toEqual(await contentOf(one));
    const shown = await two.server.request('GET', `/api/sites/other/articles/pictures/${picture}`);
    expect(shown.headers.get('content-type')).toBe('image/png');

    const again = await importArticles(two.server.ctx, two.site, folder, options);
    expect([again.added, again.changed, again.unchanged]).toEqual([0, 0, 4]);
    expect(await contentOf(two)).toEqual(await contentOf(one));
  });

  test('of another tool come in by heading, folder and ending; what can’t be taken is listed with why', async () => {
    mkdirSync(join(folder, 'Versand/img'), { recursive: true });
    const put = (path: string, text: string | Buffer): void => writeFileSync(join(folder, path), text);
    put(
      'Versand/zoll.de.md',
      '\uFEFF# Zoll und Steuern\r\n\r\nSteht auf der Rechnung. ![Beleg](img/beleg.png) ![Weg](../../etc/passwd)',
    );
    put(
      'Versand/zoll.en.md',
      '---\ntitle: Customs\nlayout: page\ntags: [a]\n---\nOn the invoice. ![](img/none.png)',
    );
    put(
      'Versand/img/beleg.png',
      await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    );
    put('untitled.md', 'Only words.');
    put('broken.md', '---\ntitle: [unclosed\n---\nwords');
    put('bomb.md', `---\na: &a [x,x]\nb: &b [*a,*a]\ntitle: t\n---\nwords`);
    put('long.md', `# Long\n\n${'x'.repeat(100_001)}`);
    const report = await importArticles(one.server.ctx, one.site, folder, { publish: true, dryRun: false });
    expect(report).toMatchObject({ added: 2, changed: 0, pictures: 1 });
    expect(report.notes.rejected.map(({ row }) => row).sort()).toEqual([
      'bomb.md',
      'broken.md',
      'long.md',
      'untitled.md',
    ]);
    expect(report.notes.places.map(({ reason }) => reason)).toEqual([
      'the picture Versand/img/none.png isn’t in the folder',
    ]);
    const [article] = await contentOf(one);
    expect(article).toMatchObject({ category: 'shipping', language: 'en' });
    expect(article!.texts.map(({ title, state }) => [title, state])).toEqual([
      ['Zoll und Steuern', 'live'],
      ['Customs', 'live'],
    ]);
    expect(article!.texts[0]!.body).toContain('![Weg](../../etc/passwd)');
    const again = await importArticles(one.server.ctx, one.site, folder, { publish: true, dryRun: false });
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  });
});
