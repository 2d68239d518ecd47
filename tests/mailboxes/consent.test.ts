import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { accessTokenOf } from '../../server/core/mail/consent/token.ts';
import { connectedMailboxes } from '../../server/core/mail/tables.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { createReaders } from '../../server/mailboxes/watch.ts';
import { listInbox } from '../../shared/inbox/routes.ts';
import {
  addMailbox,
  askConsent,
  changeMailbox,
  consentPath,
  listMailboxes,
} from '../../shared/mailboxes/routes.ts';
import { type ConsentServer, startConsentServer, testClient } from '../helpers/consentServer.ts';
import { startMailbox, type TestMailbox } from '../helpers/imap.ts';
import { type MailStage, mailStage, minute } from '../helpers/mailStage.ts';
import { newId, password as staffPassword } from '../helpers/server.ts';
import { headerOf, startMailServer, type TestMailServer } from '../helpers/smtp.ts';

/* Mailboxes that are opened by their owner's consent: OAuth 2.0 with PKCE, and XOAUTH2 at the mail servers. */

const address = 'support@shop.example';
const hour = 60 * minute;

let stage: MailStage;
let imap: TestMailbox;
let smtp: TestMailServer;
let provider: ConsentServer;
let readers: ReturnType<typeof createReaders>;

beforeEach(async () => {
  imap = await startMailbox({ user: address, token: 'none yet' });
  smtp = await startMailServer(0, { user: address, token: 'none yet' });
  provider = await startConsentServer();
  provider.onToken = (token) => {
    imap.token = token;
    smtp.login = { user: address, token };
  };
  const servers = provider.provider({
    imap: { host: '127.0.0.1', port: imap.port, security: 'none' },
    smtp: { host: '127.0.0.1', port: Number(new URL(smtp.url).port), security: 'none' },
  });
  stage = await mailStage({
    environment: { PRIVATE_HOSTS: '127.0.0.1' },
    overrides: { consentProviders: { google: servers, microsoft: servers } },
  });
  const { ctx, site, clock } = stage.server;
  const email = 'owner@shop.test';
  await createStaff(ctx, { site: site.id, email, name: 'Olga', password: staffPassword, role: 'owner' });
  stage.cookie = await stage.server.logIn(email);
  // The pause between two tries ends at once, but others have their turn.
  clock.sleep = async (milliseconds) => {
    clock.slept.push(milliseconds);
    await new Promise((done) => setTimeout(done, 5));
  };
  readers = createReaders(ctx);
});
afterEach(async () => {
  await readers.stop();
  await imap.close();
  await smtp.close();
  await provider.close();
  await stage.close();
});

const add = async (more: object = {}): Promise<string> => {
  const id = newId();
  const reply = await stage.server.call(addMailbox, {
    cookie: stage.cookie,
    body: {
      id,
      address,
      name: '',
      team: null,
      language: '',
      signature: '',
      acknowledges: false,
      acknowledgement: '',
      login: 'google',
      client: testClient,
      ...more,
    },
  });
  expect(reply.status).toBe(200);
  return id;
};
const found = async () =>
  (await stage.server.call(listMailboxes, { cookie: stage.cookie })).body.mailboxes[0]!;
const row = async () => (await stage.server.ctx.database.read.select().from(connectedMailboxes))[0]!;
const ask = async (mailbox: string, cookie = stage.cookie): Promise<string> => {
  const reply = await stage.server.call(askConsent, { cookie, path: { mailbox } });
  expect(reply.status).toBe(200);
  return reply.body.url;
};
const comeBack = (back: URL, cookie = stage.cookie) =>
  stage.server.request('GET', back.pathname + back.search, {
    headers: { cookie, origin: '', accept: 'text/html' },
  });
const connect = async (more: object = {}): Promise<string> => {
  const id = await add(more);
  expect((await comeBack(provider.consent(await ask(id)))).status).toBe(303);
  return id;
};
const conversations = async () =>
  (await stage.server.call(listInbox, { cookie: stage.cookie })).body.conversations;
let count = 0;
const arrives = (said: string): void =>
  imap.append(
    [
      'From: Mia Mail <mia@visitor.example>',
      `To: ${address}`,
      `Subject: ${said}`,
      `Message-ID: <${++count}@visitor.example>`,
      '',
      said,
    ].join('\n'),
    new Date(stage.server.clock.now()),
  );
const opened = (...subjects: string[]) =>
  vi.waitFor(
    async () => expect((await conversations()).map(({ subject }) => subject).sort()).toEqual(subjects.sort()),
    30_000,
  );

