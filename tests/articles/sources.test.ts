import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importArticles } from '../../server/articles/exchange/import.ts';
import * as routes from '../../shared/articles/routes.ts';
import { publicUrl, startTestServer, type TestServer } from '../helpers/server.ts';

/* Example files of our own, in the shape that both systems' public documentation gives. */

let server: TestServer;
let cookie: string;
let folder: string;
beforeEach(async () => {
  server = await startTestServer({
    settings: {
      languages: ['en', 'de'],
      categories: [{ key: 'shipping', names: { en: 'Shipping', de: 'Versand' } }],
    },
  });
  cookie = await server.logIn();
  folder = mkdtempSync(join(tmpdir(), 'foyer-sources-'));
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (path: string, content: unknown): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), Buffer.isBuffer(content) ? content : JSON.stringify(content));
};
const picture = () =>
  sharp({ create: { width: 12, height: 8, channels: 3, background: '#258' } })
    .png()
    .toBuffer();
const run = async (from: 'zendesk' | 'helpscout', publish = true) =>
  importArticles(server.ctx, server.site, folder, { publish, dryRun: false, from });
const articles = async () => {
  const { body } = await server.call(routes.listArticles, { cookie, path: { site: server.site.id } });
  return Promise.all(
    body.articles.map(
      async ({ id }) =>
        (await server.call(routes.getArticle, { cookie, path: { site: server.site.id, article: id } })).body
          .article,
    ),
  );
};

const body = `<h2>How long</h2><p>In <strong>two</strong> days.<script>x()</script> See <a href="https://shop.test/map">the map</a>
or <a href="javascript:x()">this</a>.</p><table><thead><tr><th>Place</th><th>Days</th></tr></thead><tbody><tr><td>Here | there</td>
<td><p>1</p></td></tr><tr><td>Far</td></tr></tbody></table><p><img src="https://shop.zendesk.com/hc/article_attachments/3601/map.png" alt="Map"></p>
<iframe src="//www.youtube.com/embed/abc"></iframe><p><img src="https://elsewhere.test/none.png" alt="None"></p>`;

describe('a Zendesk Guide export', () => {
  const write = async () => {
    put('categories.json', { categories: [{ id: 1, name: 'Orders', locale: 'en-us' }] });
    put('sections.json', { sections: [{ id: 2, category_id: 1, name: 'Shipping', locale: 'en-us' }] });
    put('articles/page-1.json', {
      count: 3,
      next_page: null,
      articles: [
        {
          id: 3600001,
          title: 'When does it come?',
          body,
          locale: 'en-us',
          source_locale: 'en-us',
          section_id: 2,
          position: 4,
          draft: false,
          user_segment_id: null,
          created_at: '2021-03-01T10:00:00Z',
          updated_at: '2022-03-01T10:00:00Z',
          edited_at: '2022-02-01T10:00:00Z',
          translations: [
            { id: 9, locale: 'de', title: 'Wann kommt es?', body: '<p>In zwei Tagen.</p>', draft: true },
            { id: 10, locale: 'en-gb', title: 'When does it come, then?', body: '<p>Soon.</p>' },
          ],
        },
        {
          id: 3600002,
          title: 'For the team',
          body: '<p>Quietly.</p>',
          locale: 'en-us',
          section_id: 2,
          user_segment_id: 7,
        },
        { id: 3600003, title: '', body: '<p>x</p>', locale: 'en-us', section_id: 99 },
      ],
    });
    put('translations.json', {
      translations: [
        {
          id: 11,
          source_id: 3600002,
          source_type: 'Article',
          locale: 'de',
          title: 'Fürs Team',
          body: '<p>Leise.</p>',
        },
        { id: 12, source_id: 77, source_type: 'Article', locale: 'de', title: 'Weg', body: '' },
        { id: 13, source_id: 2, source_type: 'Section', locale: 'de', title: 'Versand' },
      ],
    });
    put('article_attachments/3601/map.png', await picture());
    put('article_attachments/3602/map.png', await picture());
  };

  test('comes in with sections, translations, drafts, pictures and who may see it; twice is once', async () => {
    await write();
    const report = await run('zendesk');
    expect(report).toMatchObject({ added: 4, pictures: 1 });
    expect(report.notes.rejected.map(({ row }) => row).sort()).toEqual([
      'translation 12',
      'zendesk/3600001.en.html (en-gb)',
      'zendesk/3600003.en.html',
    ]);
    expect(report.notes.places.map(({ reason }) => reason)).toEqual([
      'the picture https://elsewhere.test/none.png isn’t in the folder',
    ]);
    const all = await articles();
    const first = all.find(({ audience }) => audience === 'public')!;
    expect(first).toMatchObject({ category: 'shipping', language: 'en', position: 4 });
    const text = first.texts['en']!;
    expect(text).toMatchObject({ title: 'When does it come?', state: 'live' });
    expect(text.updatedAt).toBe(Date.parse('2022-02-01T10:00:00Z'));
    expect(text.body).toMatch(/!\[Map\]\(attachment:[0-9a-f-]{36}\)/);
    expect(text.body.replace(/!\[Map\].*?\)/, 'PICTURE')).toBe(
      '## How long\n\nIn **two** days. See [the map](https://shop.test/map) or this.\n\n' +
        '| Place | Days |\n| --- | --- |\n| Here \\| there | 1 |\n| Far |  |\n\n' +
        'PICTURE\n\n<https://www.youtube.com/embed/abc>\n\nNone',
    );
    expect(first.texts['de']).toMatchObject({ title: 'Wann kommt es?', state: 'draft' });
    const inside = all.find(({ audience }) => audience === 'internal')!;
    expect(
      Object.values(inside.texts)
        .map((one) => one!.title)
        .sort(),
    ).toEqual(['For the team', 'Fürs Team']);
    const again = await run('zendesk');
    expect([again.added, again.changed, again.unchanged]).toEqual([0, 0, 4]);
  });

  test('publishes nothing unless told so, and breaks off at no broken file', async () => {
    await write();
    writeFileSync(join(folder, 'zz.json'), '{"articles": [{"id": 5, "title": "Cut');
    const report = await run('zendesk', false);
    expect(report.notes.rejected.map(({ row }) => row)).toContain('line 1');
    expect((await articles()).flatMap(({ texts }) => Object.values(texts).map((one) => one!.state))).toEqual([
      'draft',
      'draft',
      'draft',
      'draft',
    ]);
  });
});

