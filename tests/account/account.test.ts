import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TOTP, Secret } from 'otpauth';
import * as contract from '../../shared/account/routes.ts';
import {
  acceptInvitation,
  getChecklist,
  postInvitation,
  postTestMail,
  readInvitation,
} from '../../shared/console/routes.ts';
import { getMe } from '../../shared/core/people/staffRoutes.ts';
import { listPeople, postStaffMessage, postStaffSeen } from '../../shared/inbox/routes.ts';
import { listJobs } from '../../shared/core/jobs/routes.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { staff } from '../../server/core/people/staff/tables.ts';
import { type MailStage, mailStage, minute } from '../helpers/mailStage.ts';
import { newId, newSecret, password } from '../helpers/server.ts';

let stage: MailStage;
beforeEach(async () => {
  stage = await mailStage();
});
afterEach(() => stage.close());

const errorOf = (reply: { body: unknown }) =>
  (reply.body as { error: { code: string; fields?: Record<string, string> } }).error;

/** Logs in as a browser would. @returns the status, the cookie, and what was answered */
const logIn = async (code?: string, secret = password) => {
  const reply = await stage.server.request('POST', '/api/staff/login', {
    body: { email: 'ada@shop.test', password: secret, ...(code && { code }) },
    headers: { origin: 'http://help.test' },
    address: `198.51.100.${Math.floor(stage.server.clock.now() / 1_000) % 250}`,
  });
  return {
    status: reply.status,
    cookie: reply.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
    body: (await reply.json()) as { error?: { fields?: Record<string, string> } },
  };
};

const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
    timestamp: stage.server.clock.now(),
  });

const account = async (cookie = stage.cookie) =>
  (await stage.server.call(contract.getAccount, { cookie })).body;

/** Turns the second factor on. */
const turnOn = async () => {
  const { body } = await stage.server.call(contract.postSecondFactor, {
    cookie: stage.cookie,
    body: { password },
  });
  const { body: given } = await stage.server.call(contract.putSecondFactor, {
    cookie: stage.cookie,
    body: { code: codeOf(body.secret) },
  });
  stage.server.clock.pass(31_000);
  return { secret: body.secret, enrolment: body, codes: given.codes };
};

/** A login from an address, as a browser that was never here before. */
const tryLogin = async (email: string, given: string, code?: string, address = '203.0.113.7') =>
  (
    await stage.server.request('POST', '/api/staff/login', {
      body: { email, password: given, ...(code && { code }) },
      headers: { origin: 'http://help.test' },
      address,
    })
  ).status;

test('a person changes their own name: colleagues read it, the audit says so, and an empty one is refused', async () => {
  const rename = (name: string, cookie = stage.cookie) =>
    stage.server.call(contract.patchAccount, { cookie, body: { name } });
  expect((await rename('  ')).status).toBe(400);
  expect(errorOf(await rename('')).fields).toHaveProperty('name');
  expect((await stage.server.call(contract.patchAccount, { body: { name: 'Eve' } })).status).toBe(401);
  const reply = await rename('Ada King');
  expect([reply.status, reply.body.name]).toEqual([200, 'Ada King']);
  expect((await stage.server.call(getMe, { cookie: stage.cookie })).body.name).toBe('Ada King');
  const { people } = (await stage.server.call(listPeople, { cookie: stage.cookie })).body;
  expect(people.map(({ name }) => name)).toContain('Ada King');
  await createStaff(stage.server.ctx, {
    site: stage.server.site.id,
    email: 'bo@shop.test',
    name: 'Bo',
    password,
    role: 'owner',
  });
  const owner = await stage.server.logIn('bo@shop.test');
  const { body } = await stage.server.call(contract.listAudit, { cookie: owner });
  expect(body.entries.find(({ action }) => action === 'renamed')).toMatchObject({
    action: 'renamed',
    who: 'Ada King',
  });
});

