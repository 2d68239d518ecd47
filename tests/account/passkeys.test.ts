import { afterEach, beforeEach, expect, test } from 'vitest';
import { listAudit } from '../../shared/account/routes.ts';
import type { Challenge, Creation } from '../../shared/account/passkeys/schema.ts';
import type { Account } from '../../shared/account/schema.ts';
import { createStaff, disableStaff } from '../../server/core/people/staff/writes.ts';
import { findStaffId } from '../../server/core/people/staff/queries.ts';
import { newAuthenticator } from '../helpers/authenticator.ts';
import { type MailStage, mailStage, minute } from '../helpers/mailStage.ts';
import { password, publicUrl } from '../helpers/server.ts';

let stage: MailStage;
let address = 0;
beforeEach(async () => {
  stage = await mailStage();
});
afterEach(() => stage.close());

/** A browser with its cookies. */
const newBrowser = (cookie = '') => {
  const jar = new Map(
    cookie
      .split('; ')
      .filter(Boolean)
      .map((one) => [one.slice(0, one.indexOf('=')), one] as const),
  );
  return {
    async post<Answer = { error?: { code: string; fields?: object } }>(path: string, body?: object) {
      const reply = await stage.server.request('POST', path, {
        ...(body && { body }),
        headers: { origin: publicUrl, cookie: [...jar.values()].join('; ') },
        address: `198.51.100.${++address % 250}`,
      });
      for (const set of reply.headers.getSetCookie()) {
        const pair = set.split(';')[0] ?? '';
        jar.set(pair.slice(0, pair.indexOf('=')), pair);
      }
      return { status: reply.status, body: (await reply.json()) as Answer };
    },
  };
};
type TestBrowser = ReturnType<typeof newBrowser>;

const proof = { password };
const begin = async (browser: TestBrowser) =>
  (await browser.post<Creation>('/api/staff/account/passkeys/options', { proof })).body;

/** Adds a passkey. */
const add = async (browser: TestBrowser, name = 'Laptop') => {
  const authenticator = newAuthenticator(publicUrl);
  const credential = authenticator.create(await begin(browser));
  const added = await browser.post<Account>('/api/staff/account/passkeys', { name, credential });
  expect(added.status).toBe(200);
  return { authenticator, account: added.body };
};

const challenge = async (browser: TestBrowser) =>
  (await browser.post<Challenge>('/api/staff/login/challenge')).body;

type Authenticator = ReturnType<typeof newAuthenticator>;
const logIn = async (authenticator: Authenticator, deviation = {}, browser = newBrowser()) => {
  const credential = authenticator.sign(await challenge(browser), deviation);
  return browser.post<{ email?: string; error?: { code: string } }>('/api/staff/login/passkey', {
    credential,
  });
};

const auditOf = async () => {
  const person = { site: stage.server.site.id, email: 'bo@shop.test', name: 'Bo', password };
  await createStaff(stage.server.ctx, { ...person, role: 'owner' });
  const owner = await stage.server.logIn('bo@shop.test');
  const { body } = await stage.server.call(listAudit, { cookie: owner });
  return body.entries.map(({ action }) => action);
};

const mailsTo = (email: string) =>
  stage.smtp.mails
    .filter(({ envelope }) => envelope.to[0] === email)
    .map(({ raw }) => /^Subject: (.*)\r?$/m.exec(raw)?.[1]);

