import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postRating } from '../../shared/core/conversations/endRoutes.ts';
import { postMessage } from '../../shared/core/conversations/routes.ts';
import { getSettings } from '../../shared/core/people/siteRoutes.ts';
import { getInboxThread, patchConversation, postAction } from '../../shared/inbox/routes.ts';
import { getSiteReport } from '../../shared/reports/routes.ts';
import { defaultSettings, type SiteSettings } from '../../shared/siteSettings.ts';
import { stopMails } from '../../server/core/mail/queries.ts';
import { type MailStage, mailStage, minute } from '../helpers/mailStage.ts';
import { newId, newSecret, publicUrl } from '../helpers/server.ts';
import { headerOf, type ReceivedMail } from '../helpers/smtp.ts';

const hour = 60 * minute;
const day = 24 * hour;
const zoe = 'zoe@visitor.example';

let stage: MailStage;
let conversation: string;
const start = async (csat: Partial<SiteSettings['csat']> = {}): Promise<void> => {
  stage = await mailStage({
    settings: { csat: { ...defaultSettings().csat, mail: true, scale: 'stars', ...csat } },
  });
  conversation = await stage.open();
};
beforeEach(() => start());
afterEach(() => stage.close());

/** Staff reply, and the visitor, who is gone, answers that mail: the address is theirs. */
const prove = async (id = conversation): Promise<void> => {
  stage.cookie = await stage.server.logIn();
  await stage.reply(id, 'It is ready.');
  await stage.pass(4 * minute);
  const to = headerOf(stage.smtp.mails.findLast(({ envelope }) => envelope.to[0] === zoe)!, 'reply-to');
  await stage.inbound(`From: ${zoe}\nTo: ${to}\nMessage-ID: <${newId()}@x.example>\n\nThank you.`);
  await stage.pass(10 * minute);
};
const close = async (id = conversation): Promise<void> => {
  stage.cookie = await stage.server.logIn();
  const { status } = await stage.server.call(patchConversation, {
    cookie: stage.cookie,
    path: { conversation: id },
    body: { status: 'closed' },
  });
  expect(status).toBe(200);
  await stage.pass(0);
};
const asked = (): ReceivedMail[] => stage.smtp.mails.filter((mail) => headerOf(mail, 'x-foyer') === 'rating');
const linksOf = (mail: ReceivedMail): string[] =>
  [...(mail.parsed.text ?? '').matchAll(/https?:\/\/\S+\/mail\/rate\/\S+/g)].map(([link]) =>
    link.replace(publicUrl, ''),
  );
