import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { getSaved, putSettings } from '../../../shared/console/routes.ts';
import { postBlock } from '../../../shared/core/conversations/endRoutes.ts';
import { postIdentify } from '../../../shared/core/people/identityRoutes.ts';
import { listMails, listSetAside } from '../../../shared/core/mail/routes.ts';
import { erasePerson } from '../../../shared/core/people/personalDataRoutes.ts';
import type { MailAddress } from '../../../shared/core/mail/settings.ts';
import { watchMailbox } from '../../../server/core/mail/incoming/mailbox.ts';
import { readSecret } from '../../../server/core/people/sites/secret.ts';
import { createSite } from '../../../server/core/people/sites/writes.ts';
import { createStaff } from '../../../server/core/people/staff/writes.ts';
import { getInboxThread, listInbox, postStaffMessage } from '../../../shared/inbox/routes.ts';
import { dataPath } from '../../helpers/data.ts';
import { startMailbox } from '../../helpers/imap.ts';
import { type MailStage, mailStage, minute } from '../../helpers/mailStage.ts';
import { newId, password, publicUrl, siteOrigin } from '../../helpers/server.ts';
import { headerOf } from '../../helpers/smtp.ts';

const support = 'support@help.test.example';
const addressOf = (address: string, more: Partial<MailAddress> = {}): MailAddress => ({
  address,
  team: null,
  language: '',
  signature: '',
  acknowledges: false,
  ...more,
});

let stage: MailStage;
const start = async (addresses: MailAddress[] = [addressOf(support)], environment = {}) => {
  stage = await mailStage({ settings: { mail: { addresses } }, environment });
};
beforeEach(() => start());
afterEach(() => stage.close());

let count = 0;
/** A mail as a program writes it. */
const mail = (said: string, headers: Record<string, string | undefined> = {}): string =>
  [
    ...Object.entries({
      From: 'Mia Mail <mia@visitor.example>',
      To: `Support <${support}>`,
      Subject: 'Where is my order?',
      'Message-ID': `<${++count}@visitor.example>`,
      Date: new Date(stage.server.clock.now()).toUTCString(),
      'MIME-Version': '1.0',
      'Content-Type': 'text/plain; charset=utf-8',
      ...headers,
    }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])),
    '',
    said,
  ].join('\n');

const conversations = async (who: { cookie: string; path?: { site: string } } = stage) =>
  (await stage.server.call(listInbox, { cookie: who.cookie, ...(who.path && { path: who.path }) })).body
    .conversations;
const thread = async (conversation: string) =>
  (await stage.server.call(getInboxThread, { cookie: stage.cookie, path: { conversation } })).body;
const only = async () => {
  const [row, ...others] = await conversations();
  expect(others).toEqual([]);
  return thread(row!.id);
};
const aside = async () =>
  (await stage.server.call(listSetAside, { cookie: stage.cookie })).body.mails.map(({ reason }) => reason);
const sentTo = (address: string) => stage.smtp.mails.filter(({ envelope }) => envelope.to.includes(address));
const mia = () => sentTo('mia@visitor.example');