test('a passkey is added after the password, logs in without it, and is removed', async () => {
  const browser = newBrowser(stage.cookie);
  const refused = await browser.post('/api/staff/account/passkeys/options', { proof: { password: 'wrong' } });
  expect([refused.status, refused.body.error?.fields]).toEqual([400, { 'proof.password': 'invalid' }]);
  const { authenticator, account } = await add(browser);
  expect(account.passkeys).toMatchObject([{ name: 'Laptop', usedAt: null, isSynced: false }]);
  stage.server.clock.pass(1);
  const second = await add(browser, 'Phone');
  expect(second.account.passkeys.map(({ name }) => name)).toEqual(['Laptop', 'Phone']);

  const visitor = newBrowser();
  const entered = await logIn(authenticator, {}, visitor);
  expect([entered.status, entered.body.email]).toEqual([200, 'ada@shop.test']);
  const wrong = await visitor.post(`/api/staff/account/passkeys/${account.passkeys[0]?.id}/remove`, {
    proof: { password: 'wrong' },
  });
  expect(wrong.status).toBe(400);
  const removed = await visitor.post<Account>(
    `/api/staff/account/passkeys/${account.passkeys[0]?.id}/remove`,
    { proof },
  );
  expect(removed.body.passkeys.map(({ name }) => name)).toEqual(['Phone']);
  expect((await logIn(authenticator)).status).toBe(401);
  expect((await logIn(second.authenticator)).status).toBe(200);
  await stage.pass(minute);
  expect(mailsTo('ada@shop.test').sort()).toEqual([
    '[Shop] A passkey was added',
    '[Shop] A passkey was added',
    '[Shop] A passkey was removed',
  ]);
  const actions = await auditOf();
  expect(actions.filter((action) => action.startsWith('passkey')).sort()).toEqual([
    'passkey_added',
    'passkey_added',
    'passkey_removed',
  ]);
});

test('a challenge works once, for the browser that asked and the time it was asked for', async () => {
  const browser = newBrowser(stage.cookie);
  const { authenticator } = await add(browser);
  const visitor = newBrowser();
  const credential = authenticator.sign(await challenge(visitor));
  // Another browser has no such step, and this one's is used up by its first use.
  expect((await newBrowser().post('/api/staff/login/passkey', { credential })).status).toBe(409);
  expect((await visitor.post('/api/staff/login/passkey', { credential })).status).toBe(200);
  expect((await visitor.post('/api/staff/login/passkey', { credential })).status).toBe(409);
  const slow = newBrowser();
  const late = authenticator.sign(await challenge(slow));
  stage.server.clock.pass(5 * minute + 1);
  expect((await slow.post('/api/staff/login/passkey', { credential: late })).status).toBe(409);
  // What was begun for one thing finishes no other.
  const crossed = newBrowser(stage.cookie);
  const creation = newAuthenticator(publicUrl).create({
    ...(await begin(browser)),
    challenge: (await challenge(crossed)).challenge,
  });
  const reply = await crossed.post('/api/staff/account/passkeys', { name: 'Odd', credential: creation });
  expect(reply.status).toBe(409);
});

test('another page’s signature, an unverified one, and one in another’s name log nobody in', async () => {
  const { authenticator } = await add(newBrowser(stage.cookie));
  for (const deviation of [
    { origin: 'https://evil.example' },
    { rpId: 'evil.example' },
    { isVerified: false },
    { userHandle: Buffer.from('someone else').toString('base64url') },
  ])
    expect((await logIn(authenticator, deviation)).status).toBe(401);
  expect((await logIn(newAuthenticator(publicUrl), { userHandle: 'nobody' })).status).toBe(401);
  const browser = newBrowser(stage.cookie);
  const unverified = newAuthenticator(publicUrl).create(await begin(browser), { isVerified: false });
  const reply = await browser.post('/api/staff/account/passkeys', { name: 'Odd', credential: unverified });
  expect(reply.status).toBe(400);
  const id = await findStaffId(stage.server.ctx, 'ada@shop.test');
  await disableStaff(stage.server.ctx, id ?? '');
  expect((await logIn(authenticator)).status).toBe(401);
});

test('a counter that doesn’t go on is refused, and the owner of the passkey is told', async () => {
  const { authenticator } = await add(newBrowser(stage.cookie));
  expect((await logIn(authenticator, { counter: 9 })).status).toBe(200);
  const copied = await logIn(authenticator, { counter: 9 });
  expect([copied.status, copied.body.error?.code]).toEqual([403, 'forbidden']);
  expect((await logIn(authenticator, { counter: 0 })).status).toBe(403);
  expect((await logIn(authenticator, { counter: 10 })).status).toBe(200);
  await stage.pass(minute);
  expect(mailsTo('ada@shop.test')).toContain('[Shop] A passkey was refused');
  expect(await auditOf()).toContain('passkey_copied');
});