test('a new site’s first steps are told as they are done, and a test mail goes to who asked for it', async () => {
  await createStaff(stage.server.ctx, {
    site: stage.server.site.id,
    email: 'bo@shop.test',
    name: 'Bo',
    password,
    role: 'owner',
  });
  const owner = await stage.server.logIn('bo@shop.test');
  const steps = async () => (await stage.server.call(getChecklist, { cookie: owner })).body;
  expect((await stage.server.call(getChecklist, { cookie: stage.cookie })).status).toBe(403);
  expect(await steps()).toEqual({
    snippetSeen: false,
    hasMail: true,
    colleagueInvited: true,
    firstReply: false,
  });
  const conversation = await stage.open();
  await stage.server.call(postStaffMessage, {
    cookie: owner,
    path: { conversation },
    body: { id: newId(), body: 'It is.', visibility: 'public' } as never,
  });
  expect((await steps()).firstReply).toBe(true);
  expect((await stage.server.call(postTestMail, { cookie: stage.cookie })).status).toBe(403);
  const sent = await stage.server.call(postTestMail, { cookie: owner });
  expect([sent.status, sent.body]).toEqual([200, { to: 'bo@shop.test' }]);
  const mail = stage.smtp.mails.find(({ envelope }) => envelope.to[0] === 'bo@shop.test')!;
  expect(mail.parsed.text).toMatch(/works/);
  const tried = [sent.status];
  for (let count = 0; count < 6; count++)
    tried.push((await stage.server.call(postTestMail, { cookie: owner })).status);
  expect(tried).toContain(429);
});

test('a login that failed leaves a trace: logged without the email, counted, and seen by the site’s owners', async () => {
  await createStaff(stage.server.ctx, {
    site: stage.server.site.id,
    email: 'bo@shop.test',
    name: 'Bo',
    password,
    role: 'owner',
  });
  const owner = await stage.server.logIn('bo@shop.test');
  for (const email of ['ada@shop.test', 'nobody@shop.test'])
    expect(await tryLogin(email, 'not it at all')).toBe(401);
  const lines = stage.server.logged.filter((one) => one.includes('login failed'));
  expect(lines.map((one) => JSON.parse(one))).toMatchObject([
    { address: '203.0.113.7', reason: 'password', staff: expect.any(String) },
    { address: '203.0.113.7', reason: 'password', staff: null },
  ]);
  expect(lines.join('')).not.toMatch(/@shop\.test|not it at all/);
  expect(await stage.server.ctx.metrics.registry.metrics()).toContain(
    'foyer_failed_logins_total{reason="password"} 2',
  );
  const { body } = await stage.server.call(contract.listAudit, { cookie: owner, query: {} });
  expect(body.entries.filter(({ action }) => action === 'login_failed')).toMatchObject([
    { who: 'Ada Agent' },
  ]);
});

describe('sessions', () => {
  test('are listed with their browsers; ending one ends it at once, ending the others leaves this one', async () => {
    const second = await logIn();
    const third = await logIn();
    const { sessions } = await account();
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1);
    const other = (await account(second.cookie)).sessions.find(({ isThis }) => isThis)!;
    const guessed = await stage.server.call(contract.postRevoke, {
      cookie: stage.cookie,
      body: { current: 'not my password' },
    });
    expect(guessed.body).toMatchObject({ error: { code: 'invalid', fields: { current: 'invalid' } } });
    expect((await stage.server.call(getMe, { cookie: second.cookie })).status).toBe(200);
    await stage.server.call(contract.postRevoke, {
      cookie: stage.cookie,
      body: { session: other.id, current: password },
    });
    expect((await stage.server.call(getMe, { cookie: second.cookie })).status).toBe(401);
    expect((await stage.server.call(getMe, { cookie: third.cookie })).status).toBe(200);
    const left = await stage.server.call(contract.postRevoke, {
      cookie: stage.cookie,
      body: { current: password },
    });
    expect(left.body.sessions).toHaveLength(1);
    expect((await stage.server.call(getMe, { cookie: third.cookie })).status).toBe(401);
    expect((await stage.server.call(getMe, { cookie: stage.cookie })).status).toBe(200);
  });

  test('of somebody else are nobody’s to end', async () => {
    await createStaff(stage.server.ctx, {
      site: stage.server.site.id,
      email: 'bo@shop.test',
      name: 'Bo',
      password,
      role: 'owner',
    });
    const theirs = await stage.server.logIn('bo@shop.test');
    const own = (await account()).sessions[0]!;
    await stage.server.call(contract.postRevoke, {
      cookie: theirs,
      body: { session: own.id, current: password },
    });
    expect((await stage.server.call(getMe, { cookie: stage.cookie })).status).toBe(200);
  });
});