describe('a mail to an address of a site', () => {
  test('opens a conversation: its words, what it quotes, its files, and a promise', async () => {
    const part = (name: string, type: string, content: string) =>
      `--x\nContent-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${content}\n`;
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const raw = mail(
      [
        '--x\nContent-Type: text/plain\n\nIt is not here yet.\n\nOn Mon, 2 Mar 2026 at 10:04, Shop <shop@other.example> wrote:\n\n> We sent it.\n',
        part('photo.png', 'image/png', png),
        part('run.svg', 'image/svg+xml', Buffer.from('<svg onload="alert(1)"/>').toString('base64')),
        '--x--',
      ].join('\n'),
      { Subject: 'Re: AW: Where is my order?', 'Content-Type': 'multipart/mixed; boundary=x' },
    );
    expect(await stage.inbound(raw)).toEqual({ status: 200, result: 'received' });
    const { conversation, messages } = await only();
    expect(conversation).toMatchObject({
      kind: 'mail',
      subject: 'Where is my order?',
      status: 'open',
      waitingFor: 'staff',
      language: 'en',
      visitor: { name: 'Mia Mail', email: 'mia@visitor.example', verified: false },
      held: false,
    });
    expect(conversation.promise).not.toBeNull();
    expect(messages[0]).toMatchObject({ body: 'It is not here yet.', attachments: [{ name: 'photo.png' }] });
    expect(messages[0]!.quoted).toContain('> We sent it.');
    expect(messages.at(-1)!.notice).toEqual({ kind: 'files_refused', values: { names: 'run.svg' } });
    // By another way, and once more.
    expect(await stage.inbound(`Received: by two\n${raw}`)).toMatchObject({ result: 'repeated' });
    expect(await stage.inbound(raw)).toMatchObject({ result: 'repeated' });
    expect((await only()).messages).toHaveLength(2);
    const { body } = await stage.server.call(listMails, {
      cookie: stage.cookie,
      path: { conversation: conversation.id },
    });
    expect(body.mails).toMatchObject([{ kind: 'inbound', state: 'received' }]);
  });

  test('comes twice at the same moment and is one', async () => {
    const raw = mail('Hello');
    const results = await Promise.all([stage.inbound(raw), stage.inbound(raw)]);
    expect(results.map(({ result }) => result).sort()).toEqual(['received', 'repeated']);
    expect((await only()).messages).toHaveLength(1);
    // Two at once of somebody new.
    const from = { From: 'new@visitor.example' };
    await Promise.all([stage.inbound(mail('One', from)), stage.inbound(mail('Two', from))]);
    const rows = await conversations();
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ visitor }) => visitor.id)).size).toBe(2);
  });

  test.each([
    ['Delivered-To, whatever it says besides', { 'Delivered-To': support, To: 'undisclosed-recipients:;' }],
    ['Cc', { To: 'boss@other.example', Cc: `x@y.example, ${support}` }],
    ['X-Original-To', { To: 'info@elsewhere.example', 'X-Original-To': support }],
    ['another spelling', { To: 'SUPPORT@Help.TEST.example' }],
    ['a tag', { To: 'support+orders@help.test.example' }],
    [
      'a group of its own',
      { 'List-Post': `<mailto:${support}>`, 'List-Id': '<support.help.test.example>', Precedence: 'list' },
    ],
  ])('is known by %s', async (_, headers) => {
    expect(await stage.inbound(mail('Hello', headers))).toMatchObject({ result: 'received' });
    expect((await only()).conversation.kind).toBe('mail');
  });

  test('that names an address only in a name opens nothing', async () => {
    expect(await stage.inbound(mail('Hello', { To: `"${support}" <x@other.example>` }))).toMatchObject({
      result: 'unknown',
    });
    expect(await conversations()).toEqual([]);
  });

  test('of two sites in one mailbox goes to the one it names', async () => {
    const { server } = stage;
    const other = (await createSite(server.ctx, {
      key: 'other',
      name: 'Other',
      origins: [siteOrigin],
      settings: { mail: { addresses: [addressOf('help@other.example', { language: 'de' })] } },
    }))!;
    const email = 'x@other.test';
    await createStaff(server.ctx, { site: other, email, name: 'Xenia', password, role: 'agent' });
    const cookie = await server.logIn(email);
    await stage.inbound(mail('To the other', { To: 'help@other.example' }));
    await stage.inbound(mail('To us'));
    expect((await conversations()).map(({ preview }) => preview)).toEqual(['To us']);
    expect(await conversations({ cookie, path: { site: other } })).toMatchObject([
      { preview: 'To the other', language: 'de' },
    ]);
  });

  test('without words, subject and files is listed; with a subject alone it says that', async () => {
    expect(await stage.inbound(mail('', { Subject: '' }))).toMatchObject({ result: 'empty' });
    expect(await aside()).toEqual(['empty']);
    await stage.inbound(mail('', { Subject: 'Please call me' }));
    expect((await only()).messages[0]!.body).toBe('Please call me');
  });

  test('of a blocked person is not taken', async () => {
    await stage.inbound(mail('Hello'));
    const { conversation } = await only();
    const path = { conversation: conversation.id };
    await stage.server.call(postBlock, { cookie: stage.cookie, path, body: { blocked: true } });
    expect(await stage.inbound(mail('Me again'))).toMatchObject({ result: 'blocked' });
    expect(await conversations()).toHaveLength(1);
  });

  test('in masses is asked for again later', async () => {
    const results = [];
    for (let index = 0; index < 22; index++) results.push(await stage.inbound(mail(`No ${index}`)));
    expect(results.filter(({ status }) => status === 200)).toHaveLength(20);
    expect(results.at(-1)!.status).toBe(429);
  });

  test.skipIf(!existsSync(dataPath('mail')))('is kept whatever program wrote it', async () => {
    const outcomes: Record<string, string | undefined> = {};
    for (const name of readdirSync(dataPath('mail')).filter((file) => file.endsWith('.eml'))) {
      const raw = readFileSync(dataPath(`mail/${name}`), 'latin1').replace(/^To: .*$/m, `To: ${support}`);
      stage.server.clock.pass(minute);
      const { result } = await stage.inbound(Buffer.from(raw, 'latin1'));
      if (result !== 'received') outcomes[name] = result;
    }
    expect(outcomes).toEqual({ 'human-list-id.eml': 'automatic' });
  });
});

