import { afterAll, beforeAll, expect, test } from 'vitest';
import * as contract from '../../shared/articles/routes.ts';
import type { ArticleMeta } from '../../shared/articles/schema.ts';
import { getQuestion, getSuggestions, postQuestion, postSuggestionEvent } from '../../shared/ask/routes.ts';
import { listFittingAnswers } from '../../shared/ask/staffRoutes.ts';
import { createSite } from '../../server/core/people/sites/writes.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
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

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer({
    settings: {
      languages: ['en', 'de'],
      categories: [
        { key: 'parcels', names: { en: 'Parcels', de: 'Pakete' }, icon: 'truck' },
        { key: 'films', names: { en: 'Films', de: 'Filme' } },
      ],
    },
  });
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'owner',
  });
  cookie = await server.logIn('olga@shop.test');
});
afterAll(() => server.close());

const meta = (over: Partial<ArticleMeta> = {}): ArticleMeta => ({
  category: 'parcels',
  audience: 'public',
  language: 'en',
  verifyBy: null,
  authors: [],
  ...over,
});

const body = [
  'A rack carries **18 kg**.',
  '## Fitting it',
  '| Tool | Size |\n|---|---|\n| Allen key | 5 mm |',
  '> [!WARNING]\n> Never over 18 kg.',
  '## Taking it off',
  '::: details And the lights?\nThey stay.\n:::',
  '### Afterwards',
  '<script>alert(1)</script>',
].join('\n\n');

/** An article with a draft of its original. */
const write = async (title: string, text = body, over: Partial<ArticleMeta> = {}) => {
  const article = newId();
  const saved = await server.call(contract.putArticle, {
    cookie,
    path: { article },
    body: { revision: 0, article: meta(over) },
  });
  expect(saved.status).toBe(200);
  const id = textOf(article, over.language);
  expect((await save(article, title, text, 0, over.language)).status).toBe(200);
  return { article, id };
};

/** The id of a language of an article. */
const ids = new Map<string, string>();
const textOf = (article: string, language = 'en'): string => {
  const key = `${article} ${language}`;
  if (!ids.has(key)) ids.set(key, newId());
  return ids.get(key)!;
};

const save = (article: string, title: string, text: string, revision: number, language = 'en') =>
  server.call(contract.putArticleText, {
    cookie,
    path: { article, text: textOf(article, language) },
    body: { language, revision, title, body: text },
  });

const publish = (article: string, revision: number, at: number | null = null, language = 'en') =>
  server.call(contract.publishArticleText, {
    cookie,
    path: { article, text: textOf(article, language) },
    body: { revision, at },
  });

const page = (path: string) => server.request('GET', path, { headers: { origin: '' } });