describe('a new password', () => {
  test('needs the old one, and ends every other session', async () => {
    const other = await logIn();
    const bad = await stage.server.call(contract.postPassword, {
      cookie: stage.cookie,
      body: { current: 'not it at all', password: 'a much better one' },
    });
    expect(errorOf(bad).fields).toEqual({ current: 'invalid' });
    const short = await stage.server.call(contract.postPassword, {
      cookie: stage.cookie,
      body: { current: password, password: 'short' },
    });
    expect(errorOf(short).fields).toEqual({ password: 'too_short' });
    for (const guess of ['password12', 'ada@shop.test1']) {
      const common = await stage.server.call(contract.postPassword, {
        cookie: stage.cookie,
        body: { current: password, password: guess },
      });
      expect(errorOf(common).fields, guess).toEqual({ password: 'too_common' });
    }
    const good = await stage.server.call(contract.postPassword, {
      cookie: stage.cookie,
      body: { current: password, password: 'a much better one' },
    });
    expect(good.body.sessions).toHaveLength(1);
    expect((await stage.server.call(getMe, { cookie: other.cookie })).status).toBe(401);
    stage.server.clock.pass(10 * minute);
    expect((await logIn()).status).toBe(401);
    expect((await logIn(undefined, 'a much better one')).status).toBe(200);
  });

  test('comes by mail: a link that works once, for half an hour, and tells nobody who is there', async () => {
    const ask = (email: string) => stage.server.call(contract.postAskReset, { body: { email } });
    const { slept } = stage.server.clock;
    const before = slept.length;
    expect((await ask('nobody@shop.test')).body).toEqual((await ask('Ada@shop.test')).body);
    // Neither by its words nor by how long it takes.
    expect(slept.slice(before)).toEqual([300, 300]);
    await stage.pass(1_000);
    const mails = stage.smtp.mails.filter(({ envelope }) => envelope.to[0] === 'ada@shop.test');
    expect(mails).toHaveLength(1);
    expect(stage.smtp.mails).toHaveLength(1);
    const secret = /\/inbox\/reset#([\w-]{43})/.exec(mails[0]!.parsed.text!)![1]!;
    const finish = (password: string) =>
      stage.server.call(contract.postFinishReset, { body: { secret, password } });
    expect((await finish('a much better one')).status).toBe(200);
    // Whoever is logged in with the old one is not any more.
    expect((await stage.server.call(getMe, { cookie: stage.cookie })).status).toBe(401);
    expect((await finish('another one again')).status).toBe(404);
    expect((await logIn(undefined, 'a much better one')).status).toBe(200);
    await ask('ada@shop.test');
    await stage.pass(1_000);
    const late = /\/inbox\/reset#([\w-]{43})/.exec(stage.smtp.mails.at(-1)!.parsed.text!)![1]!;
    stage.server.clock.pass(31 * minute);
    const reply = await stage.server.call(contract.postFinishReset, {
      body: { secret: late, password: 'too late for this' },
    });
    expect(reply.status).toBe(404);
    // No list of jobs holds a secret.
    stage.cookie = (await logIn(undefined, 'a much better one')).cookie;
    await createStaff(stage.server.ctx, {
      site: stage.server.site.id,
      email: 'bo@shop.test',
      name: 'Bo',
      password,
      role: 'owner',
    });
    const listed = await stage.server.call(listJobs, { cookie: await stage.server.logIn('bo@shop.test') });
    expect(JSON.stringify(listed.body)).not.toContain(late);
  });

  test('is not asked for without end', async () => {
    const statuses = [];
    for (let count = 0; count < 5; count++)
      statuses.push(
        (await stage.server.call(contract.postAskReset, { body: { email: 'ada@shop.test' } })).status,
      );
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  });
});

describe('a second factor', () => {
  test('is on once a code of it was given, and asked for after the password', async () => {
    const { secret, enrolment, codes } = await turnOn();
    expect(enrolment.uri).toContain('otpauth://totp/Foyer:ada%40shop.test');
    expect(enrolment.qr.size).toBeGreaterThan(20);
    expect(new Set(codes).size).toBe(10);
    const asked = await logIn();
    expect([asked.status, asked.body.error!.fields]).toEqual([401, { code: 'required' }]);
    expect((await logIn('000000')).body.error!.fields).toEqual({ code: 'invalid' });
    // A wrong password is told nothing of it.
    expect((await logIn(codeOf(secret), 'wrong password')).body.error!.fields).toBeUndefined();
    const code = codeOf(secret);
    expect((await logIn(code)).status).toBe(200);
    // Seen over a shoulder, it is worth nothing.
    expect((await logIn(code)).status).toBe(401);
    stage.server.clock.pass(31_000);
    expect((await logIn(codeOf(secret))).status).toBe(200);
  });

  test('lets in by a recovery code, each once, however it is written', async () => {
    const { codes } = await turnOn();
    const written = codes[0]!.toUpperCase().replaceAll('-', ' ');
    expect((await logIn(written)).status).toBe(200);
    expect((await logIn(codes[0])).status).toBe(401);
    expect((await account()).codesLeft).toBe(9);
  });

  test('is off with the password and a code, never with one of them', async () => {
    const { secret } = await turnOn();
    const end = (given: { password: string; code: string }) =>
      stage.server.call(contract.postEndSecondFactor, { cookie: stage.cookie, body: given });
    expect(errorOf(await end({ password: 'wrong password', code: codeOf(secret) })).fields).toEqual({
      password: 'invalid',
    });
    expect(errorOf(await end({ password, code: '123456' })).fields).toEqual({ code: 'invalid' });
    const reply = await end({ password, code: codeOf(secret) });
    expect(reply.body).toMatchObject({ secondFactorSince: null, codesLeft: 0 });
    stage.server.clock.pass(10 * minute);
    expect((await logIn()).status).toBe(200);
  });

  test('is guessed by nobody who has the password, from however many addresses', async () => {
    await turnOn();
    const guess = (index: number) =>
      tryLogin('ada@shop.test', password, String(100_000 + index), `198.51.100.${index}`);
    const answers: number[] = [];
    for (let index = 1; index <= 5; index++) answers.push(await guess(index));
    expect(answers).toEqual([401, 401, 401, 401, 401]);
    expect(await guess(6)).toBe(429);
    stage.server.clock.pass(10 * minute);
    expect(await guess(7)).toBe(429);
  });

  test('is not readable in the database', async () => {
    const { secret } = await turnOn();
    const rows = JSON.stringify(await stage.server.ctx.database.read.select().from(staff));
    expect(rows).not.toContain(secret);
  });
});