describe('a consent', () => {
  test('opens a mailbox: read and answered by what the provider gave, and none of it is shown', async () => {
    const id = await add();
    expect(await found()).toMatchObject({
      login: 'google',
      account: null,
      grantedAt: null,
      client: { id: testClient.id, tenant: '' },
    });
    // Nobody reads it before.
    await readers.look();
    expect(imap.connections).toBe(0);
    const page = new URL(await ask(id));
    expect(Object.fromEntries(page.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: testClient.id,
      code_challenge_method: 'S256',
      access_type: 'offline',
      login_hint: address,
      redirect_uri: (await stage.server.call(listMailboxes, { cookie: stage.cookie })).body.redirect,
    });
    const back = await comeBack(provider.consent(page.href));
    expect(back.status).toBe(303);
    expect(back.headers.get('location')).toMatch(/\/console\/mail$/);
    expect(await found()).toMatchObject({ account: 'olga@shop.example', fault: null });
    expect((await found()).grantedAt).not.toBeNull();
    arrives('Hello');
    await readers.look();
    await opened('Hello');
    await stage.reply((await conversations())[0]!.id, 'Hello Mia');
    await stage.pass(minute);
    expect(smtp.mails.map(({ envelope }) => envelope)).toEqual([
      { from: address, to: ['mia@visitor.example'] },
    ]);
    const shown = JSON.stringify([await found(), await row()]);
    for (const secret of [testClient.secret, 'access-', 'refresh-']) expect(shown).not.toContain(secret);
    expect(stage.server.logged.join('')).not.toMatch(/access-|refresh-/);
  });

  test('works once, in the session that asked, within ten minutes', async () => {
    const id = await add();
    const back = provider.consent(await ask(id));
    const colleague = 'ada@shop.test';
    const { ctx, site } = stage.server;
    await createStaff(ctx, {
      site: site.id,
      email: colleague,
      name: 'Ada',
      password: staffPassword,
      role: 'admin',
    });
    // Another session, no session, another state: nothing is used up.
    expect((await comeBack(back, await stage.server.logIn(colleague))).status).toBe(400);
    expect((await comeBack(back, '')).status).toBe(400);
    const wrong = new URL(back);
    wrong.searchParams.set('state', 'A'.repeat(43));
    expect(await (await comeBack(wrong)).text()).toContain('can’t be used');
    expect(provider.asked).toHaveLength(0);
    expect((await comeBack(back)).status).toBe(303);
    // Replayed, it says so and changes nothing.
    expect((await comeBack(back)).status).toBe(400);
    expect(provider.asked).toHaveLength(1);
    const late = provider.consent(await ask(id));
    stage.server.clock.pass(10 * minute + 1);
    expect((await comeBack(late)).status).toBe(400);
    expect(provider.asked).toHaveLength(1);
    // Asked for anew, the former is no more.
    const former = provider.consent(await ask(id));
    const latter = provider.consent(await ask(id));
    expect((await comeBack(former)).status).toBe(400);
    expect((await comeBack(latter)).status).toBe(303);
  });

  test.each([
    ['denied', { error: 'access_denied' }, 'Access wasn’t given'],
    ['not understood', { error: 'server_error' }, 'isn’t enough'],
  ])('that is %s connects nothing and says so', async (_, parameters, words) => {
    const id = await add();
    const state = new URL(await ask(id)).searchParams.get('state')!;
    const back = new URL(
      `http://x${consentPath}?${new URLSearchParams({ state, ...parameters }).toString()}`,
    );
    const reply = await comeBack(back);
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain(words);
    expect((await found()).grantedAt).toBeNull();
  });

  test('without the right to mails, with a wrong secret or a slow provider says which', async () => {
    const id = await add();
    const words = async (): Promise<string> => (await comeBack(provider.consent(await ask(id)))).text();
    provider.scope = 'openid email';
    expect(await words()).toContain('isn’t enough');
    provider.answer = { status: 503, body: 'down' };
    expect(await words()).toContain('isn’t answering');
    provider.answer = { status: 200, body: '<html>' };
    expect(await words()).toContain('isn’t answering');
    provider.answer = null;
    const body = { client: { id: testClient.id, secret: 'another', tenant: '' } };
    await stage.server.call(changeMailbox, { cookie: stage.cookie, path: { mailbox: id }, body });
    expect(await words()).toContain('client ID or secret');
    expect((await found()).grantedAt).toBeNull();
  });

  test('is asked for by admins, of mailboxes with a client', async () => {
    const cookie = await stage.server.logIn();
    const id = await add();
    expect((await stage.server.call(askConsent, { cookie, path: { mailbox: id } })).status).toBe(403);
    const refused = await stage.server.call(addMailbox, {
      cookie: stage.cookie,
      body: {
        id: newId(),
        address: 'sales@shop.example',
        name: '',
        team: null,
        language: '',
        signature: '',
        acknowledges: false,
        acknowledgement: '',
        login: 'microsoft',
      },
    });
    expect(refused.body).toMatchObject({ error: { fields: { 'client.id': 'required' } } });
    // A token is sent to no server but the provider's.
    const moved = await stage.server.call(changeMailbox, {
      cookie: stage.cookie,
      path: { mailbox: id },
      body: { imap: { host: 'evil.example', port: 993, security: 'tls', user: address } },
    });
    expect(moved.body).toMatchObject({ error: { fields: { imap: 'not_allowed' } } });
  });
});

