import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as contract from '../../shared/announcements/routes.ts';
import { postQuestion } from '../../shared/ask/routes.ts';
import { getThread } from '../../shared/core/conversations/routes.ts';
import { getSettings } from '../../shared/core/people/siteRoutes.ts';
import { defaultRule } from '../../shared/core/prompts/kinds.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { mailStage, type MailStage } from '../helpers/mailStage.ts';
import { hostile } from '../helpers/data.ts';
import { newId, newSecret, password, publicUrl, question, type TestServer } from '../helpers/server.ts';

let stage: MailStage;
let server: TestServer;
let cookie: string;
let agent: string;
beforeEach(async () => {
  stage = await mailStage();
  server = stage.server;
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'admin',
  });
  cookie = await server.logIn('olga@shop.test');
  agent = await server.logIn();
});
afterEach(() => stage.close());

const hour = 3_600_000;
const draft = (more: Partial<contract.AnnouncementDraft> = {}): contract.AnnouncementDraft => ({
  form: 'card',
  category: 'new',
  texts: {
    en: { title: 'A new rack', body: 'It **carries** 18 kg.' },
    de: { title: 'Ein neuer Träger', body: 'Er trägt 18 kg.' },
  },
  image: null,
  isPublished: true,
  publishAt: server.clock.now(),
  expiresAt: null,
  pages: [],
  attributes: [],
  rule: { ...defaultRule(), on: true },
  ...more,
});
const put = async (given = draft(), announcement = newId(), revision = 0, by = cookie) => ({
  id: announcement,
  ...(await server.call(contract.putAnnouncement, {
    path: { announcement },
    body: { revision, draft: given },
    cookie: by,
  })),
});
const list = async (language = 'en', page?: string) =>
  (await server.call(contract.listAnnouncements, { query: { language, ...(page && { page }) } })).body
    .announcements;
const page = async (path: string) => {
  const response = await server.request('GET', path, { headers: { origin: '' } });
  return [response.status, await response.text()] as const;
};
const mark = (id: string, secret: string, more: object = {}) =>
  server.call(contract.postMark, {
    path: { announcement: id },
    body: { language: 'en', ...more },
    secret,
  });

test('what is written is read in each language: in the panel, on its page, in the list, in the feed', async () => {
  const { id, status } = await put();
  expect(status).toBe(200);
  expect((await list())[0]).toMatchObject({ id, title: 'A new rack', category: 'new' });
  expect((await list('de-AT'))[0]?.title).toBe('Ein neuer Träger');
  expect(await list('fr')).toEqual([]);
  expect((await server.call(getSettings)).body.news).toBe(true);
  const [, one] = await page(`/sites/shop/news/${id}?lang=en`);
  expect(one).toContain('<h1 dir="auto">A new rack</h1>');
  expect(one).toContain('<strong>carries</strong>');
  expect(one).toContain(`hreflang="de"`);
  expect((await page('/sites/shop/news?lang=en'))[1]).toContain('A new rack');
  expect((await page('/sites/shop/news.xml?lang=en'))[1]).toContain('A new rack');
});

test.each([-9e15, -1, 8.64e15, 9e15])(
  'news of %d is refused by its field, and the pages stand',
  async (at) => {
    const { status, body } = await put(draft({ category: 'incident', publishAt: at, rule: defaultRule() }));
    expect([status, body]).toMatchObject([400, { error: { fields: { 'draft.publishAt': 'invalid' } } }]);
    for (const path of ['/sites/shop/news', '/sites/shop/news.xml']) expect((await page(path))[0]).toBe(200);
  },
);

test('a draft is nowhere; what is scheduled comes by the clock, and goes by it', async () => {
  const { id } = await put(draft({ isPublished: false, form: 'banner' }));
  const isNowhere = async (): Promise<void> => {
    expect(await list()).toEqual([]);
    expect((await page(`/sites/shop/news/${id}`))[0]).toBe(404);
    expect((await page('/sites/shop/news'))[1]).not.toContain('A new rack');
    expect((await page('/sites/shop/news.xml'))[1]).not.toContain('A new rack');
    expect(
      (await server.call(contract.getAnnouncement, { path: { announcement: id }, query: { language: 'en' } }))
        .body.announcement,
    ).toBeNull();
    const { body } = await server.call(getSettings);
    expect([body.news, body.prompts]).toEqual([undefined, undefined]);
    expect((await mark(id, newSecret(), { reaction: 'useful' })).status).toBe(404);
  };
  await isNowhere();
  const publishAt = server.clock.now() + hour;
  await put(draft({ form: 'banner', publishAt, expiresAt: publishAt + hour }), id, 1);
  await isNowhere();
  server.clock.pass(hour);
  expect(await list()).toHaveLength(1);
  expect((await server.call(getSettings)).body.prompts?.rules[0]).toMatchObject({ id, kind: 'announcement' });
  server.clock.pass(hour);
  expect(await list()).toEqual([]);
  expect((await server.call(getSettings)).body.prompts).toBeUndefined();
  // What is over stays to be read where a link leads to it.
  expect((await page(`/sites/shop/news/${id}`))[0]).toBe(200);
});