const thread = async (id = conversation) => {
  stage.cookie = await stage.server.logIn();
  return (await stage.server.call(getInboxThread, { cookie: stage.cookie, path: { conversation: id } })).body;
};
const press = (link: string, fields: Record<string, string>) =>
  stage.server.request('POST', link, {
    body: new URLSearchParams(fields).toString(),
    headers: { origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded' },
  });
/** An asked visitor's mail. */
const ask = async (): Promise<ReceivedMail> => {
  await prove();
  await close();
  await stage.pass(hour);
  expect(asked()).toHaveLength(1);
  return asked()[0]!;
};
const report = async () => {
  await stage.pass(0);
  stage.cookie = await stage.server.logIn();
  const at = (time: number) => new Date(time).toISOString().slice(0, 10);
  const now = stage.server.clock.now();
  return (
    await stage.server.call(getSiteReport, {
      cookie: stage.cookie,
      query: { from: at(now - 30 * day), until: at(now + day) },
    })
  ).body.ratings;
};

describe('a rating by email', () => {
  test('is asked for once it’s closed, and a press on the page gives it, then the reason', async () => {
    const mail = await ask();
    expect(mail.parsed.subject).toContain('How was your conversation');
    expect(headerOf(mail, 'list-unsubscribe')).toContain('/mail/stop/');
    const links = linksOf(mail);
    expect(links).toHaveLength(5);
    const page = await stage.server.request('GET', links[3]!);
    const html = await page.text();
    expect(html).toMatch(/value="4" checked/);
    expect(html).toContain('Nothing is sent until you press the button.');
    expect(html).not.toContain('<textarea');

    const pressed = await (await press(links[3]!, { scale: 'stars', value: '4' })).text();
    expect(pressed).toContain('Thank you. That helps us.');
    expect(pressed).toContain('<textarea');
    expect((await thread()).conversation.rating).toEqual({
      score: 'good',
      scale: 'stars',
      value: 4,
      comment: '',
    });
    await press(links[3]!, { scale: 'stars', value: '2', comment: 'Slow, but kind.' });
    const { conversation: row, messages } = await thread();
    expect(row.rating).toEqual({ score: 'bad', scale: 'stars', value: 2, comment: 'Slow, but kind.' });
    expect(messages.filter(({ notice }) => notice?.kind === 'rated')).toHaveLength(2);
    // The same again is the same rating.
    await press(links[3]!, { scale: 'stars', value: '2', comment: 'Slow, but kind.' });
    expect((await thread()).messages.filter(({ notice }) => notice?.kind === 'rated')).toHaveLength(2);
    const figures = await report();
    expect(figures.now).toMatchObject({ good: 0, okay: 0, bad: 1, asked: 1, from: 0 });
    expect(figures.responses.now).toEqual({ hits: 1, of: 1 });
    expect(figures.channels).toMatchObject([{ id: 'chat', now: { bad: 1, asked: 1 } }]);
  });

  test('is asked for by email of those who wrote their last words by email, just before it was closed', async () => {
    await stage.reply(conversation, 'It is ready.');
    await stage.pass(4 * minute);
    const to = headerOf(stage.smtp.mails.at(-1)!, 'reply-to');
    await stage.inbound(`From: ${zoe}\nTo: ${to}\nMessage-ID: <now@x.example>\n\nThank you.`);
    await close();
    await stage.pass(hour);
    expect(asked()).toHaveLength(1);
  });

  test('isn’t given by a mail scanner that opens every link', async () => {
    const mail = await ask();
    const all = [...(mail.parsed.text ?? '').matchAll(/https?:\/\/[^\s<>]+/g)].map(([link]) => link);
    for (const link of all)
      for (const method of ['HEAD', 'GET', 'GET', 'OPTIONS'])
        await stage.server.request(method, link.replace(publicUrl, ''), {
          headers: { 'user-agent': 'LinkScanner/1.0', origin: '' },
        });
    expect((await thread()).conversation.rating).toBeUndefined();
    // Nor does a form that another site sends.
    const foreign = await stage.server.request('POST', linksOf(mail)[0]!, {
      body: 'scale=stars&value=1',
      headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(foreign.status).toBe(403);
    expect((await thread()).conversation.rating).toBeUndefined();
    const figures = await report();
    expect(figures.responses.now).toEqual({ hits: 0, of: 1 });
    expect(figures.now).toMatchObject({ asked: 1, from: null, to: null });
  });

  test('is refused where nothing was chosen, the link is not ours, or its time is over', async () => {
    const [link = ''] = linksOf(await ask());
    const nothing = await press(link, { scale: 'stars', comment: '' });
    expect(nothing.status).toBe(400);
    expect(await nothing.text()).toContain('Please choose one.');
    expect((await press(link, { scale: 'thumbs', value: '5' })).status).toBe(400);
    const forged = link.replace(/[0-9a-f](?=\?)/, (last) => (last === '0' ? '1' : '0'));
    expect((await press(forged, { scale: 'stars', value: '5' })).status).toBe(404);
    await press(link, { scale: 'stars', value: '5' });
    await stage.pass(15 * day);
    const late = await press(link, { scale: 'stars', value: '1' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('This rating can’t be changed any more.');
    expect((await thread()).conversation.rating?.value).toBe(5);
    await stage.pass(50 * day);
    expect((await stage.server.request('GET', link)).status).toBe(404);
  });

  test('is in the reader’s language, in the owner’s own words', async () => {
    await stage.close();
    stage = await mailStage({
      settings: {
        languages: ['ar', 'en'],
        csat: {
          ...defaultSettings().csat,
          mail: true,
          scale: 'thumbs',
          question: { ar: 'كيف كانت الخدمة؟' },
          thanks: { ar: 'شكرًا جزيلًا' },
        },
      },
    });
    conversation = await stage.open('مرحبًا', { language: 'ar' });
    const mail = await ask();
    expect(mail.parsed.text).toContain('كيف كانت الخدمة؟');
    const [link = ''] = linksOf(mail);
    const html = await (await stage.server.request('GET', link)).text();
    expect(html).toContain('dir="rtl"');
    expect(html).toContain('كيف كانت الخدمة؟');
    expect(await (await press(link, { scale: 'thumbs', value: '1' })).text()).toContain('شكرًا جزيلًا');
    expect((await thread()).conversation.rating).toMatchObject({ score: 'bad', scale: 'thumbs', value: 1 });
  });
});

describe('nobody is asked', () => {
  const nobody = async (): Promise<void> => {
    await close();
    await stage.pass(2 * hour);
    expect(asked()).toHaveLength(0);
  };

  test('whose address isn’t proven', async () => {
    await stage.reply(conversation, 'It is ready.');
    await stage.pass(hour);
    await nobody();
  });

  test('who wants no emails', async () => {
    await prove();
    await stopMails(stage.server.ctx, stage.server.site.id, zoe);
    await nobody();
  });

  test('who was there when it ended: they saw the question in the widget, and count as asked', async () => {
    await prove();
    await stage.server.call(postMessage, {
      secret: stage.secret,
      path: { conversation },
      body: { id: newId(), body: 'I’m here' },
    });
    await nobody();
    expect((await report()).now).toMatchObject({ asked: 1 });
  });

  test('who rated it in the widget meanwhile, and the two are one rating', async () => {
    await prove();
    await close();
    await stage.server.call(postRating, {
      secret: stage.secret,
      path: { conversation },
      body: { scale: 'stars', value: 3, comment: 'Fine' },
    });
    await stage.pass(2 * hour);
    expect(asked()).toHaveLength(0);
    expect((await report()).now).toMatchObject({ good: 0, okay: 1, bad: 0, asked: 1 });
  });

  test('while it’s open again', async () => {
    await prove();
    stage.cookie = await stage.server.logIn();
    const id = newId();
    await stage.server.call(postAction, {
      cookie: stage.cookie,
      body: { id, conversations: [conversation], change: { status: 'closed' } },
    });
    await stage.pass(minute);
    await stage.server.call(postAction, {
      cookie: stage.cookie,
      body: { id: newId(), conversations: [conversation], change: { status: 'open' } },
    });
    await stage.pass(2 * hour);
    expect(asked()).toHaveLength(0);
  });

  test('twice within the days that the owner chose', async () => {
    await ask();
    const other = await stage.open('Another thing');
    stage.cookie = await stage.server.logIn();
    await stage.reply(other, 'Sure.');
    await stage.pass(10 * minute);
    await close(other);
    await stage.pass(2 * hour);
    expect(asked()).toHaveLength(1);
    await stage.pass(15 * day);
    const third = await stage.open('A third thing');
    stage.cookie = await stage.server.logIn();
    await stage.reply(third, 'Sure.');
    await stage.pass(10 * minute);
    await close(third);
    await stage.pass(2 * hour);
    expect(asked()).toHaveLength(2);
  });

  test('where the owner hasn’t switched it on', async () => {
    await stage.close();
    await start({ mail: false });
    await prove();
    await nobody();
  });
});

describe('the scale', () => {
  test('is the browser’s only where it isn’t three faces in our words', async () => {
    expect((await stage.server.call(getSettings)).body).toMatchObject({ csat: { scale: 'stars' } });
    await stage.close();
    await start({ scale: 'faces' });
    expect((await stage.server.call(getSettings)).body).not.toHaveProperty('csat');
  });

  test('is checked, and a stranger rates nothing', async () => {
    const rate = (body: object, secret = stage.secret) =>
      stage.server.call(postRating, { secret, path: { conversation }, body });
    expect((await rate({ scale: 'thumbs', value: 3 })).body).toMatchObject({
      error: { code: 'invalid', fields: { value: expect.any(String) } },
    });
    expect((await rate({})).status).toBe(400);
    expect((await rate({ scale: 'stars', value: 5 }, newSecret())).status).toBeGreaterThanOrEqual(400);
    expect((await rate({ scale: 'stars', value: 5 })).body).toMatchObject({
      rating: 'good',
      rated: { scale: 'stars', value: 5 },
    });
  });
});
