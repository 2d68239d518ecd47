import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSite } from '../../server/core/people/sites/writes.ts';
import { importEntry } from '../../server/ask/importFaq.ts';
import { newId, publicUrl, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ settings: { languages: ['en', 'de', 'ar'] } });
  await importEntry(
    server.ctx,
    server.site,
    {
      id: '1',
      title: 'Can I return a bag?',
      details: '',
      answer: 'Yes, within **30 days**.',
      language: 'en',
      category: null,
      phrasings: [],
    },
    false,
  );
});
afterEach(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  server.request('GET', path, { headers: { origin: '', ...headers } });

const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  server.request('POST', path, {
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: publicUrl, ...headers },
  });

test('a question is asked, followed and written to without JavaScript', async () => {
  const step = await (await get('/sites/shop/ask?title=returning+a+bag')).text();
  expect(step).toContain('Can I return a bag?');
  const sent = await form('/sites/shop/ask', {
    id: newId(),
    title: 'Lost bag',
    details: 'It is <b>gone</b>',
    visibility: 'private',
  });
  expect(sent.status).toBe(303);
  const [cookie] = sent.headers.getSetCookie();
  expect(cookie).toMatch(/^foyer-visitor-shop=[\w-]{43};.*HttpOnly; SameSite=Lax/);
  const place = sent.headers.get('location')!;
  const page = await (await get(place, { cookie: cookie!.split(';')[0]! })).text();
  expect(page).toContain('It is &lt;b&gt;gone&lt;/b&gt;');
  expect(page).toContain('Shop will reply by');
  const reply = await form(place, { id: newId(), body: 'Found it.' }, { cookie: cookie!.split(';')[0]! });
  expect(reply.status).toBe(303);
  expect(await (await get(place, { cookie: cookie!.split(';')[0]! })).text()).toContain('Found it.');
  expect((await get(place)).status).toBe(404);
});

test('viewing pages sets no cookie', async () => {
  for (const path of ['/sites/shop/questions', '/sites/shop/ask', '/sites/shop/ask?title=x'])
    expect((await get(path)).headers.getSetCookie(), path).toEqual([]);
});

test('what is wrong is said beside its field, and what was typed is still there', async () => {
  const reply = await form('/sites/shop/ask', {
    id: newId(),
    title: 'Lost bag',
    details: 'All of it',
    email: 'nobody',
    visibility: 'private',
  });
  expect(reply.status).toBe(400);
  const page = await reply.text();
  expect(page).toContain('Enter a valid email address.');
  expect(page).toContain('All of it');
});

test('a form that another site sent is refused', async () => {
  const fields = { id: newId(), title: 'Forged', visibility: 'private' };
  expect((await form('/sites/shop/ask', fields, { origin: 'https://evil.test' })).status).toBe(403);
  expect((await form('/sites/shop/ask', fields, { origin: '' })).status).toBe(403);
});

test('a public page is the same bytes until something changes, and then it is new', async () => {
  const list = await (await get('/sites/shop/questions')).text();
  const path = /<li><a href="(\/sites\/shop\/questions\/[^"]+)"/.exec(list)![1]!;
  const first = await get(path);
  const etag = first.headers.get('etag')!;
  expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
  await importEntry(
    server.ctx,
    server.site,
    {
      id: '1',
      title: 'Can I return a bag?',
      details: '',
      answer: 'Within 60 days.',
      language: 'en',
      category: null,
      phrasings: [],
    },
    false,
  );
  const changed = await get(path, { 'if-none-match': etag });
  expect(changed.status).toBe(200);
  expect(await changed.text()).toContain('Within 60 days.');
});

test('words of another direction than the page’s keep their own: a question mark stands where it belongs', async () => {
  const asking = await (await get('/sites/shop/ask?title=returning+a+bag&lang=ar')).text();
  expect(asking).toContain('<bdi>Can I return a bag?</bdi>');
  expect(asking).toMatch(/<input type="text" id="title" name="title" dir="auto"/);
  const path = /<li><a href="(\/sites\/shop\/questions\/[^"]+)"/.exec(asking)![1]!;
  // By its id; its words are in the address that it leads to.
  const question = await (await get((await get(path)).headers.get('location')!)).text();
  expect(question).toMatch(/<h1 lang="en" dir="auto">Can I return a bag\?<\/h1>/);
  expect(question).toMatch(/<div class="rich" lang="en" dir="auto">/);
});

test('pages come in the reader’s language, Arabic from right to left', async () => {
  expect(await (await get('/sites/shop/ask', { 'accept-language': 'de-AT,de;q=0.9' })).text()).toContain(
    'Wobei können wir helfen?',
  );
  expect(await (await get('/sites/shop/ask?lang=ar')).text()).toContain('dir="rtl"');
});

test('a kept page is nobody’s whose language comes late in a long list', async () => {
  // Languages that the site does not have fill the first hundred characters.
  const many = Array.from({ length: 60 }, (_, place) => `q${String.fromCharCode(97 + (place % 26))}`).join();
  const ask = async (last: string) =>
    (await get('/sites/shop/questions', { 'accept-language': `${many},${last}` })).text();
  expect(await ask('de')).toContain('lang="de"');
  expect(await ask('ar')).toContain('dir="rtl"');
  expect(await ask('de')).toContain('lang="de"');
});