test('an article is a draft until it is published; then it is read, found while typing, opened and judged like an answer', async () => {
  const { article, id } = await write('How to fit a luggage rack');
  const path = `/sites/shop/articles/${id}/how-to-fit-a-luggage-rack`;
  expect((await page(path)).status).toBe(404);
  const { body: out, status } = await publish(article, 1);
  expect(status).toBe(200);
  expect(out.article.texts['en']).toMatchObject({ state: 'live', version: 1, path });

  const html = await (await page(`${path}?lang=en`)).text();
  expect(html).toContain('<h1 dir="auto">How to fit a luggage rack</h1>');
  expect(html).toContain('By Olga Owner');
  // What it is stands in it: a colour says nothing to who hears the page.
  expect(html).toMatch(/<aside class="warning"><p><strong>Warning<\/strong><\/p>/);
  expect(html).toContain('<summary>And the lights?</summary>');
  expect(html).toContain('<th>Tool</th>');
  expect(html).toContain('<a href="#s-taking-it-off">Taking it off</a>');
  expect(html).not.toContain('<script>alert');
  const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)!;
  expect(JSON.parse(data!)['@graph'][0]).toMatchObject({
    '@type': 'Article',
    headline: 'How to fit a luggage rack',
    author: [{ '@type': 'Person', name: 'Olga Owner' }],
  });
  expect(await (await page(`${path}.md`)).text()).toContain('> [!WARNING]');
  // A link with an old title leads to it.
  expect((await page(`/sites/shop/articles/${id}/old`)).headers.get('location')).toBe(`${path}?lang=en`);

  const typed = async (q: string) =>
    (await server.call(getSuggestions, { query: { q, language: 'en' } })).body.suggestions;
  await expect.poll(() => typed('fit luggage rack')).toMatchObject([{ id, official: false, language: 'en' }]);
  const { body: opened } = await server.call(getQuestion, { path: { question: id } });
  expect(opened).toMatchObject({ title: 'How to fit a luggage rack', path, solved: 0 });
  const event = (kind: 'solved' | 'not_quite', address: string) =>
    server.call(postSuggestionEvent, {
      address,
      body: { id: newId(), session: newId(), kind, question: id, query: 'fit luggage rack', language: 'en' },
    });
  expect((await event('solved', '192.0.2.1')).status).toBe(200);
  expect((await event('solved', '192.0.2.1')).status).toBe(200);
  expect((await event('not_quite', '192.0.2.2')).status).toBe(200);
  const said = await server.request('POST', `/sites/shop/articles/${id}/helped?lang=en`, {
    headers: { origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded' },
    address: '192.0.2.3',
    body: 'answer=no',
  } as never);
  expect(said.status).toBe(303);
  expect(said.headers.get('location')).toContain('&why');
  const { body: read } = await server.call(contract.getArticle, { cookie, path: { article } });
  expect(read.article).toMatchObject({ helped: 1, notHelped: 2 });

  const home = await (await page('/sites/shop?lang=en')).text();
  expect(home).toContain('>How to fit a luggage rack<');
  expect(home).toContain('>Articles<');
  const topic = await (await page('/sites/shop/questions?lang=en&category=parcels')).text();
  expect(topic).toContain(path);
  expect(await (await page('/sites/shop/sitemap.xml')).text()).toContain('sitemap-more.xml');
  expect(await (await page('/sites/shop/sitemap-more.xml')).text()).toContain(path);
  expect(await (await page('/sites/shop/llms.txt')).text()).toContain(`${path}.md`);
});

test('a change of the draft changes nothing for readers; who saves second is told what is there now', async () => {
  const { article, id } = await write('Cleaning the chain', 'With soap.');
  await publish(article, 1);
  const second = await save(article, 'Cleaning the chain', 'With oil.', 2);
  expect(second.body.article.texts['en']).toMatchObject({ state: 'live', revision: 3 });
  const { rich } = (await server.call(getQuestion, { path: { question: id } })).body.answers[0]!;
  expect(JSON.stringify(rich)).toContain('With soap.');
  const late = await save(article, 'Cleaning the chain', 'With wax.', 2);
  expect(late.status).toBe(409);
  expect((late.body as never as { error: { current: { texts: object } } }).error.current.texts).toMatchObject(
    {
      en: { body: 'With oil.' },
    },
  );
  // The same once more is no conflict of its own making: what was published stays as a version.
  await publish(article, 3);
  const { versions } = (
    await server.call(contract.listArticleVersions, { cookie, path: { article, text: textOf(article) } })
  ).body;
  expect(versions.map(({ number, by }) => [number, by])).toEqual([
    [2, 'Olga Owner'],
    [1, 'Olga Owner'],
  ]);
  const { version } = (
    await server.call(contract.getArticleVersion, {
      cookie,
      path: { article, text: textOf(article) },
      query: { number: 1 },
    })
  ).body;
  expect(version.body).toBe('With soap.');
});

