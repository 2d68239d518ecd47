import { SaxesParser } from 'saxes';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as contract from '../../shared/comments/routes.ts';
import { defaultComments } from '../../shared/comments/defaults.ts';
import type { CommentSettings } from '../../shared/comments/settings.ts';
import { type MailStage, mailStage } from '../helpers/mailStage.ts';
import { newId, newSecret } from '../helpers/server.ts';

const url = 'https://www.shop.test/news';
const zoe = 'zoe@visitor.example';

let stage: MailStage;
const start = async (more: Partial<CommentSettings> = {}): Promise<void> => {
  stage = await mailStage({
    settings: {
      features: { ask: true, chat: true, callback: false, comments: true },
      comments: { ...defaultComments(), moderation: 'off', ...more },
    },
  });
};
beforeEach(() => start());
afterEach(() => stage.close());

let addresses = 0;
const write = async (body: string, more: Record<string, unknown> = {}, secret = newSecret()) => {
  const reply = await stage.server.call(contract.postComment, {
    secret,
    address: `198.51.100.${1 + (addresses++ % 250)}`,
    body: {
      id: newId(),
      url,
      title: 'News',
      body,
      language: 'en',
      name: 'Zoë',
      took: 9_000,
      ...more,
    } as never,
  });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  await stage.pass(1);
  return reply.body.comment;
};

const mailsTo = (address: string) => stage.smtp.mails.filter(({ envelope }) => envelope.to[0] === address);
const linkIn = (text: string, part: string): string =>
  new URL(new RegExp(`http\\S*/comments/${part}/\\S+`).exec(text)![0]).pathname;
const press = (path: string) =>
  stage.server.request('POST', path, {
    body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: '' },
  });
const look = (path: string) => stage.server.request('GET', path, { headers: { origin: '' } });

describe('following', () => {
  test('whose address was given is asked; only a press begins it, and one press ends it', async () => {
    const one = await write('My words', { email: zoe, follow: 'replies' });
    const [question] = mailsTo(zoe);
    expect(question!.parsed.subject).toBe('Do you want to follow “Shop”?');
    // A form is no relay: nothing of what was written is in it.
    for (const word of ['My words', 'News']) expect(question!.raw).not.toContain(word);
    await write('An answer', { parent: one.id, name: 'Ola' });
    expect(mailsTo(zoe)).toHaveLength(1);
    const follow = linkIn(question!.parsed.text!, 'follow');
    // Scanners open every link.
    expect(await (await look(follow)).text()).toContain('Yes, email me');
    await write('Another', { parent: one.id, name: 'Ola' });
    expect(mailsTo(zoe)).toHaveLength(1);
    expect((await press(follow)).status).toBe(200);
    await write('To somebody else', { name: 'Ola' });
    await write('Third answer', { parent: one.id, name: 'Ola' });
    const [, told] = mailsTo(zoe);
    expect(mailsTo(zoe)).toHaveLength(2);
    expect(told!.parsed.subject).toBe('New reply to your comment: Shop');
    expect(told!.parsed.text).toContain('Third answer');
    expect(told!.raw).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/);
    const stop = linkIn(told!.parsed.text!, 'unfollow');
    expect((await press(stop)).status).toBe(200);
    await write('Fourth answer', { parent: one.id, name: 'Ola' });
    expect(mailsTo(zoe)).toHaveLength(2);
    // Another last letter than it has: one in sixteen ends with any.
    const other = follow.endsWith('0') ? '1' : '0';
    expect((await look(`${follow.slice(0, -1)}${other}`)).status).toBe(404);
  });

  test('who is named in a thread hears of it, others do not', async () => {
    const one = await write('My words', { email: zoe, follow: 'replies', name: 'Zoë' });
    await press(linkIn(mailsTo(zoe)[0]!.parsed.text!, 'follow'));
    const two = await write('An answer', { parent: one.id, name: 'Ola' });
    await write('Between us', { parent: two.id, name: 'Per' });
    await write('What does @Zoë say?', { parent: two.id, name: 'Per' });
    expect(mailsTo(zoe).map(({ parsed }) => parsed.text!.includes('Between us'))).toEqual([
      false,
      false,
      false,
    ]);
    expect(mailsTo(zoe)[2]!.parsed.text).toContain('What does @Zoë say?');
  });

  test('of a page everything is told, but not one’s own words', async () => {
    const secret = newSecret();
    await write('First', { email: zoe, follow: 'page' }, secret);
    await press(linkIn(mailsTo(zoe)[0]!.parsed.text!, 'follow'));
    await write('Second', { email: zoe }, secret);
    await write('Third', { name: 'Ola' });
    expect(mailsTo(zoe).map(({ parsed }) => parsed.subject)).toEqual([
      'Do you want to follow “Shop”?',
      'New comment: Shop',
    ]);
  });

  test.each([{ follow: 'page' }, { follow: 'replies' }, { follow: 'replies', daily: true }])(
    'of %o begins with words of ours: no title and no name of a stranger is its subject, sender or preview',
    async (wanted) => {
      const title = 'Your account is locked: call +49 30 901820';
      const name = 'Security Team';
      const one = await write('First', { email: zoe, ...wanted, title, name: 'Zoë' });
      await press(linkIn(mailsTo(zoe)[0]!.parsed.text!, 'follow'));
      await write('An answer', { parent: one.id, title, name });
      await stage.pass(25 * 3_600_000);
      const [, told] = mailsTo(zoe);
      const { subject, from, text } = told!.parsed;
      const preview = text!.slice(0, text!.indexOf(name));
      // As much as inboxes show beside a subject.
      expect(preview.length).toBeGreaterThan(75);
      for (const shown of [subject!, from!.text, preview]) {
        expect(shown).not.toContain('locked');
        expect(shown).not.toContain('Security');
      }
      expect(text).toContain('An answer');
    },
  );

  test('nothing is sent of what waits, to nobody; once it is approved it is', async () => {
    await stage.close();
    await start({ moderation: 'always' });
    const held = await write('Held words', { email: zoe, follow: 'page' });
    expect(stage.smtp.mails).toHaveLength(0);
    await stage.server.call(contract.postDecisions, {
      cookie: stage.cookie,
      body: { ids: [held.id], decision: 'approve' },
    });
    await stage.pass(1);
    expect(mailsTo(zoe)).toHaveLength(1);
  });

  test('headers cannot be forged by names and titles', async () => {
    const one = await write('First', { email: zoe, follow: 'replies', title: 'News Bcc: x@evil.test' });
    await press(linkIn(mailsTo(zoe)[0]!.parsed.text!, 'follow'));
    await write('Answer', { parent: one.id, name: 'Bcc: y@evil.test' });
    for (const { envelope, parsed } of mailsTo(zoe)) {
      expect(envelope.to).toEqual([zoe]);
      expect(parsed.bcc).toBeUndefined();
    }
  });
});

