import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { postBlock } from '../../../shared/core/conversations/endRoutes.ts';
import { getThread } from '../../../shared/core/conversations/routes.ts';
import { listMails, listSetAside } from '../../../shared/core/mail/routes.ts';
import { postChat } from '../../../shared/chat/routes.ts';
import { createSite } from '../../../server/core/people/sites/writes.ts';
import { createStaff } from '../../../server/core/people/staff/writes.ts';
import {
  getInboxThread,
  listInbox,
  patchConversation,
  postStaffMessage,
} from '../../../shared/inbox/routes.ts';
import { dataPath } from '../../helpers/data.ts';
import { type MailStage, mailStage, minute } from '../../helpers/mailStage.ts';
import { newId, newSecret, password, siteOrigin } from '../../helpers/server.ts';
import { headerOf, type ReceivedMail } from '../../helpers/smtp.ts';

let stage: MailStage;
let conversation: string;
let sent: ReceivedMail;
let replyTo: string;
beforeEach(async () => {
  stage = await mailStage();
  conversation = await stage.open();
  await stage.reply(conversation, 'It is ready. When will you come?');
  await stage.pass(4 * minute);
  sent = stage.smtp.mails.find(({ envelope }) => envelope.to[0] === 'zoe@visitor.example')!;
  replyTo = headerOf(sent, 'reply-to')!;
});
afterEach(() => stage.close());

const thread = async () =>
  (await stage.server.call(getInboxThread, { cookie: stage.cookie, path: { conversation } })).body;

