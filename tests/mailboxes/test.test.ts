import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { lookUpDkim, lookUpDmarc, lookUpSpf, signedBy } from '../../server/mailboxes/domain.ts';
import { createReaders } from '../../server/mailboxes/watch.ts';
import { listSetAside } from '../../shared/core/mail/routes.ts';
import { listInbox } from '../../shared/inbox/routes.ts';
import { addMailbox, listMailboxes, testMailbox } from '../../shared/mailboxes/routes.ts';
import { startMailbox, type TestMailbox } from '../helpers/imap.ts';
import { type MailStage, mailStage } from '../helpers/mailStage.ts';
import { newId, password as staffPassword } from '../helpers/server.ts';
import { startMailServer, type TestMailServer } from '../helpers/smtp.ts';

/* The test button: a mail from a mailbox to itself, and what its domain publishes. */

const login = { user: 'support', password: 's3cret & more' };
const address = 'support@shop.example';
const second = 1_000;

let names: Map<string, string[][]>;
let stage: MailStage;
let imap: TestMailbox;
let smtp: TestMailServer;
let mailbox: string;

beforeEach(async () => {
  imap = await startMailbox(login);
  smtp = await startMailServer(0, login);
  names = new Map();
  stage = await mailStage({
    environment: { PRIVATE_HOSTS: '127.0.0.1' },
    overrides: { nameRecords: { texts: async (name) => names.get(name) ?? [] } },
  });
  const { ctx, site } = stage.server;
  const email = 'owner@shop.test';
  await createStaff(ctx, { site: site.id, email, name: 'Olga', password: staffPassword, role: 'owner' });
  stage.cookie = await stage.server.logIn(email);
});
afterEach(async () => {
  await imap.close();
  await smtp.close();
  await stage.close();
});

const add = async (more: object = {}): Promise<void> => {
  mailbox = newId();
  const reply = await stage.server.call(addMailbox, {
    cookie: stage.cookie,
    body: {
      id: mailbox,
      address,
      name: '',
      team: null,
      language: '',
      signature: '',
      acknowledges: false,
      acknowledgement: '',
      imap: { host: '127.0.0.1', port: imap.port, security: 'none', user: login.user },
      smtp: { host: '127.0.0.1', port: Number(new URL(smtp.url).port), security: 'none', user: '' },
      password: login.password,
      ...more,
    },
  });
  expect(reply.status).toBe(200);
};
const press = (body: { id: string; selector?: string } = { id: newId() }) =>
  stage.server.call(testMailbox, { cookie: stage.cookie, path: { mailbox }, body });
const found = async () =>
  (await stage.server.call(listMailboxes, { cookie: stage.cookie })).body.mailboxes[0]!.test!;
/** Brings what is sent to the mailbox into it, with headers as a relay adds them. */
const loop = (headers = ''): void => {
  smtp.onMail = ({ raw }) => imap.append(headers + raw, new Date(stage.server.clock.now()));
};

describe('a test of a mailbox', () => {
  test('sends to itself, finds the mail, takes it away, and says what the domain publishes', async () => {
    await add();
    loop('DKIM-Signature: v=1; a=rsa-sha256; d=shop.example;\r\n s=s1; h=from; b=x\r\n');
    names.set('shop.example', [['v=spf1 include:_spf.provider.example ', '-all']]);
    names.set('s1._domainkey.shop.example', [['v=DKIM1; k=rsa; p=MIIB']]);
    names.set('_dmarc.shop.example', [['v=DMARC1; p=none; rua=mailto:a@shop.example']]);
    const id = newId();
    expect((await press({ id })).status).toBe(200);
    await press({ id });
    await stage.pass(0);
    expect(smtp.mails).toHaveLength(1);
    expect(await found()).toMatchObject({ sent: 'good', opened: 'good', arrived: null, endedAt: null });
    await stage.pass(3 * second);
    expect(await found()).toMatchObject({
      arrived: 'good',
      spf: 'good',
      dkim: 'good',
      dmarc: 'watching',
      selector: 's1',
    });
    expect((await found()).endedAt).not.toBeNull();
    // Whoever reads the mailbox finds nothing of it.
    const readers = createReaders(stage.server.ctx);
    await readers.look();
    await readers.stop();
    expect((await stage.server.call(listInbox, { cookie: stage.cookie })).body.conversations).toEqual([]);
    expect((await stage.server.call(listSetAside, { cookie: stage.cookie })).body.mails).toEqual([]);
  });

  test('says that the mail did not arrive once a minute is over', async () => {
    await add();
    await press();
    await stage.pass(0);
    for (let looks = 0; looks < 21; looks++) await stage.pass(3 * second);
    expect(await found()).toMatchObject({
      sent: 'good',
      opened: 'good',
      arrived: 'missing',
      spf: 'missing',
      dkim: null,
      dmarc: 'missing',
    });
  });

  test.each([
    ['login', { password: 'wrong' }],
    ['unreachable', { smtp: { host: '127.0.0.1', port: 1, security: 'none', user: '' } }],
    ['not_public', { smtp: { host: '10.0.0.7', port: 587, security: 'starttls', user: '' } }],
  ])('says %s in a word where the mail cannot be sent', async (fault, more) => {
    await add(more);
    await press();
    await stage.pass(0);
    expect(await found()).toMatchObject({ sent: fault, arrived: null });
    expect((await found()).endedAt).not.toBeNull();
    expect(JSON.stringify(await found())).not.toContain('127.0.0.1');
  });

  test('looks up the key that the owner names', async () => {
    await add();
    names.set('mine._domainkey.shop.example', [['v=DKIM1; p=']]);
    await press({ id: newId(), selector: 'mine' });
    await stage.pass(0);
    expect(await found()).toMatchObject({ dkim: 'missing', selector: 'mine' });
  });
});

describe('records of a domain', () => {
  const namesOf = (records: Record<string, string[][] | null>) => ({
    texts: async (name: string) => (Object.hasOwn(records, name) ? records[name]! : []),
  });

  test.each([
    ['good', [['v=spf1 -all']]],
    ['missing', [['google-site-verification=1'], ['v=spf10 -all']]],
    ['several', [['v=spf1 -all'], ['v=spf1 ~all']]],
    ['open', [['v=spf1 +all']]],
    ['open', [['v=spf1 all']]],
    ['unknown', null],
  ])('SPF is %s', async (state, records) => {
    expect(await lookUpSpf(namesOf({ 'a.example': records }), 'a.example')).toBe(state);
  });

  test('DMARC of the domain above counts, and one that cannot be asked is unknown', async () => {
    const names = namesOf({ '_dmarc.a.example': [['v=DMARC1;p=reject']], '_dmarc.b.example': null });
    expect(await lookUpDmarc(names, 'mail.a.example')).toBe('good');
    expect(await lookUpDmarc(names, 'b.example')).toBe('unknown');
    expect(await lookUpDmarc(null, 'a.example')).toBe('unknown');
    expect(await lookUpDkim(namesOf({ 'k._domainkey.a.example': null }), 'a.example', 'k')).toBe('unknown');
  });

  test('a signature of somebody else is none of the domain', () => {
    expect(signedBy('DKIM-Signature: d=evil.example; s=x\r\n', 'shop.example')).toBeNull();
    expect(signedBy('DKIM-Signature: s=k; d=shop.example\r\n', 'mail.shop.example')).toBe('k');
  });
});