test('the owner hears of every new comment, and whether it waits', async () => {
  await stage.close();
  await start({ moderation: 'first', alert: ['owner@shop.example'] });
  await write('A question of mine');
  const [told] = mailsTo('owner@shop.example');
  expect(told!.parsed.subject).toBe('New comment: Shop');
  expect(told!.parsed.text).toContain('It’s awaiting your review.');
  expect(told!.parsed.text).toContain(`/inbox/sites/${stage.server.site.id}/comments`);
});

test('feeds are well-formed whatever is written, of a page and of the site', async () => {
  const words = [
    '<script>alert(1)</script> & ]]>',
    'Null\u0001 and \uFFFE',
    '**bold** [x](javascript:alert(1))',
  ];
  for (const body of words) await write(body, { name: '<b>&"' });
  await write('Elsewhere', { url: 'https://www.shop.test/other' });
  for (const kind of ['atom', 'rss']) {
    const get = async (query: string) => {
      const reply = await stage.server.request('GET', `/sites/shop/comments.${kind}${query}`);
      expect(reply.status).toBe(200);
      expect(reply.headers.get('content-type')).toContain(`application/${kind}+xml`);
      const text = await reply.text();
      const seen: string[] = [];
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw error;
      });
      parser.on('opentag', ({ name }) => void seen.push(name));
      parser.write(text).close();
      return seen.filter((name) => name === (kind === 'atom' ? 'entry' : 'item')).length;
    };
    expect(await get('')).toBe(4);
    expect(await get(`?url=${encodeURIComponent(url)}`)).toBe(3);
  }
  expect(
    (await stage.server.request('GET', '/sites/shop/comments.atom?url=https://www.shop.test/none')).status,
  ).toBe(404);
});

test('whoever wants one mail a day gets one, with all that came', async () => {
  const one = await write('My words', { email: zoe, follow: 'replies', daily: true });
  await press(linkIn(mailsTo(zoe)[0]!.parsed.text!, 'follow'));
  await write('First answer', { parent: one.id, name: 'Ola' });
  await write('Second answer', { parent: one.id, name: 'Per' });
  expect(mailsTo(zoe)).toHaveLength(1);
  await stage.pass(25 * 60 * 60_000);
  const [, told, ...more] = mailsTo(zoe);
  expect(more).toEqual([]);
  expect(told!.parsed.subject).toBe('2 new comments: Shop');
  expect(told!.parsed.text).toContain('First answer');
  expect(told!.parsed.text).toContain('Second answer');
  await stage.pass(25 * 60 * 60_000);
  expect(mailsTo(zoe)).toHaveLength(2);
});
