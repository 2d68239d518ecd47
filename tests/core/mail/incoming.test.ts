import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postBlock } from '../../../shared/core/conversations/endRoutes.ts';
import { getThread } from '../../../shared/core/conversations/routes.ts';
import { listMails } from '../../../shared/core/mail/routes.ts';
import { getInboxThread, listInbox, patchConversation } from '../../../shared/inbox/routes.ts';
import { type MailStage, mailStage, minute } from '../../helpers/mailStage.ts';
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

describe('what nobody wrote', () => {
  test.each([
    ['an answer of a machine', { 'Auto-Submitted': 'auto-replied' }],
    ['an absence', { 'Auto-Submitted': 'auto-replied (vacation)' }],
    ['a mass mail', { Precedence: 'bulk' }],
    ['a mail without a sender', { 'Return-Path': '<>' }],
    ['a mail of ours that came round', { 'X-Foyer': 'reply' }],
    ['a list', { 'List-Id': '<list.example>' }],
  ])('is never a message, and never answered: %s', async (_, headers) => {
    const before = stage.smtp.mails.length;
    expect(await stage.inbound(replyMail('I am away.', headers as Record<string, string>))).toMatchObject({
      status: 200,
      result: 'automatic',
    });
    expect((await thread()).messages).toHaveLength(2);
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