describe('tokens', () => {
  test('are renewed before they end, once for all who need one, and the new refresh token is kept', async () => {
    await connect();
    const { ctx, clock } = stage.server;
    expect(await accessTokenOf(ctx, await row())).toBe('access-1');
    clock.pass(hour - 4 * minute);
    const known = await row();
    const all = await Promise.all(Array.from({ length: 20 }, () => accessTokenOf(ctx, known)));
    expect(new Set(all)).toEqual(new Set(['access-2']));
    expect(provider.asked).toHaveLength(2);
    // Used up at once, the first one would be refused now.
    clock.pass(hour);
    expect(await accessTokenOf(ctx, known)).toBe('access-3');
    expect(provider.asked.at(-1)!.get('refresh_token')).toBe(provider.given[1]!.refresh);
  });

  test('are asked for by one process, and another takes what it got', async () => {
    await connect();
    const { ctx, clock } = stage.server;
    clock.pass(hour);
    let answer: () => void = () => {};
    provider.waits = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const known = await row();
    const first = accessTokenOf(ctx, known);
    await vi.waitFor(() => expect(provider.asked).toHaveLength(2));
    // As another process sees it: the same database, and nothing of what is under way.
    const other = accessTokenOf({ ...ctx, database: { ...ctx.database } }, known);
    await vi.waitFor(() => expect(clock.slept.length).toBeGreaterThan(0));
    answer();
    expect(await Promise.all([first, other])).toEqual(['access-2', 'access-2']);
    expect(provider.asked).toHaveLength(2);
  });

  test('that end in the middle of a line are renewed, and no mail is lost or doubled', async () => {
    await connect();
    arrives('One');
    await readers.look();
    await opened('One');
    // The provider ends it before its time, as for a new password, and the line with it.
    imap.token = 'another';
    smtp.login = { user: address, token: 'another' };
    arrives('Two');
    imap.cut();
    await opened('One', 'Two');
    expect(provider.given).toHaveLength(2);
    await vi.waitFor(async () => expect((await found()).fault).toBeNull(), 20_000);
    imap.token = 'another';
    smtp.login = { user: address, token: 'another' };
    await stage.reply((await conversations())[0]!.id, 'Hello Mia');
    await stage.pass(minute);
    expect(smtp.mails).toHaveLength(1);
    expect((await found()).sendFault).toBeNull();
    expect(provider.given).toHaveLength(3);
  });

  test('that the mail server takes from nobody are said to be refused', async () => {
    await connect();
    provider.onToken = () => {};
    imap.token = 'another';
    await readers.look();
    await vi.waitFor(async () => expect((await found()).fault).toBe('consent_refused'), 20_000);
  });

  test('of a consent that was taken back are no more: owners are told once, and a new consent reads what waited', async () => {
    const id = await connect();
    await readers.look();
    await vi.waitFor(async () => expect((await found()).readAt).not.toBeNull(), 20_000);
    provider.answer = { status: 400, body: { error: 'invalid_grant' } };
    stage.server.clock.pass(hour);
    arrives('Waiting');
    imap.token = 'another';
    imap.cut();
    await vi.waitFor(async () => {
      await readers.look();
      expect((await found()).fault).toBe('consent');
      await stage.pass(0);
      expect(stage.smtp.mails.filter((one) => headerOf(one, 'x-foyer') === 'mailbox')).toHaveLength(1);
    }, 30_000);
    const asked = provider.asked.length;
    await stage.pass(minute);
    await stage.pass(minute);
    const told = stage.smtp.mails.filter((one) => headerOf(one, 'x-foyer') === 'mailbox');
    expect(told).toHaveLength(1);
    expect(told[0]!.parsed.text).toContain('Connect it again');
    // It isn't asked for in vain.
    expect(provider.asked).toHaveLength(asked);
    provider.answer = null;
    expect((await comeBack(provider.consent(await ask(id)))).status).toBe(303);
    expect(await found()).toMatchObject({ fault: null });
    await vi.waitFor(async () => {
      await readers.look();
      expect(await conversations()).toHaveLength(1);
    }, 30_000);
  });

  test('are asked for no sooner than the provider wants', async () => {
    await connect();
    const { ctx, clock } = stage.server;
    clock.pass(hour);
    provider.answer = { status: 429, headers: { 'retry-after': '120' }, body: { error: 'slow_down' } };
    const known = await row();
    const tries = async () => accessTokenOf(ctx, known).catch((error: unknown) => error);
    expect(await tries()).toMatchObject({ fault: 'consent_away' });
    expect(await tries()).toMatchObject({ fault: 'consent_away' });
    clock.pass(119_000);
    await tries();
    expect(provider.asked).toHaveLength(2);
    clock.pass(1_000);
    provider.answer = { status: 500, body: 'oh' };
    await tries();
    expect(provider.asked).toHaveLength(3);
    // Twice as long each time where it says nothing.
    clock.pass(9_000);
    await tries();
    expect(provider.asked).toHaveLength(3);
    clock.pass(1_000);
    provider.answer = null;
    expect(await tries()).toBe('access-2');
  });
});