/** A reply as a mail program writes it: what is said, and below it what we sent. */
const replyMail = (said: string, headers: Record<string, string> = {}): string =>
  [
    ...Object.entries({
      From: 'Zoë <zoe@visitor.example>',
      To: `Shop <${replyTo}>`,
      Subject: 'Re: Re: Hello, is my frame ready?',
      'Message-ID': '<one@visitor.example>',
      'In-Reply-To': headerOf(sent, 'message-id')!,
      Date: 'Mon, 2 Mar 2026 09:10:00 +0000',
      'MIME-Version': '1.0',
      'Content-Type': 'text/plain; charset=utf-8',
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    `${said}\n\nOn Mon, 2 Mar 2026 at 10:04, Ada Agent (Shop) <${replyTo}> wrote:\n\n${sent.parsed
      .text!.split('\n')
      .map((line) => `> ${line}`)
      .join('\n')}`,
  ].join('\n');

describe('a reply by mail', () => {
  test('becomes a message of its conversation, without what it quotes, and the address is theirs from then on', async () => {
    expect(await stage.inbound(replyMail('Tomorrow at ten.\n\nIs that fine?\n\n-- \nZoë\n+1 555'))).toEqual({
      status: 200,
      result: 'received',
    });
    const { messages, conversation: row } = await thread();
    expect(messages.at(-1)).toMatchObject({
      author: { kind: 'visitor', name: 'Zoë' },
      body: 'Tomorrow at ten.\n\nIs that fine?',
    });
    expect(row).toMatchObject({ waitingFor: 'staff', visitor: { emailAnswered: true } });
    expect(row.promise).not.toBeNull();
  });

  test('brought twice is one message', async () => {
    await stage.inbound(replyMail('Once.'));
    expect(await stage.inbound(replyMail('Once.'))).toEqual({ status: 200, result: 'repeated' });
    expect((await thread()).messages.filter(({ body }) => body === 'Once.')).toHaveLength(1);
  });

  test('with the Message-ID of another mail and other words is listed for staff, once', async () => {
    await stage.inbound(replyMail('Tomorrow.'));
    const other = replyMail('Not tomorrow: on Friday.');
    for (let time = 0; time < 2; time++)
      expect(await stage.inbound(other)).toEqual({ status: 200, result: 'reused' });
    expect(await stage.inbound(replyMail('Tomorrow.  '))).toMatchObject({ result: 'repeated' });
    const { body } = await stage.server.call(listSetAside, { cookie: stage.cookie });
    expect(body.mails).toMatchObject([
      { reason: 'reused', excerpt: 'Not tomorrow: on Friday.', conversation },
    ]);
  });

  test('opens a closed conversation again, and is answered in the same thread', async () => {
    const path = { conversation };
    await stage.server.call(patchConversation, { cookie: stage.cookie, path, body: { status: 'closed' } });
    // A mail is read before it is answered: of two in the same millisecond none is the later one.
    stage.server.clock.pass(minute);
    await stage.inbound(replyMail('One more thing.'));
    expect((await thread()).conversation.status).toBe('open');
    await stage.reply(conversation, 'Yes?');
    await stage.pass(4 * minute);
    const next = stage.smtp.mails.findLast(({ envelope }) => envelope.to[0] === 'zoe@visitor.example')!;
    expect(headerOf(next, 'in-reply-to')).toBe('<one@visitor.example>');
    expect(headerOf(next, 'references')).toContain(headerOf(sent, 'message-id')!);
  });

  test('from another address is kept, and staff are told', async () => {
    await stage.inbound(replyMail('It is me, from work.', { From: 'work@other.example' }));
    const { messages, conversation: row } = await thread();
    expect(messages.map(({ body }) => body)).toContain('It is me, from work.');
    expect(messages.at(-1)).toMatchObject({
      visibility: 'note',
      notice: { kind: 'mail_from_other', values: { address: 'work@other.example' } },
    });
    expect(row.visitor.emailAnswered).toBeUndefined();
    const theirs = await stage.server.call(getThread, { secret: stage.secret, path: { conversation } });
    expect(theirs.body.messages.some(({ notice }) => notice?.kind === 'mail_from_other')).toBe(false);
  });

  test('from the same address in another spelling is theirs', async () => {
    const typed = 'zoe@mu\u0308nchen.example';
    const talk = await stage.open('Another question', { email: typed });
    await stage.reply(talk, 'Yes?');
    await stage.pass(4 * minute);
    const mail = stage.smtp.mails.at(-1)!;
    expect(mail.envelope.to).toEqual(['zoe@m\u00fcnchen.example']);
    const to = headerOf(mail, 'reply-to')!;
    await stage.inbound(
      `From: Zo\u00eb <Zoe@XN--mnchen-3ya.Example>\nTo: ${to.toUpperCase()}\nSubject: Re: x\n\nNo.`,
    );
    const { body } = await stage.server.call(getInboxThread, {
      cookie: stage.cookie,
      path: { conversation: talk },
    });
    expect(body.messages.at(-1)!.body).toBe('No.');
    expect(body.conversation.visitor).toMatchObject({ email: typed, emailAnswered: true });
    // Typed again in another way, it is still the one that they answered from.
    await stage.open('A third', { email: 'ZOE@M\u00dcNCHEN.example' });
    const again = await stage.server.call(getInboxThread, {
      cookie: stage.cookie,
      path: { conversation: talk },
    });
    expect(again.body.conversation.visitor.emailAnswered).toBe(true);
  });

  test('in HTML alone, in an old charset, is read as text', async () => {
    const html = Buffer.from('<p>Gr\xfc\xdfe &amp; <b>danke</b></p><script>alert(1)</script>', 'latin1');
    const raw = [
      'From: zoe@visitor.example',
      `To: ${replyTo.toUpperCase()}`,
      'Message-ID: <html@visitor.example>',
      'MIME-Version: 1.0',
      'Content-Type: text/html; charset=iso-8859-1',
      'Content-Transfer-Encoding: base64',
      '',
      html.toString('base64'),
    ].join('\n');
    expect(await stage.inbound(raw)).toMatchObject({ result: 'received' });
    expect((await thread()).messages.at(-1)!.body).toBe('Grüße & danke');
  });

  test('brings its files under the rules of any file, and says which were not taken', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const part = (name: string, type: string, content: string) =>
      `--x\nContent-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${content}\n`;
    const raw = [
      'From: zoe@visitor.example',
      'To: someone@else.example',
      `Delivered-To: ${replyTo}`,
      'Message-ID: <files@visitor.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x\nContent-Type: text/plain\n\nSee the photo.',
      part('photo.png', 'image/png', png),
      part('run.svg', 'image/svg+xml', Buffer.from('<svg onload="alert(1)"/>').toString('base64')),
      '--x--',
    ].join('\n');
    expect(await stage.inbound(raw)).toMatchObject({ result: 'received' });
    expect(await stage.inbound(raw)).toMatchObject({ result: 'repeated' });
    const { messages } = await thread();
    expect(messages.find(({ body }) => body === 'See the photo.')?.attachments).toMatchObject([
      { name: 'photo.png', type: 'image/png', width: 1 },
    ]);
    expect(messages.at(-1)?.notice).toEqual({ kind: 'files_refused', values: { names: 'run.svg' } });
  });

  test('with markup in it is text like any other', async () => {
    await stage.inbound(replyMail('<img src=x onerror=alert(1)> [x](javascript:alert(1))'));
    const { rich } = (await thread()).messages.at(-1)!;
    expect(JSON.stringify(rich)).not.toContain('"href"');
  });

  test('of somebody whom staff have blocked is not taken', async () => {
    const path = { conversation };
    await stage.server.call(postBlock, { cookie: stage.cookie, path, body: { blocked: true } });
    expect(await stage.inbound(replyMail('Let me in.'))).toMatchObject({ result: 'blocked' });
    // What was done to the visitor is said in the thread, and nothing of theirs.
    expect((await thread()).messages.filter(({ author }) => author.kind !== 'system')).toHaveLength(2);
  });

  test('that comes in masses is asked for again later', async () => {
    const results = [];
    for (let index = 0; index < 22; index++)
      results.push(await stage.inbound(replyMail(`No ${index}`, { 'Message-ID': `<${index}@x.example>` })));
    expect(results.filter(({ status }) => status === 200)).toHaveLength(20);
    expect(results.at(-1)!.status).toBe(429);
  });
});

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A mail of parts, by its first headers and what follows them. */
const mailOf = (id: string, ...rest: string[]): string =>
  [
    `From: zoe@visitor.example`,
    `To: ${replyTo}`,
    `Message-ID: <${id}@visitor.example>`,
    'MIME-Version: 1.0',
    ...rest,
  ].join('\n');
const parted = (type: string, ...parts: string[]): string =>
  [`Content-Type: multipart/${type}; boundary=b`, '', ...parts.map((part) => `--b\n${part}`), '--b--'].join(
    '\n',
  );
const htmlPart = (html: string): string => `Content-Type: text/html; charset=utf-8\n\n${html}`;
const picturePart = `Content-Type: image/png; name="shot.png"\nContent-ID: <p@x>\nContent-Transfer-Encoding: base64\n\n${pixel}`;

const setAside = async () =>
  (await stage.server.call(listSetAside, { cookie: stage.cookie })).body.mails.map(
    ({ reason, conversation: about }) => ({ reason, about }),
  );

describe('all that somebody wrote', () => {
  test('is kept: HTML within a multipart, pictures within the text, and what was quoted, folded', async () => {
    await stage.inbound(mailOf('1', 'Subject: Re: Hello', parted('mixed', htmlPart('<p>Only here</p>'))));
    await stage.inbound(mailOf('2', 'Subject: Re: Hello', parted('alternative', htmlPart('<p>Or here</p>'))));
    await stage.inbound(
      mailOf(
        '3',
        'Subject: Re: Hello',
        parted('related', htmlPart('<p>See <img src="cid:p@x"></p>'), picturePart),
      ),
    );
    await stage.inbound(
      mailOf('4', 'Subject: ', parted('related', htmlPart('<img src="cid:p@x">'), picturePart)),
    );
    await stage.inbound(replyMail('Above.', { 'Message-ID': '<5@visitor.example>' }));
    const said = (await thread()).messages.slice(2);
    expect(said.map(({ body }) => body)).toEqual(['Only here', 'Or here', 'See', '', 'Above.']);
    expect(said.map(({ attachments }) => attachments.length)).toEqual([0, 0, 1, 1, 0]);
    expect(said.at(-1)!.quoted).toContain('> It is ready. When will you come?');
    // Who has the link of the quoted mail is taken for the visitor.
    expect(said.at(-1)!.quoted).toContain('/resume?lang=en#…');
    const theirs = await stage.server.call(getThread, { secret: stage.secret, path: { conversation } });
    expect(theirs.body.messages.at(-1)!.quoted).toContain('wrote:');
  });

  test('is kept beyond what one message carries: the whole text is a file beside it', async () => {
    const long = `Begin. ${'word '.repeat(20_000)}`;
    await stage.inbound(mailOf('1', 'Subject: Re: Hello', 'Content-Type: text/plain', '', `${long}The end.`));
    const message = (await thread()).messages.at(-1)!;
    expect(message.body.length).toBeGreaterThan(40_000);
    expect(message.attachments).toMatchObject([{ name: 'email.txt', size: long.length + 8 }]);
  });

  test('in the subject is kept, and a subject of ours is nobody’s words', async () => {
    await stage.inbound(mailOf('1', 'Subject: When will it come?', '', 'Sent from my iPhone'));
    await stage.inbound(mailOf('2', 'Subject: The blue one', '', 'Please.'));
    const [first, second] = (await thread()).messages.slice(2);
    expect(first!.body).toBe('When will it come?\n\nSent from my iPhone');
    expect(second).toMatchObject({ body: 'Please.', quoted: 'Subject: The blue one' });
    expect(await stage.inbound(mailOf('3', 'Subject: Re: Hello', '', ''))).toMatchObject({ result: 'empty' });
    expect(await setAside()).toEqual([{ reason: 'empty', about: conversation }]);
  });

  test('arrives once when it comes by two ways, with a Message-ID or without', async () => {
    const bare = `From: zoe@visitor.example\nTo: ${replyTo}\nSubject: Re: Hello\nDate: Mon, 2 Mar 2026 09:10:00 +0000\n\nNo ID.`;
    expect(await stage.inbound(`Received: by one\n${bare}`)).toMatchObject({ result: 'received' });
    expect(await stage.inbound(`Received: by two\nX-Relay: 2\n${bare}`)).toMatchObject({
      result: 'repeated',
    });
    expect(await stage.inbound(bare.replace('No ID', 'Another'))).toMatchObject({ result: 'received' });
  });

  test.each([
    ['a list', { 'List-Id': '<list.example>', Precedence: 'list' }],
    ['a relay that empties the return path', { 'Return-Path': '<>' }],
    ['postmaster', { From: 'postmaster@visitor.example' }],
    ['nobody named', { From: '', 'Return-Path': '<zoe@visitor.example>' }],
  ])('is a person’s, through %s', async (_, headers) => {
    expect(await stage.inbound(replyMail('It is me.', headers as Record<string, string>))).toMatchObject({
      result: 'received',
    });
    expect((await thread()).messages.some(({ body }) => body === 'It is me.')).toBe(true);
  });

  // Mails as programs write them, where they lie beside the project: what each must keep.
  test.skipIf(!existsSync(dataPath('mail')))('is kept of mails as programs write them', async () => {
    const keeps: Record<string, string[]> = {
      'below-marker': ['I always write below the quote.'],
      'best-regards-ps': ['PS: the blue one, please.'],
      'code-gt': ['> 5 and', '> below 9', 'otherwise it breaks'],
      'gmail-en-real': ['New words.'],
      'html-interleaved': ['Answers inline', 'GREEN', 'LARGE'],
      mixed_html: ['Only words in mixed'],
      'original-message-word': ['Can you send it again?'],
      sigdash: ['red', 'blue', 'I take blue.'],
      'signature-only': ['When will it come?'],
      underscores: ['Second part that matters.'],
      'unknown-8bit-latin1': ['Grüße'],
    };
    for (const [name, words] of Object.entries(keeps)) {
      const raw = readFileSync(dataPath(`mail/${name}.eml`), 'latin1').replace(/To: .*/, `To: ${replyTo}`);
      expect(await stage.inbound(Buffer.from(raw, 'latin1')), name).toMatchObject({ result: 'received' });
      const said = (await thread()).messages.findLast(({ author }) => author.kind === 'visitor')!;
      for (const word of words) expect(said.body, name).toContain(word);
    }
    const [gmail] = (await thread()).messages.filter(({ body }) => body === 'New words.');
    expect(gmail!.quoted).toContain('wrote:');
  });
});

describe('what nobody wrote', () => {
  test.each([
    ['an answer of a machine', { 'Auto-Submitted': 'auto-replied' }],
    ['an absence', { 'Auto-Submitted': 'auto-replied (vacation)' }],
    ['a mass mail', { Precedence: 'bulk' }],
    ['an absence that says so in its subject', { 'Return-Path': '<>', Subject: 'Automatic reply: Hello' }],
    ['a mail of ours that came round', { 'X-Foyer': 'reply' }],
  ])('is never a message, and never answered: %s', async (_, headers) => {
    const before = stage.smtp.mails.length;
    expect(await stage.inbound(replyMail('I am away.', headers as Record<string, string>))).toMatchObject({
      status: 200,
      result: 'automatic',
    });
    expect((await thread()).messages).toHaveLength(2);
    expect(await setAside()).toEqual([{ reason: 'automatic', about: conversation }]);
    await stage.pass(60 * minute);
    expect(stage.smtp.mails.length).toBe(before);
  });

  test('but a person’s "Auto-Submitted: no" is a person’s', async () => {
    expect(await stage.inbound(replyMail('Here.', { 'Auto-Submitted': 'no' }))).toMatchObject({
      result: 'received',
    });
  });

  const report = (action: string, to = replyTo) =>
    [
      'Return-Path: <>',
      'From: MAILER-DAEMON@mx.visitor.example',
      `To: ${to}`,
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b\nContent-Type: text/plain\n\nNo such user.',
      `--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.visitor.example\n\nFinal-Recipient: rfc822; zoe@visitor.example\nAction: ${action}\nStatus: 5.1.1`,
      `--b\nContent-Type: text/rfc822-headers\n\nReply-To: ${replyTo}`,
      '--b--',
    ].join('\n');

  test('a mail that comes back is marked, and staff are told once', async () => {
    expect(await stage.inbound(report('failed'))).toMatchObject({ result: 'bounced' });
    expect(await stage.inbound(report('failed', 'help@help.test.example'))).toMatchObject({
      result: 'repeated',
    });
    const { body } = await stage.server.call(listMails, { cookie: stage.cookie, path: { conversation } });
    expect(body.mails.find(({ kind }) => kind === 'reply')?.state).toBe('bounced');
    const notices = (await thread()).messages.filter(({ notice }) => notice?.kind === 'mail_bounced');
    expect(notices).toHaveLength(1);
    expect(await setAside()).toEqual([{ reason: 'bounced', about: conversation }]);
  });

  test('a mail that comes back opens its closed conversation again: somebody has to act', async () => {
    const path = { conversation };
    await stage.server.call(patchConversation, { cookie: stage.cookie, path, body: { status: 'closed' } });
    await stage.inbound(report('failed'));
    expect((await thread()).conversation).toMatchObject({ status: 'open', waitingFor: 'staff' });
  });

  test('Exchange says it in its own way', async () => {
    const raw = mailOf(
      'ndr',
      'Subject: Unzustellbar: Hello',
      'X-MS-Exchange-Message-Is-Ndr:',
      'Content-Type: text/html',
      '',
      '<p>Die E-Mail konnte nicht zugestellt werden.</p>',
    ).replace('zoe@visitor.example', 'MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@visitor.example');
    expect(await stage.inbound(raw)).toMatchObject({ result: 'bounced' });
  });

  test('a delay is none', async () => {
    expect(await stage.inbound(report('delayed'))).toMatchObject({ result: 'automatic' });
  });
});

describe('strangers', () => {
  test('who make up an address reach nothing', async () => {
    const forged = replyTo.replace(/[0-9a-f](?=@)/, (digit) => (digit === '0' ? '1' : '0'));
    expect(await stage.inbound(replyMail('Hi', { To: forged }))).toMatchObject({ result: 'unknown' });
    expect(await stage.inbound(replyMail('Hi', { To: 'help@help.test.example' }))).toMatchObject({
      result: 'unknown',
    });
    // A token made for another purpose is none.
    const stop = /stop\/([0-9a-f]{48})/.exec(headerOf(sent, 'list-unsubscribe')!)![1]!;
    expect(await stage.inbound(replyMail('Hi', { To: `replies+${stop}@help.test.example` }))).toMatchObject({
      result: 'unknown',
    });
    expect((await thread()).messages).toHaveLength(2);
  });

  test('without the token may post nothing, and may not guess for long', async () => {
    const raw = replyMail('Hi');
    expect((await stage.inbound(raw, { authorization: 'Bearer no' })).status).toBe(401);
    expect((await stage.inbound(raw, { authorization: '' })).status).toBe(401);
    for (let index = 0; index < 10; index++) await stage.inbound(raw, { authorization: 'Bearer no' });
    expect((await stage.inbound(raw, { authorization: 'Bearer no' })).status).toBe(429);
    expect((await stage.inbound(raw, { 'content-type': 'application/json' })).status).toBe(415);
    expect((await stage.inbound('')).status).toBe(400);
  });

  test('are not told that there is such a door where there is none', async () => {
    await stage.close();
    stage = await mailStage({ environment: { INBOUND_TOKEN: '' } });
    expect((await stage.inbound('x')).status).toBe(404);
  });

  test('whose mail answers nothing of ours are listed, with what they say of themselves', async () => {
    await stage.inbound('From: Eve <eve@other.example>\nTo: help@help.test.example\nSubject: Hi\n\nHello');
    const { body } = await stage.server.call(listSetAside, { cookie: stage.cookie });
    expect(body.mails).toMatchObject([
      { reason: 'unknown', address: 'Eve <eve@other.example>', subject: 'Hi', conversation: null },
    ]);
    expect((await stage.server.call(listSetAside, {})).status).toBe(401);
  });

  test('are listed on the site that wrote to them, or on the first one, where there are several', async () => {
    const { server } = stage;
    server.clock.pass(minute);
    const site = (await createSite(server.ctx, { key: 'other', name: 'Other', origins: [siteOrigin] }))!;
    const email = 'x@other.test';
    await createStaff(server.ctx, { site, email, name: 'Xenia', password, role: 'agent' });
    const cookie = await server.logIn(email);
    const open = { id: newId(), body: 'Hi', language: 'en', name: 'Yan', email: 'yan@visitor.example' };
    const path = { site: 'other' };
    await server.call(postChat, { secret: newSecret(), path, body: open });
    await server.call(postStaffMessage, {
      cookie,
      path: { site, conversation: open.id },
      body: { id: newId(), body: 'Hello', visibility: 'public' },
    });
    await stage.pass(4 * minute);
    for (const from of ['Yan <yan@visitor.example>', 'eve@stranger.example'])
      await stage.inbound(`From: ${from}\nTo: help@help.test.example\nSubject: Hi\n\nHello`);
    const listed = async (who: { cookie: string; path?: { site: string } }) =>
      (await server.call(listSetAside, who)).body.mails.map(({ address }) => address);
    expect(await listed({ cookie, path: { site } })).toEqual(['Yan <yan@visitor.example>']);
    expect(await listed({ cookie: stage.cookie })).toEqual(['eve@stranger.example']);
  });

  test('with headers that are dear to read have them left alone, and staff are told', async () => {
    const path = { conversation };
    await stage.server.call(patchConversation, { cookie: stage.cookie, path, body: { status: 'closed' } });
    const read = vi.spyOn(stage.server.ctx.mailReader, 'read');
    const groups = `To: ${'g:;'.repeat(200_000)}`;
    expect(await stage.inbound(`From: eve@other.example\n${groups}\n\nHi`)).toMatchObject({
      result: 'unknown',
    });
    expect(
      await stage.inbound(`Delivered-To: ${replyTo}\nFrom: eve@other.example\n${groups}\n\nHi`),
    ).toMatchObject({
      result: 'unreadable',
    });
    expect(read).not.toHaveBeenCalled();
    const { messages, conversation: row } = await thread();
    expect(messages.at(-1)?.notice?.kind).toBe('mail_unread');
    expect(row.status).toBe('open');
    expect((await setAside()).map(({ reason }) => reason).sort()).toEqual(['unknown', 'unreadable']);
  });

  test('a mail of anything at all does no harm', async () => {
    for (const raw of [
      'x',
      '\n\n',
      `To: ${replyTo}\n\n${'>'.repeat(50_000)}`,
      `To: ${replyTo}\nFrom: zoe@visitor.example\n\n${'\n'.repeat(200_000)}a`,
      `To: ${replyTo}\nFrom: zoe@visitor.example\nContent-Type: multipart/mixed; boundary=a\n\n${'--a\n'.repeat(2_000)}`,
      `To: ${replyTo}\nFrom: zoe@visitor.example\nContent-Type: text/html\n\n${'<div>'.repeat(20_000)}`,
    ])
      expect((await stage.inbound(raw)).status).toBe(200);
    const { body } = await stage.server.call(listInbox, { cookie: stage.cookie });
    expect(body.conversations.length).toBeLessThanOrEqual(1);
  });
});