test('a picture comes with it once it is out; what is not the writer’s own, and is no picture, is refused', async () => {
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#2f5d50' } })
    .png()
    .toBuffer();
  const upload = async (body: Uint8Array, name: string, by = cookie) => {
    const id = newId();
    const response = await server.app.request(
      new Request(`${publicUrl}/api/inbox/${server.site.id}/attachments?id=${id}&name=${name}`, {
        method: 'POST',
        body: body as unknown as BodyInit,
        headers: { cookie: by, origin: publicUrl, 'content-type': 'application/octet-stream' },
      }),
    );
    return { id, status: response.status };
  };
  const image = await upload(png, 'rack.png');
  expect(image.status).toBe(200);
  const foreign = await upload(png, 'rack.png', agent);
  expect((await put(draft({ image: foreign.id }))).status).toBe(400);
  const text = await upload(new TextEncoder().encode('words'), 'words.txt');
  expect((await put(draft({ image: text.id }))).status).toBe(400);
  const { id } = await put(draft({ image: image.id, isPublished: false }));
  const address = `/api/sites/shop/announcements/${id}/picture`;
  expect((await server.request('GET', address)).status).toBe(404);
  await put(draft({ image: image.id }), id, 1);
  expect((await list())[0]?.picture).toEqual({ path: address, width: 40, height: 30 });
  const picture = await server.request('GET', address);
  expect([picture.status, picture.headers.get('content-security-policy')]).toEqual([
    200,
    "default-src 'none'; sandbox",
  ]);
  expect(picture.headers.get('set-cookie')).toBeNull();
});

test('it is told on its pages alone', async () => {
  await put(draft({ pages: [{ how: 'wildcard', value: '/docs/*' }] }));
  expect(await list('en', 'https://www.shop.test/docs/racks')).toHaveLength(1);
  expect(await list('en', 'https://www.shop.test/')).toEqual([]);
  expect(await list('en')).toEqual([]);
});

test('agents say what is broken and nothing else; who wrote on an older one is told', async () => {
  expect((await put(draft(), newId(), 0, agent)).status).toBe(403);
  const { id, status } = await put(draft({ category: 'incident' }), newId(), 0, agent);
  expect(status).toBe(200);
  expect((await put(draft({ category: 'incident' }), id, 0)).status).toBe(409);
  expect((await put(draft({ category: 'incident' }), id, 1)).status).toBe(200);
  const bad = await put(draft({ expiresAt: server.clock.now() - 1 }));
  expect([
    bad.status,
    Object.keys((bad.body as unknown as { error: { fields: object } }).error.fields),
  ]).toEqual([400, ['draft.expiresAt']]);
});

test('to look makes nobody known; who is known has seen it once, and thinks one thing of it', async () => {
  const { id } = await put();
  const stranger = newSecret();
  expect((await mark(id, stranger)).status).toBe(401);
  expect((await mark(id, stranger, { reaction: 'useful' })).status).toBe(200);
  expect((await mark(id, stranger)).status).toBe(200);
  expect((await mark(id, stranger, { reaction: 'unhappy' })).status).toBe(200);
  expect((await server.call(contract.getMarks, { secret: stranger })).body).toEqual({
    seen: [id],
    reactions: { [id]: 'unhappy' },
    followed: [],
  });
  const { body } = await server.call(contract.listForStaff, { cookie: agent });
  expect(body.announcements[0]).toMatchObject({
    seen: 1,
    reactions: { useful: 0, neutral: 0, unhappy: 1 },
    state: 'live',
  });
});

test('somebody who isn’t known is counted as having seen it, once a view, and stays unknown', async () => {
  const { id } = await put();
  const view = (body: { id: string; language: string }, announcement = id) =>
    server.call(contract.postView, { path: { announcement }, body });
  const first = { id: newId(), language: 'en' };
  expect([(await view(first)).status, (await view(first)).status]).toEqual([200, 200]);
  expect((await view({ id: newId(), language: 'en' })).status).toBe(200);
  expect((await view({ id: newId(), language: 'en' }, newId())).status).toBe(404);
  expect((await view({ id: 'x', language: 'en' })).status).toBe(400);
  const { body } = await server.call(contract.listForStaff, { cookie: agent });
  // What came unasked is counted apart.
  expect(body.announcements[0]).toMatchObject({ seen: 2, counts: { shown: 0 } });
});