test('a translation says when the original went on without it, and each language leads to the others', async () => {
  const { article } = await write('Opening hours', 'Nine to five.');
  await publish(article, 1);
  const german = await save(article, 'Öffnungszeiten', 'Neun bis fünf.', 0, 'de');
  await publish(article, german.body.article.texts['de']!.revision, null, 'de');
  await save(article, 'Opening hours', 'Nine to six.', 2);
  const { body: after } = await publish(article, 3);
  expect(after.article.texts['de']).toMatchObject({ isOutdated: true, state: 'live' });
  const html = await (await page(`${after.article.texts['de']!.path}?lang=de`)).text();
  expect(html).toContain(`hreflang="en" href="${publicUrl}${after.article.texts['en']!.path}?lang=en"`);
  const marked = await server.call(contract.publishArticleText, {
    cookie,
    path: { article, text: textOf(article, 'de') },
    body: { revision: after.article.texts['de']!.revision, at: null, isCurrent: true },
  });
  expect(marked.body.article.texts['de']).toMatchObject({ isOutdated: false });
});

test('what is scheduled goes out by itself, unless it is called off', async () => {
  const { article, id } = await write('Winter prices', 'Lower.');
  const later = await write('Summer prices', 'Higher.');
  const at = server.clock.now() + 3_600_000;
  expect((await publish(article, 1, at)).body.article.texts['en']).toMatchObject({
    state: 'scheduled',
    publishAt: at,
  });
  await publish(later.article, 1, at);
  const off = await server.call(contract.unpublishArticleText, {
    cookie,
    path: { article: later.article, text: later.id },
    body: { revision: 2 },
  });
  expect(off.body.article.texts['en']).toMatchObject({ state: 'draft' });
  server.clock.pass(3_600_001);
  await runDueJobs(server.ctx);
  expect((await server.call(getQuestion, { path: { question: id } })).status).toBe(200);
  expect((await server.call(getQuestion, { path: { question: later.id } })).status).toBe(404);
});

test('what is for the team alone is on no page, in no suggestion and in no sitemap', async () => {
  const { article, id } = await write('Refund limits of zebra orders', 'Up to 50 €.', {
    audience: 'internal',
  });
  await publish(article, 1);
  await expect
    .poll(async () =>
      (
        await server.ctx.search.suggest(server.site.id, 'refund limits zebra', {
          kinds: ['internal_article'],
        })
      ).map((hit) => hit.id),
    )
    .toEqual([id]);
  const { suggestions } = (
    await server.call(getSuggestions, { query: { q: 'refund limits zebra', language: 'en' } })
  ).body;
  expect(suggestions.map((one) => one.id)).not.toContain(id);
  expect((await page(`/sites/shop/articles/${id}/refund-limits-of-zebra-orders`)).status).toBe(404);
  expect((await server.call(getQuestion, { path: { question: id } })).status).toBe(404);
  expect(await (await page('/sites/shop/sitemap-more.xml')).text()).not.toContain(id);
});