describe('the next mail of a thread', () => {
  const open = async () => {
    await stage.inbound(mail('Where is it?', { 'Message-ID': '<first@visitor.example>' }));
    return (await only()).conversation.id;
  };

  test('joins by the mail it names, of theirs or of ours, whatever its subject', async () => {
    const conversation = await open();
    await stage.inbound(
      mail('And one more thing.', { References: '<first@visitor.example>', Subject: 'Other' }),
    );
    await stage.reply(conversation, 'On its way.');
    await stage.pass(0);
    const id = headerOf(mia().at(-1)!, 'message-id')!;
    await stage.inbound(mail('Thanks!', { 'In-Reply-To': id, From: 'MIA@visitor.example' }));
    expect((await only()).messages.map(({ body }) => body)).toEqual([
      'Where is it?',
      'And one more thing.',
      'On its way.',
      'Thanks!',
    ]);
    expect((await only()).conversation).toMatchObject({ waitingFor: 'staff' });
    // Who names a mail has not shown that the address is theirs.
    expect((await only()).conversation.visitor.emailAnswered).toBeUndefined();
  });

  test('by its subject or its sender alone joins nothing', async () => {
    await open();
    await stage.inbound(mail('Another', { Subject: 'Re: Where is my order?' }));
    const rows = await conversations();
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ visitor }) => visitor.id)).size).toBe(1);
  });

  test('from somebody else stands apart, and staff are told', async () => {
    const conversation = await open();
    await stage.inbound(
      mail('Tell me more', { From: 'eve@other.example', References: '<first@visitor.example>' }),
    );
    expect((await thread(conversation)).messages).toHaveLength(1);
    const [apart] = (await conversations()).filter(({ id }) => id !== conversation);
    expect(apart).toMatchObject({ visitor: { email: 'eve@other.example' } });
    expect((await thread(apart!.id)).messages.at(-1)).toMatchObject({
      visibility: 'note',
      notice: { kind: 'mail_apart', values: { address: 'eve@other.example' } },
    });
  });

  test('never speaks for somebody who logged in', async () => {
    const talk = await stage.open('My account', { email: 'mia@visitor.example' });
    const { secret } = await readSecret(stage.server.ctx, stage.server.site.id);
    const exp = Math.floor(stage.server.clock.now() / 1_000) + 3_600;
    const token = await new SignJWT({ exp, sub: 'user-1', email: 'mia@visitor.example' })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(secret));
    const identified = { secret: stage.secret, body: { token, language: 'en' } };
    expect((await stage.server.call(postIdentify, identified)).status).toBe(200);
    await stage.reply(talk, 'Yes?');
    await stage.pass(4 * minute);
    const id = headerOf(mia().at(-1)!, 'message-id')!;
    await stage.inbound(mail('Change my password', { References: id }));
    expect((await thread(talk)).messages).toHaveLength(2);
    const [apart] = (await conversations()).filter(({ kind }) => kind === 'mail');
    expect(apart!.visitor).toMatchObject({ email: 'mia@visitor.example', verified: false });
    expect((await thread(apart!.id)).messages.at(-1)!.notice!.kind).toBe('mail_apart');
  });
});

