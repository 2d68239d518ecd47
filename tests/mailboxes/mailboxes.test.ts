import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { getSaved, putSettings } from '../../shared/console/routes.ts';
import { connectedMailboxes } from '../../server/core/mail/tables.ts';
import { createSite } from '../../server/core/people/sites/writes.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { createReaders } from '../../server/mailboxes/watch.ts';
import { listSetAside } from '../../shared/core/mail/routes.ts';
import type { MailServer } from '../../shared/core/mail/connection.ts';
import { getComposeOptions, getInboxThread, listInbox } from '../../shared/inbox/routes.ts';
import { addMailbox, changeMailbox, deleteMailbox, listMailboxes } from '../../shared/mailboxes/routes.ts';
import { startMailbox, type TestMailbox } from '../helpers/imap.ts';
import { type MailStage, mailStage, minute } from '../helpers/mailStage.ts';
import { newId, password as staffPassword, siteOrigin } from '../helpers/server.ts';
import { headerOf, startMailServer, type TestMailServer } from '../helpers/smtp.ts';

/* Mailboxes that a site connects: added, read, answered by, and what is said when one fails. */

const login = { user: 'support', password: 's3cret & more' };

let stage: MailStage;
let imap: TestMailbox;
let smtp: TestMailServer;
let readers: ReturnType<typeof createReaders>;

beforeEach(async () => {
  imap = await startMailbox({ user: login.user, password: login.password });
  smtp = await startMailServer(0, login);
  stage = await mailStage({ environment: { PRIVATE_HOSTS: '127.0.0.1' } });
  const email = 'owner@shop.test';
  const { ctx, site } = stage.server;
  await createStaff(ctx, { site: site.id, email, name: 'Olga', password: staffPassword, role: 'owner' });
  stage.cookie = await stage.server.logIn(email);
  // The pause between two tries ends at once, but others have their turn.
  stage.server.clock.sleep = async (milliseconds) => {
    stage.server.clock.slept.push(milliseconds);
    await new Promise((done) => setTimeout(done, 5));
  };
  readers = createReaders(stage.server.ctx);
});
afterEach(async () => {
  await readers.stop();
  await imap.close();
  await smtp.close();
  await stage.close();
});

const portOf = (url: string): number => Number(new URL(url).port);
const server = (port: number, user: string): MailServer => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  user,
});
const given = (more: object = {}) => ({
  id: newId(),
  address: 'support@shop.example',
  name: 'Shop support',
  team: null,
  language: 'de',
  signature: 'Shop support\nMon to Fri',
  acknowledges: true,
  acknowledgement: 'Thank you for writing.',
  imap: server(imap.port, login.user),
  smtp: server(portOf(smtp.url), ''),
  password: login.password,
  ...more,
});
const add = async (more: object = {}) => {
  const body = given(more);
  const reply = await stage.server.call(addMailbox, { cookie: stage.cookie, body });
  return { status: reply.status, body: reply.body, id: body.id };
};
const change = (mailbox: string, body: object) =>
  stage.server.call(changeMailbox, { cookie: stage.cookie, path: { mailbox }, body });
const list = async () => (await stage.server.call(listMailboxes, { cookie: stage.cookie })).body.mailboxes;