test('structured data holds the answer and cannot end its element', async () => {
  await importEntry(
    server.ctx,
    server.site,
    {
      id: '2',
      title: 'What is </script><script>alert(1)</script>?',
      details: '',
      answer: 'Text.',
      language: 'en',
      category: null,
      phrasings: [],
    },
    false,
  );
  const list = await (await get('/sites/shop/questions')).text();
  const path = /href="(\/sites\/shop\/questions\/[^"?]+script[^"?]*)/.exec(list)![1]!;
  const page = await (await get(path)).text();
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)![1]!;
  const [article, crumbs] = JSON.parse(data)['@graph'];
  expect(article.headline).toBe('What is </script><script>alert(1)</script>?');
  expect(crumbs.itemListElement.at(-1).name).toBe('What is </script><script>alert(1)</script>?');
  expect(page).not.toContain('<script>alert');
});

const add = (id: string, title: string, more: Record<string, unknown> = {}) =>
  importEntry(
    server.ctx,
    server.site,
    {
      id,
      title,
      details: '',
      answer: `About *${title}*.`,
      language: 'en',
      category: null,
      phrasings: [],
      ...more,
    } as Parameters<typeof importEntry>[2],
    false,
  );

const pathOf = async (title: string): Promise<string> => {
  const list = await (await get('/sites/shop/questions')).text();
  const found = [
    ...list.matchAll(/href="(\/sites\/shop\/questions\/[^"?]+)[^"]*"[^>]*><strong><bdi>([^<]*)/g),
  ];
  return found.find(([, , name]) => name === title)![1]!;
};

test('the front of the help centre has search, topics with counts, what was answered, and its languages', async () => {
  await add('10', 'How do I pay?', { category: 'payment' });
  await add('11', 'When is it here?', { category: 'delivery' });
  await add('12', 'Where is it now?', { category: 'delivery' });
  const page = await (await get('/sites/shop?lang=en')).text();
  expect(page).toContain('How can we help?');
  expect(page).toMatch(/category=delivery"[^>]*><strong>delivery<\/strong><span class="quiet">2 questions/);
  expect(page).toContain('Recently answered');
  expect(page).toMatch(/<a href="[^"]*lang=de" lang="de" hreflang="de">Deutsch/);
  expect(page).toContain('<link rel="alternate" hreflang="ar"');
  expect(page).toMatch(/<meta property="og:title"/);
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)![1]!);
  expect(data['@graph'][0]).toMatchObject({
    '@type': 'WebSite',
    potentialAction: { '@type': 'SearchAction' },
  });
});

test('an answered question is an article with its way back, and not a page on which readers answer', async () => {
  const path = await pathOf('Can I return a bag?');
  const page = await (await get(path)).text();
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)![1]!);
  // What search engines require and recommend of an article and of breadcrumbs.
  expect(data['@graph'][0]).toMatchObject({
    '@type': 'Article',
    headline: 'Can I return a bag?',
    datePublished: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    dateModified: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    author: { '@type': 'Organization', name: 'Shop' },
    inLanguage: 'en',
  });
  expect(data['@graph'][1].itemListElement).toMatchObject([
    { position: 1, name: 'Help center', item: expect.stringMatching(/^http.*\/sites\/shop\?lang=en$/) },
    { position: 2, name: 'Can I return a bag?' },
  ]);
  expect(page).not.toContain('QAPage');
});

test('each answer has a Markdown twin, and llms.txt lists them', async () => {
  const path = await pathOf('Can I return a bag?');
  const page = await (await get(path)).text();
  const twin = /type="text\/markdown" href="([^"]+)"/.exec(page)![1]!;
  const answer = await get(twin.replace(publicUrl, ''));
  expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  expect(await answer.text()).toMatch(/^# Can I return a bag\?\n\n## .*\n\nYes, within \*\*30 days\*\*\./);
  const list = await (await get('/sites/shop/llms.txt?lang=en')).text();
  expect(list).toContain(`- [Can I return a bag?](${twin}): Yes, within 30 days.`);
});

test('search engines find every answer: robots.txt, the sitemap, and one address for a repeated question', async () => {
  const path = await pathOf('Can I return a bag?');
  expect(await (await get('/robots.txt')).text()).toContain(`Sitemap: ${publicUrl}/sites/shop/sitemap.xml`);
  await createSite(server.ctx, { key: 'rival', name: 'Rival', origins: [] });
  expect(await (await get('/robots.txt')).text()).not.toMatch(/shop|rival/);
  const sitemap = await (await get('/sites/shop/sitemap.xml')).text();
  expect(sitemap).toContain(`<loc>${publicUrl}/sites/shop</loc>`);
  expect(sitemap).toContain(`<loc>${publicUrl}${path}</loc>`);
  expect((await get('/sites/shop/sitemap-2.xml')).status).toBe(404);
  const feed = await (await get('/sites/shop/questions.atom?lang=en')).text();
  expect(feed).toContain('<title type="html"><![CDATA[Can I return a bag?]]></title>');
  expect(await (await get('/sites/shop/questions?q=bag')).text()).toContain(
    '<meta name="robots" content="noindex"',
  );
});

test('a search marks what it was for, and narrows by topic', async () => {
  const found = async (query: string): Promise<string> =>
    (await get(`/sites/shop/questions?lang=en&q=${encodeURIComponent(query)}`)).text();
  const html = await found('returning bags');
  expect(html).toMatch(/<strong><bdi>Can I <mark>return<\/mark> a <mark>bag<\/mark>\?/);
  expect(html).toMatch(/role="status">\d+ results?</);
  // The same again comes from memory, and what was searched for is kept by nobody on its way.
  const again = await get('/sites/shop/questions?lang=en&q=returning%20bags');
  expect(again.headers.get('cache-control')).toBe('private, no-store');
  expect(await again.text()).toBe(html);
  expect(await found('<script>alert(1)</script>')).not.toContain('<script>alert');
});