describe('a reply of the team', () => {
  test('goes out at once, from the address they wrote to, in their thread, with its files', async () => {
    await stage.close();
    await start([addressOf(support, { signature: 'Kind regards\nThe shop' })]);
    await stage.inbound(mail('Where is it?', { 'Message-ID': '<first@visitor.example>' }));
    const { conversation } = await only();
    const file = newId();
    const upload = await stage.server.request(
      'POST',
      `/api/inbox/${stage.server.site.id}/attachments?id=${file}&name=label.txt`,
      {
        body: 'the label',
        headers: { cookie: stage.cookie, origin: publicUrl, 'content-type': 'application/octet-stream' },
      },
    );
    expect(upload.status).toBe(200);
    await stage.server.call(postStaffMessage, {
      cookie: stage.cookie,
      path: { conversation: conversation.id },
      body: { id: newId(), body: 'Here is the **label**.', visibility: 'public', attachments: [file] },
    });
    await stage.pass(0);
    const [sent, ...others] = mia();
    expect(others).toEqual([]);
    expect(headerOf(sent!, 'from')).toMatch(/^"?Ada Agent \(.*<support@help\.test\.example>$/);
    expect(headerOf(sent!, 'subject')).toBe('Re: Where is my order?');
    expect(headerOf(sent!, 'in-reply-to')).toBe('<first@visitor.example>');
    expect(headerOf(sent!, 'references')).toBe('<first@visitor.example>');
    expect(headerOf(sent!, 'reply-to')).toMatch(/^replies\+/);
    expect(headerOf(sent!, 'auto-submitted')).toBeUndefined();
    expect(headerOf(sent!, 'list-unsubscribe')).toBeUndefined();
    expect(sent!.parsed.attachments).toMatchObject([{ filename: 'label.txt', contentType: 'text/plain' }]);
    expect(sent!.parsed.attachments[0]!.content.toString()).toBe('the label');
    expect(sent!.parsed.text).toMatch(/Kind regards\nThe shop\n\n> Mia Mail/);
    expect(sent!.parsed.text).not.toContain('/resume');
    // By the signed address it is theirs for certain.
    await stage.inbound(mail('Got it.', { To: headerOf(sent!, 'reply-to')!, Cc: support }));
    expect((await only()).conversation.visitor.emailAnswered).toBe(true);
  });

  test('reaches them also when they write again before it is sent', async () => {
    await stage.inbound(mail('One', { 'Message-ID': '<first@visitor.example>' }));
    const { conversation } = await only();
    await stage.reply(conversation.id, 'Answer to one.');
    await stage.inbound(mail('Two', { References: '<first@visitor.example>' }));
    await stage.pass(0);
    expect(mia().map(({ parsed }) => parsed.text)).toEqual([expect.stringContaining('Answer to one.')]);
    await stage.pass(60 * minute);
    expect(mia()).toHaveLength(1);
  });

  test('from another domain keeps the installation’s sender', async () => {
    await stage.close();
    await start([addressOf('support@shop.example')], { REPLY_ADDRESS: '' });
    await stage.inbound(mail('Hello', { To: 'support@shop.example' }));
    await stage.reply((await only()).conversation.id, 'Yes?');
    await stage.pass(0);
    expect(headerOf(mia()[0]!, 'from')).toContain('<help@help.test.example>');
    expect(headerOf(mia()[0]!, 'reply-to')).toBe('support@shop.example');
    await stage.inbound(
      mail('Me again', { To: 'support@shop.example', 'In-Reply-To': headerOf(mia()[0]!, 'message-id')! }),
    );
    expect((await only()).messages.map(({ body }) => body)).toEqual(['Hello', 'Yes?', 'Me again']);
  });

  test('with files beyond what a mail takes names them, and leads to them', async () => {
    await stage.inbound(mail('Send me all'));
    const { conversation } = await only();
    const files = [newId(), newId()];
    for (const [place, file] of files.entries())
      await stage.server.request(
        'POST',
        `/api/inbox/${stage.server.site.id}/attachments?id=${file}&name=${place}.txt`,
        {
          body: 'x'.repeat(6 * 1024 * 1024),
          headers: { cookie: stage.cookie, origin: publicUrl, 'content-type': 'application/octet-stream' },
        },
      );
    await stage.server.call(postStaffMessage, {
      cookie: stage.cookie,
      path: { conversation: conversation.id },
      body: { id: newId(), body: 'All of it', visibility: 'public', attachments: files },
    });
    await stage.pass(0);
    expect(mia()[0]!.parsed.attachments.map(({ filename }) => filename)).toEqual(['0.txt']);
    expect(mia()[0]!.parsed.text).toContain('Files: 1.txt');
    expect(mia()[0]!.parsed.text).toContain('/resume');
  });
});

describe('an erased person', () => {
  test('stays erased when their mail is brought again, and may write anew', async () => {
    const raw = mail('Words of mine', { 'Message-ID': '<first@visitor.example>' });
    await stage.inbound(raw);
    await stage.reply((await only()).conversation.id, 'Yes?');
    await stage.pass(0);
    const replyTo = headerOf(mia()[0]!, 'reply-to')!;
    await createStaff(stage.server.ctx, {
      site: stage.server.site.id,
      email: 'olga@shop.test',
      name: 'Olga Owner',
      password,
      role: 'owner',
    });
    const cookie = await stage.server.logIn('olga@shop.test');
    const who = { who: 'mia@visitor.example' };
    expect((await stage.server.call(erasePerson, { cookie, body: who })).status).toBe(200);
    await stage.pass(minute);
    expect(await conversations()).toEqual([]);
    expect(await stage.inbound(raw)).toMatchObject({ result: 'erased' });
    // Without a date nobody can tell that it is a new one.
    expect(await stage.inbound(mail('Undated', { Date: undefined }))).toMatchObject({ result: 'erased' });
    expect(await conversations()).toEqual([]);
    const { body } = await stage.server.call(listSetAside, { cookie: stage.cookie });
    expect(JSON.stringify(body)).not.toContain('mia@');
    await stage.pass(minute);
    const late = { References: '<first@visitor.example>', To: `${replyTo}, ${support}` };
    expect(await stage.inbound(mail('To what is gone', late))).toMatchObject({ result: 'erased' });
    expect(await stage.inbound(mail('A new matter'))).toMatchObject({ result: 'received' });
    expect((await only()).messages.map((message) => message.body)).toEqual(['A new matter']);
  });
});

describe('what opens nothing', () => {
  test.each([
    ['an answer of a machine', { 'Auto-Submitted': 'auto-replied' }],
    ['a mass mail', { Precedence: 'bulk' }],
    ['junk', { Precedence: 'junk' }],
    ['a newsletter', { 'List-Id': '<news.other.example>' }],
    ['a mail of ours that came round', { 'X-Foyer': 'reply' }],
    ['what comes from an address of ours', { From: support }],
  ])('%s', async (_, headers) => {
    expect(await stage.inbound(mail('Read this', headers))).toMatchObject({ result: 'automatic' });
    expect(await conversations()).toEqual([]);
    expect(await aside()).toEqual(['automatic']);
    expect(stage.smtp.mails).toEqual([]);
  });

  test('a mail that came back', async () => {
    const report = [
      'Return-Path: <>',
      'From: MAILER-DAEMON@mx.visitor.example',
      `To: ${support}`,
      'Subject: Undelivered Mail Returned to Sender',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b\nContent-Type: text/plain\n\nNo such user.',
      '--b\nContent-Type: message/delivery-status\n\nAction: failed\nStatus: 5.1.1',
      '--b--',
    ].join('\n');
    expect(await stage.inbound(report)).toMatchObject({ result: 'bounced' });
    expect(await conversations()).toEqual([]);
  });
});

describe('the confirmation that a mail arrived', () => {
  beforeEach(async () => {
    await stage.close();
    await start([addressOf(support, { acknowledges: true })]);
  });

  test('goes out once a person and day, says when and how, and nothing that they wrote', async () => {
    await stage.inbound(mail('Secret words', { Subject: 'Secret subject' }));
    await stage.inbound(mail('More'));
    await stage.pass(minute);
    const [sent, ...others] = mia();
    expect(others).toEqual([]);
    expect(headerOf(sent!, 'auto-submitted')).toBe('auto-replied');
    expect(headerOf(sent!, 'subject')).toBe('We got your email');
    expect(sent!.parsed.text).toContain('a person will reply by');
    expect(sent!.parsed.text).toContain('people read it');
    expect(sent!.parsed.text).not.toContain('Secret');
    await stage.pass(24 * 60 * minute);
    await stage.inbound(mail('Next day'));
    await stage.pass(minute);
    expect(mia().filter((one) => headerOf(one, 'subject') === 'We got your email')).toHaveLength(2);
  });

  test('answers no machine, and two of a kind soon fall silent', async () => {
    await stage.inbound(mail('I am away', { 'Auto-Submitted': 'auto-replied' }));
    await stage.inbound(mail('Relayed', { 'Return-Path': '<>' }));
    await stage.pass(minute);
    expect(mia()).toEqual([]);
    // A peer that marks nothing and answers all it gets.
    await stage.inbound(mail('Hello', { From: 'loop@peer.example' }));
    for (let round = 0; round < 5; round++) {
      await stage.pass(minute);
      const last = sentTo('loop@peer.example').at(-1)!;
      await stage.inbound(
        mail(`Got it ${round}`, {
          From: 'loop@peer.example',
          To: headerOf(last, 'reply-to')!,
          'In-Reply-To': headerOf(last, 'message-id')!,
        }),
      );
    }
    expect(sentTo('loop@peer.example')).toHaveLength(1);
  });
});

describe('addresses', () => {
  const save = async (addresses: MailAddress[]) => {
    const cookie = await stage.server.logIn('olga@shop.test');
    const { body } = await stage.server.call(getSaved, { cookie });
    const document = { ...body.document, settings: { ...body.document.settings, mail: { addresses } } };
    return stage.server.call(putSettings, { cookie, body: { revision: body.revision, document } });
  };
  beforeEach(() =>
    createStaff(stage.server.ctx, {
      site: stage.server.site.id,
      email: 'olga@shop.test',
      name: 'Olga Owner',
      password,
      role: 'owner',
    }),
  );

  test('are one site’s, however they are spelled', async () => {
    await createSite(stage.server.ctx, {
      key: 'other',
      name: 'Other',
      origins: [siteOrigin],
      settings: { mail: { addresses: [addressOf('help@münchen.example')] } },
    });
    const taken = await save([addressOf(support), addressOf('HELP@xn--mnchen-3ya.example')]);
    expect(taken).toMatchObject({
      status: 400,
      body: { error: { fields: { 'settings.mail.addresses.1.address': 'taken' } } },
    });
    expect(await save([addressOf(support), addressOf('Support@help.test.example')])).toMatchObject({
      body: { error: { fields: { 'settings.mail.addresses.1.address': 'taken' } } },
    });
    expect((await save([addressOf('sales@help.test.example')])).status).toBe(200);
    expect(await stage.inbound(mail('Hello'))).toMatchObject({ result: 'unknown' });
    expect(await stage.inbound(mail('Hello', { To: 'sales@help.test.example' }))).toMatchObject({
      result: 'received',
    });
  });

  test('that cannot be mailed, or are too many, are refused', async () => {
    expect((await save([addressOf('support')])).status).toBe(400);
    expect((await save(Array.from({ length: 21 }, (_, at) => addressOf(`a${at}@shop.example`)))).status).toBe(
      400,
    );
  });
});

test('the mailbox brings it, once, and marks it as read', async () => {
  const mailbox = await startMailbox();
  mailbox.append(mail('By IMAP'));
  const { ctx } = stage.server;
  const stop = watchMailbox({ ...ctx, config: { ...ctx.config, imapUrl: mailbox.url } });
  try {
    await vi.waitFor(() => expect(mailbox.flags()).toEqual([['\\Seen']]), 60_000);
    expect((await only()).messages.map(({ body }) => body)).toEqual(['By IMAP']);
  } finally {
    await stop();
    await mailbox.close();
  }
});