let count = 0;
const mail = (said: string, headers: Record<string, string> = {}): string =>
  [
    ...Object.entries({
      From: 'Mia Mail <mia@visitor.example>',
      To: 'support@shop.example',
      Subject: 'Where is my order?',
      'Message-ID': `<${++count}@visitor.example>`,
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    said,
  ].join('\n');
const arrives = (raw: string) => imap.append(raw, new Date(stage.server.clock.now()));
const conversations = async () =>
  (await stage.server.call(listInbox, { cookie: stage.cookie })).body.conversations;
const opened = (...subjects: string[]) =>
  vi.waitFor(
    async () => expect((await conversations()).map(({ subject }) => subject).sort()).toEqual(subjects.sort()),
    60_000,
  );
const bySmtp = (to: string) => smtp.mails.filter(({ envelope }) => envelope.to.includes(to));

describe('a connected mailbox', () => {
  test('is added once, shown without what it logs in with, and stored sealed', async () => {
    const first = await add();
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      canTell: true,
      mailboxes: [
        { address: 'support@shop.example', login: 'password', paused: false, fault: null, readAt: null },
      ],
    });
    expect(JSON.stringify(first.body)).not.toContain('s3cret');
    const again = await stage.server.call(addMailbox, {
      cookie: stage.cookie,
      body: given({ id: first.id }),
    });
    expect(again.body.mailboxes).toHaveLength(1);
    const [row] = await stage.server.ctx.database.read.select().from(connectedMailboxes);
    expect(JSON.stringify(row)).not.toContain('s3cret');
    expect(row!.secrets).toBeTruthy();
  });

  test.each([
    ['imap.port', { imap: { host: 'imap.shop.example', port: 22, security: 'tls', user: 'x' } }],
    ['imap.security', { imap: { host: 'imap.shop.example', port: 143, security: 'none', user: 'x' } }],
    ['smtp.host', { smtp: { host: 'localhost', port: 587, security: 'starttls', user: '' } }],
  ])('on a server that nobody may name is refused at %s', async (field, more) => {
    const { status, body } = await add(more);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { fields: { [field]: 'not_allowed' } } });
  });

  test('has an address that nothing else has', async () => {
    const { server } = stage;
    expect((await add()).status).toBe(200);
    expect((await add()).body).toMatchObject({ error: { fields: { address: 'taken' } } });
    const saved = await server.call(getSaved, { cookie: stage.cookie });
    const document = structuredClone(saved.body.document);
    document.settings.mail.addresses = [
      { address: 'Support@shop.example', team: null, language: '', signature: '', acknowledges: false },
    ];
    const put = () =>
      server.call(putSettings, {
        cookie: stage.cookie,
        body: { revision: saved.body.revision, document },
      });
    expect((await put()).body).toMatchObject({
      error: { fields: { 'settings.mail.addresses.0.address': 'taken' } },
    });
    // Saving others leaves the mailbox's address its own.
    document.settings.mail.addresses[0]!.address = 'sales@shop.example';
    expect((await put()).status).toBe(200);
    expect((await add({ address: 'sales@shop.example' })).body).toMatchObject({
      error: { fields: { address: 'taken' } },
    });
    const from = await server.call(getComposeOptions, { cookie: stage.cookie, query: {} });
    expect(from.body.from).toEqual(['sales@shop.example', 'support@shop.example']);
    const [mine] = await list();
    await server.call(deleteMailbox, { cookie: stage.cookie, path: { mailbox: mine!.id } });
    expect((await add()).status).toBe(200);
  });

  test('is nothing for agents', async () => {
    const email = 'agent@shop.test';
    await createStaff(stage.server.ctx, {
      site: stage.server.site.id,
      email,
      name: 'Ada',
      password: staffPassword,
      role: 'agent',
    });
    const cookie = await stage.server.logIn(email);
    expect((await stage.server.call(listMailboxes, { cookie })).status).toBe(403);
  });

  test('opens conversations with its language and promise, and answers by its own server, in its name', async () => {
    await add();
    arrives(mail('It is not here yet.'));
    // It was there before anybody connected it.
    imap.append(mail('Old', { Subject: 'Old news' }), new Date(stage.server.clock.now() - 60 * minute));
    await readers.look();
    await opened('Where is my order?');
    const [row] = await conversations();
    expect(row).toMatchObject({ kind: 'mail', language: 'de', subject: 'Where is my order?' });
    expect(row!.promise).not.toBeNull();
    await vi.waitFor(async () => expect((await list())[0]!.readAt).not.toBeNull(), 20_000);
    await stage.pass(0);
    const [acknowledgement] = bySmtp('mia@visitor.example');
    expect(headerOf(acknowledgement!, 'auto-submitted')).toBe('auto-replied');
    expect(acknowledgement!.parsed.text).toContain('Thank you for writing.');

    await stage.reply(row!.id, 'It comes tomorrow.');
    await stage.pass(minute);
    const reply = bySmtp('mia@visitor.example')[1]!;
    expect(reply.envelope.from).toBe('support@shop.example');
    expect(headerOf(reply, 'from')).toMatch(/\(Shop support\)"? <support@shop\.example>$/);
    expect(headerOf(reply, 'reply-to')).toBeUndefined();
    expect(reply.parsed.text).toContain('Mon to Fri');
    expect(stage.smtp.mails.filter(({ envelope }) => envelope.to.includes('mia@visitor.example'))).toEqual(
      [],
    );

    // The answer to it joins, by the mail that it names.
    arrives(
      mail('Thank you!', {
        Subject: 'Re: Where is my order?',
        'In-Reply-To': headerOf(reply, 'message-id')!,
      }),
    );
    await vi.waitFor(async () => {
      const thread = await stage.server.call(getInboxThread, {
        cookie: stage.cookie,
        path: { conversation: row!.id },
      });
      expect(thread.body.messages.at(-1)!.body).toBe('Thank you!');
    }, 20_000);
    // A report about it is shown at what failed.
    arrives(
      [
        'From: MAILER-DAEMON@mx.shop.example',
        'To: support@shop.example',
        'Subject: Undelivered Mail Returned to Sender',
        'Message-ID: <bounce@mx.shop.example>',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Action: failed',
        '',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: ${headerOf(reply, 'message-id')!}`,
        '',
        '--b--',
      ].join('\n'),
    );
    await vi.waitFor(async () => {
      const thread = await stage.server.call(getInboxThread, {
        cookie: stage.cookie,
        path: { conversation: row!.id },
      });
      expect(thread.body.messages.at(-1)!.notice?.kind).toBe('mail_bounced');
    }, 20_000);
    expect(await conversations()).toHaveLength(1);
  });

  test('acknowledges once a person and day, each mailbox for itself, and never a machine', async () => {
    await add();
    arrives(mail('One', { Subject: 'One' }));
    arrives(mail('Two', { Subject: 'Two' }));
    arrives(
      mail('I am away', { Subject: 'Away', From: 'bot@robots.example', 'Auto-Submitted': 'auto-replied' }),
    );
    await readers.look();
    await opened('One', 'Two');
    await stage.pass(0);
    expect(bySmtp('mia@visitor.example')).toHaveLength(1);
    expect(bySmtp('bot@robots.example')).toEqual([]);
    await vi.waitFor(async () => {
      const aside = await stage.server.call(listSetAside, { cookie: stage.cookie });
      expect(aside.body.mails.map(({ reason }) => reason)).toEqual(['automatic']);
    }, 20_000);
    await stage.pass(0);
    expect(bySmtp('bot@robots.example')).toEqual([]);
    const sales = await startMailbox({ user: login.user, password: login.password });
    await add({ address: 'sales@shop.example', imap: server(sales.port, login.user) });
    sales.append(
      mail('Three', { Subject: 'Three', To: 'sales@shop.example' }),
      new Date(stage.server.clock.now()),
    );
    await readers.look();
    await opened('One', 'Two', 'Three');
    await stage.pass(0);
    expect(bySmtp('mia@visitor.example').map(({ envelope }) => envelope.from)).toEqual([
      'support@shop.example',
      'sales@shop.example',
    ]);
    await readers.stop();
    await sales.close();
  });

  test('brings nothing to another site, whatever its mails name', async () => {
    const { ctx } = stage.server;
    const settings = {
      mail: {
        addresses: [
          { address: 'help@other.example', team: null, language: '', signature: '', acknowledges: false },
        ],
      },
    };
    await createSite(ctx, { key: 'other', name: 'Other', origins: [siteOrigin], settings });
    await add();
    arrives(mail('For somebody else', { To: 'help@other.example', 'Delivered-To': 'help@other.example' }));
    await readers.look();
    await opened('Where is my order?');
  });

  test('is read by one process, and by another once that is gone', async () => {
    await add();
    const others = createReaders(stage.server.ctx);
    await readers.look();
    await others.look();
    await vi.waitFor(async () => expect((await list())[0]!.readAt).not.toBeNull(), 20_000);
    expect(imap.connections).toBe(1);
    await readers.stop();
    await others.look();
    arrives(mail('Still there?'));
    await opened('Where is my order?');
    expect(imap.connections).toBe(2);
    await others.stop();
  });

  test('that refuses the login is shown, told to owners once, loses nothing, and is read once that is mended', async () => {
    const { id } = await add({ password: 'wrong' });
    arrives(mail('Waiting'));
    await readers.look();
    await vi.waitFor(async () => expect((await list())[0]!.fault).toBe('login'), 20_000);
    await vi.waitFor(() => expect(stage.server.clock.slept.length).toBeGreaterThan(2), 20_000);
    await stage.pass(0);
    await stage.pass(minute);
    await stage.pass(minute);
    const told = stage.smtp.mails.filter((one) => headerOf(one, 'x-foyer') === 'mailbox');
    expect(told).toHaveLength(1);
    expect(told[0]!.parsed.subject).toContain('support@shop.example can’t be read');
    expect(told[0]!.parsed.text).toContain('refuses the login');
    expect((await change(id, { password: login.password })).body.mailboxes[0]).toMatchObject({ fault: null });
    await vi.waitFor(async () => {
      await readers.look();
      expect(await conversations()).toHaveLength(1);
    }, 20_000);
  });

  test('whose outgoing server refuses the login keeps what is to be sent, and says so', async () => {
    const { id } = await add({ acknowledges: false });
    arrives(mail('Hello'));
    await readers.look();
    await opened('Where is my order?');
    smtp.login = { user: 'somebody', password: 'else' };
    await stage.reply((await conversations())[0]!.id, 'Hello Mia');
    await stage.pass(minute);
    await vi.waitFor(async () => expect((await list())[0]!.sendFault).toBe('login'), 20_000);
    smtp.login = login;
    await change(id, { password: login.password });
    await stage.pass(60 * minute);
    expect(bySmtp('mia@visitor.example')).toHaveLength(1);
    expect((await list())[0]!.sendFault).toBeNull();
  });

  test('keeps its password for its server: another one wants it typed anew', async () => {
    const { id } = await add();
    const moved = await change(id, { imap: { ...server(imap.port + 1, login.user) } });
    expect(moved.body).toMatchObject({ error: { fields: { password: 'required' } } });
    const out = await change(id, { smtp: { ...server(portOf(smtp.url), 'other') } });
    expect(out.body).toMatchObject({ error: { fields: { smtpPassword: 'required' } } });
    expect((await change(id, { name: 'Help' })).status).toBe(200);
  });

  test('is left alone while it is paused, and goes on where it was', async () => {
    const { id } = await add({ acknowledges: false });
    arrives(mail('One', { Subject: 'One' }));
    await readers.look();
    await opened('One');
    await change(id, { paused: true });
    await readers.look();
    arrives(mail('Two', { Subject: 'Two' }));
    await change(id, { paused: false });
    await vi.waitFor(async () => {
      await readers.look();
      expect(await conversations()).toHaveLength(2);
    }, 20_000);
    await opened('One', 'Two');
  });
});