describe('a Help Scout Docs export', () => {
  test('comes in with collections, categories, drafts and pictures; what has no text is listed', async () => {
    put('collections.json', {
      collections: {
        page: 1,
        items: [
          { id: 'c1', name: 'Help', visibility: 'public' },
          { id: 'c2', name: 'Team', visibility: 'private' },
        ],
      },
    });
    put('categories.json', { categories: { items: [{ id: 'k1', name: 'Versand', visibility: 'public' }] } });
    const article = (id: string, more: object) => ({
      article: {
        id,
        collectionId: 'c1',
        status: 'published',
        categories: ['k1'],
        createdAt: '2020-01-01T00:00:00Z',
        lastPublishedAt: '2021-01-01T00:00:00Z',
        ...more,
      },
    });
    put(
      'articles/a1.json',
      article('a1', {
        name: 'Sizes',
        text: '<p>Measure. <img src="//d33v.cloudfront.net/docs/assets/x/images/y/file-abc.png"></p>',
      }),
    );
    put('articles/a2.json', article('a2', { name: 'Notes', text: '<p>Draft.</p>', status: 'notpublished' }));
    put('articles/a3.json', article('a3', { name: 'Team', text: '<p>Inside.</p>', collectionId: 'c2' }));
    put('list.json', {
      articles: {
        items: [
          { id: 'a1', name: 'Sizes' },
          { id: 'a4', name: 'Only a title' },
        ],
      },
    });
    put('images/file-abc.png', await picture());
    const report = await run('helpscout');
    expect(report).toMatchObject({ added: 3, pictures: 1 });
    expect(report.notes.rejected).toEqual([
      { row: 'helpscout/a4.html', reason: 'the export has its title, and not its text' },
    ]);
    const all = (await articles()).map(({ audience, category, texts }) => [
      Object.values(texts)[0]!.title,
      Object.values(texts)[0]!.state,
      audience,
      category,
    ]);
    expect(all.sort()).toEqual([
      ['Notes', 'draft', 'public', 'shipping'],
      ['Sizes', 'live', 'public', 'shipping'],
      ['Team', 'live', 'internal', 'shipping'],
    ]);
    expect((await run('helpscout')).unchanged).toBe(3);
  });
});

describe('old addresses', () => {
  const put1 = (more: Record<string, unknown> = {}) =>
    put('articles.json', {
      articles: [
        {
          id: 3600001,
          title: 'When does it come?',
          body: '<p>Soon.</p>',
          locale: 'en-us',
          draft: false,
          html_url: 'https://help.shop.test/hc/en-us/articles/3600001-When-does-it-come-',
          ...more,
        },
      ],
    });
  const get = (path: string, host?: string) =>
    server.request('GET', path, { headers: { origin: '', ...(host && { host }) } });
  const placeOf = (response: Response) => [response.status, response.headers.get('location')];

  test('lead to the new page: behind the site’s own path, and on the host that they had', async () => {
    put1();
    await run('zendesk');
    // Twice is once.
    await run('zendesk');
    const [article] = await articles();
    expect(article!.former).toEqual(['help.shop.test/hc/en-us/articles/3600001']);
    const behind = await get('/sites/shop/from/hc/en-us/articles/3600001-Renamed-since?x=1');
    expect(placeOf(behind)).toEqual([
      301,
      expect.stringMatching(/^\/sites\/shop\/articles\/.*\/when-does-it-come/),
    ]);
    expect((await get('/sites/shop/from/hc/en-us/articles/36000012')).status).toBe(404);
    expect((await get('/sites/shop/from/https://evil.test/')).status).toBe(404);
    const { mountFormerAddresses } = await import('../../server/articles/redirects/pages.ts');
    const { Hono } = await import('hono');
    const app = new Hono();
    mountFormerAddresses(app, server.ctx);
    const at = (host: string, path = '/hc/en-us/articles/3600001') =>
      app.request(path, { headers: { host } });
    expect(placeOf(await at('HELP.shop.test'))).toEqual([
      301,
      expect.stringContaining('/sites/shop/articles/'),
    ]);
    expect((await at('evil.test')).status).toBe(404);
    expect((await at('help.shop.test', '/hc/en-us/articles/1')).status).toBe(404);
  });

  test('of what isn’t public lead nowhere; all are exported for the owner’s own server', async () => {
    put1();
    await run('zendesk');
    const csv = await server.request('GET', `/api/inbox/${server.site.id}/articles-redirects`, {
      headers: { cookie, origin: publicUrl },
    });
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(await csv.text()).toMatch(
      /^old,new\nhelp\.shop\.test\/hc\/en-us\/articles\/3600001,https?:\/\/\S+\/sites\/shop\/articles\/\S+\n$/,
    );
    put1({
      id: 3600002,
      title: 'A draft',
      draft: true,
      html_url: 'https://help.shop.test/hc/en-us/articles/3600002',
    });
    await run('zendesk', false);
    expect((await get('/sites/shop/from/hc/en-us/articles/3600002')).status).toBe(404);
  });
});