test('news that asks for no more marks the launcher: where, for whom and in which languages comes with the settings', async () => {
  const dot = async () => {
    const { body } = await server.call(getSettings);
    return body.newsDot;
  };
  await put();
  expect(await dot()).toBeUndefined();
  const attributes = [{ name: 'plan', how: 'is' as const, value: 'pro' }];
  const pages = [{ how: 'is' as const, value: '/docs' }];
  const texts = { 'de-AT': { title: 'Servus', body: 'Neues' }, fr: { title: 'Bonjour', body: 'Salut' } };
  const { id } = await put(draft({ form: 'badge', pages, attributes, texts }));
  await put(draft({ form: 'badge', publishAt: server.clock.now() + 3_600_000 }));
  expect(await dot()).toMatchObject({
    words: { en: 'News', de: 'Neuigkeiten' },
    rules: [{ id, pages, attributes, languages: ['de', 'fr'] }],
    notPages: [],
  });
  const module = await server.request('GET', '/api/sites/shop/settings.js');
  expect(await module.text()).toContain('newsDot.watch(host)');
});

test('whoever asked hears once that an incident is over: in their conversation, or by mail', async () => {
  const { id } = await put(
    draft({
      category: 'incident',
      texts: { en: { title: 'Payments fail', body: 'Some cards are refused.' } },
    }),
  );
  server.clock.pass(1_000);
  const asker = newSecret();
  const asked = await server.call(postQuestion, {
    body: question({ title: 'My card is refused' }),
    secret: asker,
  });
  expect((await mark(id, asker, { follow: {} })).status).toBe(200);
  expect((await mark(id, asker, { follow: {} })).status).toBe(200);
  expect((await mark(id, newSecret(), { follow: { email: 'zoe@example.com' } })).status).toBe(200);
  // Who only looked hears nothing.
  expect((await mark(id, newSecret(), { reaction: 'neutral' })).status).toBe(200);
  const update = (state: 'monitoring' | 'resolved', text: string, updateId = newId()) =>
    server.call(contract.postUpdate, {
      path: { announcement: id },
      body: { id: updateId, state, texts: { en: text } },
      cookie: agent,
    });
  await update('monitoring', 'We watch it.');
  expect((await list())[0]?.incident).toMatchObject({
    state: 'monitoring',
    updates: [{ text: 'We watch it.' }],
  });
  const last = newId();
  expect((await update('resolved', 'A certificate had run out.', last)).status).toBe(200);
  expect((await update('resolved', 'A certificate had run out.', last)).status).toBe(200);
  expect((await update('monitoring', 'Again?')).status).toBe(409);
  expect(await list()).toEqual([]);
  expect((await mark(id, newSecret(), { follow: {} })).status).toBe(409);
  await stage.pass(1_000);
  await stage.pass(1_000);
  const { body } = await server.call(getThread, {
    path: { conversation: asked.body.conversation.id },
    secret: asker,
  });
  const told = body.messages.filter(({ author }) => author.kind === 'staff');
  expect(told.map((message) => message.body)).toEqual([
    'This is resolved: Payments fail\n\nA certificate had run out.',
  ]);
  const mails = stage.smtp.mails.filter(({ envelope }) => envelope.to.includes('zoe@example.com'));
  expect(mails).toHaveLength(1);
  expect(mails[0]!.parsed.subject).toBe('Resolved: Payments fail');
  expect(mails[0]!.parsed.text).toContain('A certificate had run out.');
});

test('hostile words are words, on pages and in feeds', async () => {
  const strings = hostile('dompurify').slice(0, 40);
  for (const text of strings) {
    const body = text.slice(0, 5_000).replaceAll('\0', '') || 'x';
    const title =
      body
        .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
        .slice(0, 140)
        .trim() || 'x';
    if (!body.isWellFormed() || !title.isWellFormed()) continue;
    await put(draft({ texts: { en: { title, body } } }));
  }
  for (const path of ['/sites/shop/news?lang=en', '/sites/shop/news.xml?lang=en']) {
    const [status, whole] = await page(path);
    expect(status).toBe(200);
    // A feed's titles are plain text.
    const text = path.includes('.xml') ? whole.replace(/<title>.*?<\/title>/gs, '') : whole;
    expect(text.replaceAll('&lt;', '')).not.toMatch(
      /<(?:script(?! src="\/|>)|iframe|object|embed|svg|math|style|form)[\s>]/i,
    );
    expect(text).not.toMatch(/<[a-z][^<>]*\son\w+\s*=/i);
  }
});

test('words that would end a CDATA section stay words in feeds, however often they come', async () => {
  const end = ']]>]]\ufffe>]]><evil/>';
  await put(draft({ texts: { en: { title: end.replaceAll('\ufffe', ''), body: end } } }));
  const [, xml] = await page('/sites/shop/news.xml?lang=en');
  // Without its sections, nothing of the words is left.
  expect(xml.replace(/<!\[CDATA\[.*?\]\]>/gs, '')).not.toContain('evil');
});