test('nothing unfinished is published, and what is wrong is said with its field', async () => {
  const { article } = await write('', '');
  const { status, body: refused } = await publish(article, 1);
  expect(status).toBe(400);
  expect(refused).toMatchObject({
    error: { code: 'invalid', fields: { title: 'required', body: 'required' } },
  });
  const unknown = await server.call(contract.putArticle, {
    cookie,
    path: { article: newId() },
    body: { revision: 0, article: meta({ category: 'none' }) },
  });
  expect(unknown.body).toMatchObject({ error: { fields: { 'article.category': 'not_allowed' } } });
  const said = await server.request('POST', `/sites/shop/articles/${ids.values().next().value}/helped`, {
    headers: { origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'answer=perhaps',
  } as never);
  expect(said.status).toBe(400);
});

test('an article that is deleted is gone with its translations, and is found no more', async () => {
  const { article, id } = await write('Quokka insurance for tandems', 'None.');
  await publish(article, 1);
  const gone = await server.call(contract.deleteArticle, {
    cookie,
    path: { article },
    body: { revision: 1 },
  });
  expect(gone.status).toBe(200);
  expect((await server.call(getQuestion, { path: { question: id } })).status).toBe(404);
  await expect
    .poll(async () =>
      (
        await server.call(getSuggestions, { query: { q: 'quokka insurance tandems', language: 'en' } })
      ).body.suggestions.map((one) => one.id),
    )
    .not.toContain(id);
});

test('nobody of another site’s team becomes an author, or has their name told', async () => {
  const siteId = await createSite(server.ctx, { key: 'other', name: 'Other', origins: [] });
  await createStaff(server.ctx, {
    site: siteId!,
    email: 'sam@other.test',
    name: 'Sam Stranger',
    password,
    role: 'owner',
  });
  const [stranger] = await server.ctx.database.raw<{ id: string }>(
    "select id from staff where name = 'Sam Stranger'",
    [],
  );
  const reply = await server.call(contract.putArticle, {
    cookie,
    path: { article: newId() },
    body: { revision: 0, article: meta({ authors: [stranger!.id] }) },
  });
  expect(reply.body).toMatchObject({ error: { fields: { 'article.authors': 'unknown' } } });
});

test('the Markdown twin has addresses for pictures, and leaves every other word alone', async () => {
  const file = newId();
  const text = `See attachment: B.\n\n![A rack](attachment:${file})`;
  const { article } = await write('Racks in pictures', text);
  const { body: out } = await publish(article, 1);
  const twin = await (await page(`${out.article.texts['en']!.path}.md`)).text();
  expect(twin).toContain('See attachment: B.');
  expect(twin).toContain(`![A rack](${publicUrl}/api/sites/shop/articles/pictures/${file})`);
});

test('the team is offered an article for its reply, with the way to the rest', async () => {
  const { article } = await write('Wombat saddle sizes explained', 'Measure the wombat twice.');
  await publish(article, 1);
  const asked = question({ title: 'wombat saddle sizes explained' });
  const conversation = asked.id;
  await server.call(postQuestion, { secret: newSecret(), body: asked });
  await expect
    .poll(async () =>
      (await server.call(listFittingAnswers, { cookie, path: { conversation } })).body.answers.map(
        ({ title, body: said }) => [title, said.includes('Measure the wombat') && said.includes('](http')],
      ),
    )
    .toContainEqual(['Wombat saddle sizes explained', true]);
  // What the team alone reads is offered in words, marked, and without a way that a visitor can't go.
  const own = await write('Wombat saddle discounts', 'Wombat saddles: up to 5 %.', { audience: 'internal' });
  await publish(own.article, 1);
  const teamOnly = question({ title: 'wombat saddle discounts' });
  await server.call(postQuestion, { secret: newSecret(), body: teamOnly });
  await expect
    .poll(async () =>
      (
        await server.call(listFittingAnswers, { cookie, path: { conversation: teamOnly.id } })
      ).body.answers.filter((one) => one.isTeamOnly),
    )
    .toMatchObject([
      { question: own.id, body: 'Wombat saddles: up to 5 %.', path: `/inbox/articles/${own.article}` },
    ]);
});

test('a film is a link until its reader asks for it; only the page that holds one may frame its host', async () => {
  const link = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
  const { article, id } = await write('How to film a bike', `[A ride](${link})`, { category: 'films' });
  await publish(article, 1);
  const shown = await page(`/sites/shop/articles/${id}/how-to-film-a-bike?lang=en`);
  const html = await shown.text();
  expect(html).toContain(`<a href="${link}"`);
  expect(html).toContain('data-frame="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"');
  expect(html).toContain('data-load="Load video from youtube.com"');
  expect(html).not.toContain('<iframe');
  expect(html).toContain('src="/articles/film.js"');
  expect(shown.headers.get('content-security-policy')).toContain(
    'frame-src https://www.youtube-nocookie.com',
  );
  expect((await page('/articles/film.js')).headers.get('content-type')).toContain('text/javascript');
  const home = await page('/sites/shop?lang=en');
  expect(home.headers.get('content-security-policy')).not.toContain('frame-src');
  // Once a topic has an icon, so has each.
  expect((await home.text()).match(/class="topic-icon"/g)).toHaveLength(2);
});
