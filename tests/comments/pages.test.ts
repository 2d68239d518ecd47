import { Window } from 'happy-dom';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as contract from '../../shared/comments/routes.ts';
import { defaultComments } from '../../shared/comments/defaults.ts';
import type { SiteSettings } from '../../shared/siteSettings.ts';
import { postChat } from '../../shared/chat/routes.ts';
import { hostile } from '../helpers/data.ts';
import { newId, newSecret, siteOrigin, startTestServer, type TestServer } from '../helpers/server.ts';

const url = 'https://www.shop.test/news/spring';
const at = (more: Record<string, string> = {}, path = '/fragment') =>
  `/sites/shop/comments${path}?${new URLSearchParams({ url, ...more })}`;

let server: TestServer;
const start = async (settings: Partial<SiteSettings> = {}): Promise<void> => {
  server = await startTestServer({
    settings: {
      features: { ask: true, chat: true, callback: false, comments: true },
      comments: { ...defaultComments(), moderation: 'off' },
      ...settings,
    },
  });
};
beforeEach(() => start());
afterEach(() => server.close());

let addresses = 0;
const write = async (body: string, more: Record<string, unknown> = {}) => {
  const reply = await server.call(contract.postComment, {
    secret: newSecret(),
    address: `198.51.100.${1 + (addresses++ % 250)}`,
    body: { id: newId(), url, body, language: 'en', name: 'Zoë', took: 9_000, ...more } as never,
  });
  return reply.body.comment;
};

const get = (path: string, headers: Record<string, string> = {}) => server.request('GET', path, { headers });

const parse = (html: string) => {
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } as never });
  document.body.innerHTML = html;
  return document;
};

const send = (fields: Record<string, string>, origin = siteOrigin) =>
  server.request('POST', '/sites/shop/comments?lang=en', {
    body: new URLSearchParams({ url, ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
  });

test('the fragment holds the thread as nested articles that machines understand', async () => {
  const one = await write('Hello **all**');
  const two = await write('And hello to you', { parent: one.id });
  const reply = await get(at({ type: 'Article' }));
  expect(reply.status).toBe(200);
  const document = parse(await reply.text());
  const section = document.querySelector('section')!;
  expect(section.getAttribute('itemtype')).toBe('https://schema.org/Article');
  expect(section.querySelector('h2')!.textContent).toBe('2 comments');
  const outer = section.querySelector(`#foyer-comment-${one.id}`)!;
  expect(outer.getAttribute('itemprop')).toBe('comment');
  expect(outer.querySelector(`#foyer-comment-${two.id}`)!.getAttribute('itemprop')).toBe('comment');
  expect(outer.querySelector('[itemprop=text] strong')!.textContent).toBe('all');
  expect(section.querySelector('[style]')).toBeNull();

  const linked = await (await get(at({ as: 'json-ld', type: 'Article' }))).text();
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(linked)![1]!);
  expect(data).toMatchObject({
    '@type': 'Article',
    '@id': url,
    commentCount: 2,
    comment: [{ '@type': 'Comment', text: 'Hello all', comment: [{ text: 'And hello to you' }] }],
  });
});

test('who has the fragment already is told so, until something on that page changes', async () => {
  await write('One');
  const first = await get(at());
  const etag = first.headers.get('etag')!;
  expect((await get(at(), { 'if-none-match': etag })).status).toBe(304);
  // Something else on the site: the page's bytes are the same.
  await server.call(postChat, {
    secret: newSecret(),
    body: { id: newId(), body: 'Hello', language: 'en' } as never,
  });
  expect((await get(at(), { 'if-none-match': etag })).status).toBe(304);
  await write('Two');
  const later = await get(at(), { 'if-none-match': etag });
  expect(later.status).toBe(200);
  expect(await later.text()).toContain('2 comments');
});

test('a form on the host’s page posts without scripts, once, and says what became of it', async () => {
  const reply = await send({ body: 'Plain words', name: 'Ola' });
  expect(reply.status).toBe(303);
  const where = new URL(reply.headers.get('location')!);
  expect(where.searchParams.get('sent')).toBe('1');
  const cookie = reply.headers.get('set-cookie')!.split(';')[0]!;
  const page = await get(where.pathname + where.search, { cookie });
  expect(await page.text()).toContain('Your comment has been published.');
  // Pressed twice.
  expect((await send({ body: 'Plain words', name: 'Ola' })).status).toBe(303);
  expect((await server.call(contract.listComments, { query: { url } })).body.page.count).toBe(1);
});

test('a form from anywhere else is sent by nobody until it is sent from our own page', async () => {
  for (const origin of ['https://evil.test', 'null']) {
    const reply = await send({ body: 'Kept words', name: 'Ola' }, origin);
    expect(reply.status).toBe(200);
    const document = parse(await reply.text());
    expect((document.querySelector('textarea') as unknown as { value: string }).value).toBe('Kept words');
    expect(reply.headers.get('set-cookie')).toBeNull();
  }
  expect((await server.call(contract.listComments, { query: { url } })).body.page.count).toBe(0);
  expect((await send({ body: 'Kept words', id: newId() }, 'http://help.test')).status).toBe(303);
});

test('what is wrong is said at its field, and nothing is lost', async () => {
  const reply = await send({ body: 'My words', email: 'nobody' });
  expect(reply.status).toBe(400);
  const document = parse(await reply.text());
  expect((document.querySelector('textarea') as unknown as { value: string }).value).toBe('My words');
  expect(document.querySelector('#foyer-wrong-email')!.textContent).toBe('Enter a valid email address.');
  // Filled in by a program: held, not thrown away.
  expect((await send({ body: 'Buy this', website: 'https://me.test' })).status).toBe(303);
  const cookie = await server.logIn();
  const { body } = await server.call(contract.listStaffComments, { cookie, query: { state: 'pending' } });
  expect(body.comments).toMatchObject([{ reason: 'suspicious' }]);
});

test('long lists lead on by links, and a link to a comment finds it', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 35; count++) {
    server.clock.pass(6_000);
    ids.push((await write(`Number ${count}`)).id);
  }
  const document = parse(await (await get(at())).text());
  const next = new URL(document.querySelector('a[rel=next]')!.getAttribute('href')!);
  const rest = await (await get(next.pathname + next.search)).text();
  expect(rest).toContain(`foyer-comment-${ids[34]}`);
  expect(rest).not.toContain(`foyer-comment-${ids[0]}`);
  const linked = await (await get(at({ with: ids[34]! }, ''))).text();
  expect(linked).toContain(`foyer-comment-${ids[34]}`);
});