test('an invitation goes out by mail, and its link is one of its own', async () => {
  await createStaff(stage.server.ctx, {
    site: stage.server.site.id,
    email: 'bo@shop.test',
    name: 'Bo',
    password,
    role: 'owner',
  });
  const secret = newSecret();
  await stage.server.call(postInvitation, {
    cookie: await stage.server.logIn('bo@shop.test'),
    body: { id: newId(), email: 'new@shop.test', name: 'Newton', role: 'agent', secret },
  });
  await stage.pass(1_000);
  const mail = stage.smtp.mails.find(({ envelope }) => envelope.to[0] === 'new@shop.test')!;
  const link = /\/inbox\/welcome#([\w-]{43})/.exec(mail.parsed.text!)![1]!;
  expect(link).not.toBe(secret);
  for (const one of [link, secret]) {
    const reply = await stage.server.request('POST', '/api/staff/invitation', {
      body: { secret: one },
      headers: { origin: 'http://help.test' },
    });
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({ hasAccount: false });
  }
  // Who reads the address's mail may know what is told nobody else: that there is an account by now.
  await stage.server.call(acceptInvitation, { body: { secret, name: 'Newton', password } });
  for (const [one, hasAccount] of [
    [link, true],
    [secret, false],
  ] as const)
    expect((await stage.server.call(readInvitation, { body: { secret: one } })).body).toMatchObject({
      hasAccount,
    });
});

test('who did what is kept, for admins of the site alone, and marks of what was seen are not', async () => {
  await createStaff(stage.server.ctx, {
    site: stage.server.site.id,
    email: 'bo@shop.test',
    name: 'Bo',
    password,
    role: 'admin',
  });
  stage.server.clock.pass(1_000);
  const admin = await stage.server.logIn('bo@shop.test');
  stage.server.clock.pass(1_000);
  const conversation = await stage.open();
  await stage.reply(conversation, 'Here you are.');
  await stage.server.call(postStaffSeen, {
    cookie: stage.cookie,
    path: { conversation },
    body: { seq: 1 },
  });
  // A refused deed is none.
  await stage.server.call(postStaffMessage, {
    cookie: stage.cookie,
    path: { conversation: newId() },
    body: { id: newId(), body: 'To nobody', visibility: 'public' },
  });
  const page = async (query: Record<string, string> = {}) =>
    stage.server.call(contract.listAudit, { cookie: admin, query });
  expect(
    (await page()).body.entries.map(({ who, action, conversation }) => [who, action, conversation]),
  ).toEqual([
    ['Ada Agent', 'POST /api/inbox/:site/conversations/:conversation/messages', conversation],
    ['Bo', 'login', null],
    ['Ada Agent', 'login', null],
  ]);
  for (let count = 0; count < 55; count++) {
    stage.server.clock.pass(10_000);
    await stage.reply(conversation, `Message ${count}`);
  }
  const first = (await page()).body;
  expect(first.entries).toHaveLength(50);
  const rest = (await page({ before: first.next! })).body;
  expect(rest.next).toBeNull();
  expect(new Set([...first.entries, ...rest.entries].map(({ id }) => id)).size).toBe(58);
  expect((await stage.server.call(contract.listAudit, { cookie: stage.cookie, query: {} })).status).toBe(403);
});