test('hostile words stay words', async () => {
  const words = [...hostile('dompurify'), ...hostile('blns')].filter(
    (text) => text.trim() && !text.includes('\0') && text.isWellFormed() && text.length < 5_000,
  );
  for (let from = 0; from < words.length; from += 20) {
    server.clock.pass(60_000);
    await write(words.slice(from, from + 20).join('\n\n'), {
      name: words[from]!.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
        .slice(0, 80)
        .toWellFormed(),
    });
  }
  const html = await (await get(at({ as: 'json-ld' }))).text();
  const document = parse(html);
  const allowed = new Set(
    'SECTION H2 OL LI ARTICLE HEADER STRONG BDI SMALL A TIME DIV P BR EM S CODE PRE BLOCKQUOTE UL H3 H4 HR FORM INPUT LABEL TEXTAREA BUTTON SCRIPT'.split(
      ' ',
    ),
  );
  for (const element of document.querySelectorAll('body *')) {
    expect(allowed.has(element.tagName), element.tagName).toBe(true);
    for (const name of element.getAttributeNames()) expect(name).not.toMatch(/^on|^style$|^srcdoc$/);
    const href = element.getAttribute('href');
    if (href !== null) expect(href).toMatch(/^(?:https?:|mailto:|#)/i);
  }
  expect(document.querySelectorAll('script')).toHaveLength(1);
});

test('the owner’s own texts stand in the fragment and on the page', async () => {
  await server.close();
  await start({ texts: { en: { 'comment.none': 'Say hello.', 'comment.title.one': 'A single voice' } } });
  expect(await (await get(at())).text()).toContain('Say hello.');
  await write('Hello');
  expect(parse(await (await get(at({}, ''))).text()).querySelector('h1')!.textContent).toBe('A single voice');
});
