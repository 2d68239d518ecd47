import { execFileSync, spawnSync } from 'node:child_process';
import { eq } from 'drizzle-orm';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../server/app.ts';
import { createMetrics } from '../../server/core/http/metrics.ts';
import { dialect } from '../../server/config.ts';
import { checkSiteToken } from '../../server/core/people/siteTokenCheck.ts';
import { readSecret } from '../../server/core/people/sites/secret.ts';
import { totpOf } from '../../server/core/people/staff/secondFactor.ts';
import { secretCommand } from '../../server/console/cli.ts';
import type { Context } from '../../server/context.ts';
import { type Api, mount } from '../../server/core/http/mount.ts';
import { route } from '../../shared/core/route.ts';
import { pruneSite } from '../../server/core/jobs/jobs.ts';
import { apiReplays } from '../../server/core/people/tokens/tables.ts';
import { isToken } from '../../server/core/people/tokens/token.ts';
import { createStaff, disableStaff, enableStaff } from '../../server/core/people/staff/writes.ts';
import * as account from '../../shared/account/routes.ts';
import { postQuestion } from '../../shared/ask/routes.ts';
import * as developers from '../../shared/console/developerRoutes.ts';
import { deletePerson, patchPerson } from '../../shared/console/routes.ts';
import { getThread } from '../../shared/core/conversations/routes.ts';
import { postIdentify } from '../../shared/core/people/identityRoutes.ts';
import type { Scope } from '../../shared/core/people/scopes.ts';
import type { TokenFinding } from '../../shared/core/people/siteSecret.ts';
import type { Role } from '../../shared/core/people/roles.ts';
import {
  newId,
  newSecret,
  password,
  question,
  siteOrigin,
  startTestServer,
  type TestServer,
} from '../helpers/server.ts';
import { samples } from '../../widget/console/developers/samples.ts';
import { readEvents } from '../helpers/streams.ts';

/* What the owner's programs need: the secret that they sign with, and the tokens that they call with. */

const hour = 3_600_000;
const day = 24 * hour;

let server: TestServer;
let owner: string;
const people = {} as Record<'olga' | 'adam' | 'amy' | 'bea', string>;
beforeAll(async () => {
  server = await startTestServer();
  const add = (name: string, role: Role) =>
    createStaff(server.ctx, { site: server.site.id, email: `${name}@shop.test`, name, password, role });
  people.olga = await add('olga', 'owner');
  people.adam = await add('adam', 'admin');
  people.amy = await add('amy', 'admin');
  people.bea = await add('bea', 'admin');
  owner = await server.logIn('olga@shop.test');
});
afterAll(() => server.close());

/** A minute in which the throttle's bucket fills again, three minutes a try. */
const breathe = () => server.clock.pass(hour);
const audited = async () => {
  const { body } = await server.call(account.listAudit, { cookie: owner, path: { site: server.site.id } });
  return body.entries.map(({ who, via, action }) => ({ who, via, action }));
};
const seconds = () => Math.floor(server.clock.now() / 1_000);
const sign = (secret: string, claims: object = {}, alg = 'HS256') =>
  new SignJWT({ sub: 'u1', exp: seconds() + 600, ...claims })
    .setProtectedHeader({ alg })
    .sign(new TextEncoder().encode(secret));

describe('the site’s secret', () => {
  const show = (cookie = owner, proof: object = { password }) =>
    server.call(developers.postSecret, { cookie, body: { proof } });
  const rotate = (keepHours: number, proof: object = { password }) =>
    server.call(developers.postRotation, { cookie: owner, body: { proof, keepHours } });
  const identifies = async (secret: string): Promise<boolean> => {
    const token = await sign(secret);
    const body = { token, language: 'en' };
    return (await server.call(postIdentify, { secret: newSecret(), body })).status === 200;
  };

  test('is shown to owners who enter their password again, is never stored on the way, and that is written down', async () => {
    const { status, body, headers } = await show();
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await identifies(body.secret)).toBe(true);
    expect(await audited()).toContainEqual({
      who: 'olga',
      via: null,
      action: 'POST /api/console/:site/secret',
    });
    expect(server.logged.join('')).not.toContain(body.secret);
    expect((await show(await server.logIn('adam@shop.test'))).status).toBe(403);
    expect((await show(owner, {})).body).toMatchObject({
      error: { fields: { 'proof.password': 'required' } },
    });
    const both = { password, code: '123456' };
    expect((await show(owner, both)).status).toBe(400);
  });

  test('is kept from who guesses: as slowly as at the door, and with a trace', async () => {
    breathe();
    const wrong = await show(owner, { password: 'not it' });
    expect(wrong.body).toMatchObject({ error: { code: 'invalid', fields: { 'proof.password': 'invalid' } } });
    expect(await audited()).toContainEqual(expect.objectContaining({ who: 'olga', action: 'proof_failed' }));
    for (let more = 0; more < 4; more++) await show(owner, { password: 'not it' });
    const limited = await show();
    expect([limited.status, Number(limited.headers.get('retry-after')) > 0]).toEqual([429, true]);
    breathe();
    // A code of no second factor proves nothing.
    expect((await show(owner, { code: '000000' })).body).toMatchObject({
      error: { fields: { 'proof.code': 'invalid' } },
    });
  });

  test('is replaced, and the one before is taken for as long as was said', async () => {
    breathe();
    const before = (await show()).body.secret;
    const { body: after } = await rotate(24);
    expect(after.secret).not.toBe(before);
    expect(after.previousUntil).toBe(server.clock.now() + 24 * hour);
    expect([await identifies(before), await identifies(after.secret)]).toEqual([true, true]);
    server.clock.pass(24 * hour + 1_000);
    owner = await server.logIn('olga@shop.test');
    expect([await identifies(before), await identifies(after.secret)]).toEqual([false, true]);
    expect((await show()).body).toEqual({ secret: after.secret, previousUntil: null });
    const { body: atOnce } = await rotate(0);
    expect(atOnce.previousUntil).toBeNull();
    expect([await identifies(after.secret), await identifies(atOnce.secret)]).toEqual([false, true]);
    expect(await audited()).toContainEqual(
      expect.objectContaining({ action: 'POST /api/console/:site/secret/rotate' }),
    );
    expect((await rotate(169)).body).toMatchObject({ error: { code: 'invalid' } });
  });

  test('is shown for a code of the second factor, which counts once', async () => {
    breathe();
    const body = { password };
    const { secret } = (await server.call(account.postSecondFactor, { cookie: owner, body })).body;
    const codeNow = () => totpOf(secret).generate({ timestamp: server.clock.now() });
    const turnedOn = await server.call(account.putSecondFactor, { cookie: owner, body: { code: codeNow() } });
    expect(turnedOn.status).toBe(200);
    server.clock.pass(60_000);
    const code = codeNow();
    expect((await show(owner, { code })).status).toBe(200);
    expect((await show(owner, { code })).body).toMatchObject({
      error: { fields: { 'proof.code': 'invalid' } },
    });
    server.clock.pass(60_000);
    const off = { password, code: codeNow() };
    expect((await server.call(account.postEndSecondFactor, { cookie: owner, body: off })).status).toBe(200);
  });

  test('is shown and replaced on the command line, and that is written down, too', async () => {
    const printed: string[] = [];
    const lines = vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(String(line)));
    const notes = vi.spyOn(console, 'error').mockImplementation(() => {});
    const shell = {
      config: () => server.ctx.config,
      withContext: (work: (ctx: Context) => Promise<number>) => work(server.ctx),
    };
    const foyer = (...given: string[]) => secretCommand.run(shell, given);
    // The only site needs no key.
    expect(await foyer('show')).toBe(0);
    expect(await identifies(printed[0]!)).toBe(true);
    expect(await foyer('rotate', '--site', 'shop', '--keep-hours', '0')).toBe(0);
    expect([await identifies(printed[0]!), await identifies(printed[1]!)]).toEqual([false, true]);
    expect([
      await foyer(),
      await foyer('rotate', '--keep-hours', 'x'),
      await foyer('show', '--site', 'x'),
    ]).toEqual([2, 2, 2]);
    expect(printed).toHaveLength(2);
    expect(await audited()).toContainEqual({
      who: '',
      via: null,
      action: 'POST /api/console/:site/secret/rotate',
    });
    lines.mockRestore();
    notes.mockRestore();
  });

  const check = async (token: string) => {
    const { body } = await server.call(developers.postTokenCheck, { cookie: owner, body: { token } });
    return {
      valid: body.valid,
      found: body.findings?.map(({ finding }) => finding),
      text: JSON.stringify(body),
    };
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  test('judges tokens: everything that is right and wrong with one, and never says the secret', async () => {
    breathe();
    const old = (await show()).body.secret;
    const { secret } = (await rotate(1)).body;
    const good = ['algorithm_good', 'signed_current', 'exp_good', 'claims_good'];
    const cases: [string, boolean, TokenFinding[]][] = [
      [await sign(secret), true, good as TokenFinding[]],
      [
        await sign(secret, { aud: 'shop', name: 'Zoë', email: 'zoe@example.com' }),
        true,
        ['algorithm_good', 'signed_current', 'exp_good', 'aud_good', 'claims_good'],
      ],
      [await sign(old), true, ['algorithm_good', 'signed_previous', 'exp_good', 'claims_good']],
      [await sign(newSecret()), false, ['algorithm_good', 'signed_other', 'exp_good', 'claims_good']],
      [
        await sign(secret, { exp: seconds() - 61 }),
        false,
        ['algorithm_good', 'signed_current', 'expired', 'claims_good'],
      ],
      [
        await sign(secret, { exp: seconds() + 25 * 3_600, nbf: seconds() + 3_600, aud: 'other' }),
        false,
        ['algorithm_good', 'signed_current', 'too_long', 'not_yet', 'aud_other', 'claims_good'],
      ],
      [
        await sign(secret, { sub: undefined, exp: undefined }),
        false,
        ['algorithm_good', 'signed_current', 'exp_missing', 'sub_missing'],
      ],
      [
        await sign(secret, { email: 'nobody' }),
        false,
        ['algorithm_good', 'signed_current', 'exp_good', 'claims_invalid'],
      ],
      [
        await sign(secret, { scope: 'dialler', aud: 'shop' }),
        true,
        ['algorithm_good', 'signed_current', 'exp_good', 'aud_good', 'scope_dialler'],
      ],
      [
        await sign(`${secret}${secret}`, {}, 'HS512'),
        false,
        ['algorithm_other', 'signed_other', 'exp_good', 'claims_good'],
      ],
      [
        `${part({ alg: 'none' })}.${part({ sub: 'u1', exp: seconds() + 60 })}.`,
        false,
        ['algorithm_other', 'signed_other', 'exp_good', 'claims_good'],
      ],
      ['neither head nor tail', false, ['not_a_token']],
    ];
    for (const [token, valid, found] of cases) {
      const report = await check(token);
      expect(report).toMatchObject({ valid, found });
      expect(report.text).not.toContain(secret);
      // What the check calls valid is what visitors' browsers are answered.
      if (!found.includes('scope_dialler')) {
        const body = { token, language: 'en' };
        const { status } = await server.call(postIdentify, { secret: newSecret(), body });
        expect([status === 200, token], token).toEqual([valid, token]);
      }
    }
  });
});

/** How each of the console's examples is called: the program, and what makes it print a token for `PERSON`. */
const callers: Record<keyof typeof samples, [program: string, run: (code: string) => string[]]> = {
  node: [
    process.execPath,
    (code) => [
      '--input-type=module',
      '-e',
      `${code}\nconsole.log(foyerToken(JSON.parse(process.env.PERSON)));`,
    ],
  ],
  php: [
    'php',
    (code) => [
      '-r',
      `${code.replace('<?php', '')}\n$p = json_decode(getenv('PERSON'), true); echo foyer_token($p['id'], $p['name'], $p['email']);`,
    ],
  ],
  python: ['python3', (code) => ['-c', `${code}\nprint(foyer_token(**json.loads(os.environ["PERSON"])))`]],
  ruby: [
    'ruby',
    (code) => [
      '-e',
      `${code}\np_ = JSON.parse(ENV["PERSON"]); puts foyer_token(p_["id"], p_["name"], p_["email"])`,
    ],
  ],
};

// They read the real clock. PHP and Ruby are seldom installed; their WebAssembly builds take 150 MB, too much for a test.
test.each(Object.entries(callers))(
  'the example in %s, with the site’s key and secret, makes a token that is taken, as it stands on the screen',
  async (name, [program, run]) => {
    if (spawnSync(program, ['--version']).error) {
      console.log(`${name}: skipped, ${program} isn't installed here`);
      return;
    }
    const { secret } = await readSecret(server.ctx, server.site.id);
    const person = { id: '7', name: 'Zoë “Z” O’Neil', email: 'zoe@example.com' };
    const token = execFileSync(program, run(samples[name as keyof typeof samples].code(server.site.key)), {
      encoding: 'utf8',
      env: { ...process.env, FOYER_SECRET: secret, PERSON: JSON.stringify(person) },
    }).trim();
    const now = {
      ...server.ctx,
      clock: { ...server.clock, now: () => Date.now() },
      metrics: createMetrics(),
    };
    const identified = await createApp(now).request('/api/sites/shop/identify', {
      method: 'POST',
      body: JSON.stringify({ token, language: 'en' }),
      headers: {
        origin: siteOrigin,
        authorization: `Bearer ${newSecret()}`,
        'content-type': 'application/json',
      },
    });
    expect([identified.status, (await identified.json()).verified]).toEqual([200, true]);
    const report = await checkSiteToken(now, (await server.ctx.sites.byId(server.site.id))!, token);
    const good = ['algorithm_good', 'signed_current', 'exp_good', 'aud_good', 'claims_good'];
    expect([report.valid, report.findings.map(({ finding }) => finding)]).toEqual([true, good]);
    const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
    expect(claims).toMatchObject({ sub: '7', name: person.name, email: person.email });
    // One of before an erasure is told by it from one of after.
    expect(claims.exp - claims.iat).toBe(3_600);
  },
);

const makeToken = async (scopes: Scope[], more: { days?: number | null; cookie?: string } = {}) => {
  const { days = null, cookie = owner } = more;
  const { status, body } = await server.call(developers.postApiToken, {
    cookie,
    body: { id: newId(), name: 'Nightly export', scopes, days },
  });
  expect(status).toBe(200);
  return body;
};
const inbox = (rest: string, site = server.site.id) => `/api/inbox/${site}/${rest}`;
const ask = (token: string, path: string, more: { method?: string; body?: unknown; headers?: object } = {}) =>
  server.request(more.method ?? 'GET', path, {
    ...(more.body !== undefined && { body: more.body }),
    headers: { origin: '', authorization: `Bearer ${token}`, ...more.headers },
  });
/** Somebody's conversation, by its id. */
const openConversation = async (): Promise<string> => {
  const body = question();
  await server.call(postQuestion, { secret: newSecret(), body });
  return body.id;
};

describe('an API token', () => {
  test('is shown once, has a form that secret scanners know, and calls what its scopes say', async () => {
    const { token, made } = await makeToken(['conversations:read']);
    expect(token).toMatch(/^foyer_[0-9A-Za-z]{36}$/);
    expect(isToken(token)).toBe(true);
    expect(isToken(`${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`)).toBe(false);
    expect(made).toMatchObject({
      name: 'Nightly export',
      ending: token.slice(-4),
      by: 'olga',
      lastUsedAt: null,
    });
    const { body, headers } = await server.call(developers.listApiTokens, { cookie: owner });
    expect(JSON.stringify(body)).not.toContain(token);
    expect(headers.get('cache-control')).toBe('no-store');
    expect((await ask(token, inbox('conversations'))).status).toBe(200);
    // By the site's key, too, which its owner knows.
    expect((await ask(token, inbox('conversations', 'shop'))).status).toBe(200);
    const refused = await ask(token, inbox('people'));
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      403,
      'Bearer realm="Foyer", error="insufficient_scope", scope="people:read"',
    ]);
    expect(server.logged.join('')).not.toContain(token);
    const rows = await server.ctx.database.raw<{ hash: string }>('select hash from api_tokens', []);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('says when it was last used, to the minute', async () => {
    const { token, made } = await makeToken(['people:read']);
    const lastUsed = async () =>
      (await server.call(developers.listApiTokens, { cookie: owner })).body.tokens.find(
        ({ id }) => id === made.id,
      )?.lastUsedAt;
    const first = server.clock.now();
    await ask(token, inbox('people'));
    server.clock.pass(30_000);
    await ask(token, inbox('people'));
    expect(await lastUsed()).toBe(first);
    server.clock.pass(31_000);
    await ask(token, inbox('people'));
    expect(await lastUsed()).toBe(server.clock.now());
  });

  test('ends when its time is over, when it is revoked, and with its maker’s place', async () => {
    const works = async (token: string) => (await ask(token, inbox('people'))).status;
    const adam = await server.logIn('adam@shop.test');
    const amy = await server.logIn('amy@shop.test');
    const short = await makeToken(['people:read'], { days: 1 });
    const revoked = await makeToken(['people:read']);
    const ofAdam = await makeToken(['people:read'], { cookie: adam });
    const ofAmy = await makeToken(['people:read'], { cookie: amy });
    for (const { token } of [short, revoked, ofAdam, ofAmy]) expect(await works(token)).toBe(200);
    const revoke = () =>
      server.call(developers.deleteApiToken, { cookie: adam, path: { token: revoked.made.id } });
    expect([(await revoke()).status, (await revoke()).status]).toEqual([200, 404]);
    expect(await works(revoked.token)).toBe(401);
    await server.call(deletePerson, { cookie: owner, path: { person: people.amy } });
    expect(await works(ofAmy.token)).toBe(401);
    const be = (role: Role) =>
      server.call(patchPerson, { cookie: owner, path: { person: people.adam }, body: { role } });
    await be('agent');
    expect(await works(ofAdam.token)).toBe(401);
    // Being somebody again brings nothing back that ended.
    await be('admin');
    expect(await works(ofAdam.token)).toBe(401);
    server.clock.pass(day + 1_000);
    expect(await works(short.token)).toBe(401);
    // Who was shut out and is let in again makes a new one, too.
    const ofBea = await makeToken(['people:read'], { cookie: await server.logIn('bea@shop.test') });
    await disableStaff(server.ctx, people.bea);
    await enableStaff(server.ctx, people.bea);
    expect(await works(ofBea.token)).toBe(401);
    owner = await server.logIn('olga@shop.test');
  });

  test('is made by people alone, and by none who only answer', async () => {
    const agent = await server.logIn();
    const body = { id: newId(), name: 'x', scopes: ['people:read' as const], days: null };
    expect((await server.call(developers.postApiToken, { cookie: agent, body })).status).toBe(403);
    const { token } = await makeToken(['settings:write', 'settings:read']);
    const path = `/api/console/${server.site.id}/tokens`;
    expect((await ask(token, path, { method: 'POST', body })).status).toBe(403);
    expect((await ask(token, path)).status).toBe(403);
  });

  test('acts in the name of its maker: staff see by which token, the log too, and visitors see a person', async () => {
    const { token } = await makeToken(['conversations:write', 'conversations:read']);
    const secret = newSecret();
    const asked = question();
    await server.call(postQuestion, { secret, body: asked });
    const events = readEvents(
      await server.request('GET', '/api/sites/shop/live', { headers: { authorization: `Bearer ${secret}` } }),
    );
    const path = inbox(`conversations/${asked.id}`);
    const sent = await ask(token, `${path}/messages`, {
      method: 'POST',
      body: { id: newId(), body: 'Yes, we do.', visibility: 'public' },
    });
    const by = { author: { kind: 'staff', name: 'olga' }, body: 'Yes, we do.' };
    expect((await sent.json()).message).toMatchObject({ ...by, via: 'Nightly export' });
    expect((await (await ask(token, path)).json()).messages.at(-1)).toMatchObject({
      ...by,
      via: 'Nightly export',
    });
    const seen = await server.call(getThread, { secret, path: { conversation: asked.id } });
    expect(seen.body.messages.at(-1)).toMatchObject(by);
    expect(JSON.stringify(seen.body)).not.toContain('Nightly export');
    let event = (await events.next()).data;
    while (event.kind !== 'message.added') event = (await events.next()).data;
    await events.cancel();
    expect(JSON.stringify(event)).toContain('Yes, we do.');
    expect(JSON.stringify(event)).not.toContain('Nightly export');
    expect(await audited()).toContainEqual({
      who: 'olga',
      via: 'Nightly export',
      action: 'POST /api/inbox/:site/conversations/:conversation/messages',
    });
  });

  test('is told what it may still call, and to wait', async () => {
    const { token } = await makeToken(['people:read']);
    const { headers } = await ask(token, inbox('people'));
    expect(headers.get('ratelimit-policy')).toBe('"token";q=200;w=20');
    expect(headers.get('ratelimit')).toBe('"token";r=199;t=1');
    // Refused calls count, too.
    for (let call = 0; call < 199; call++) await ask(token, inbox('search?q=x'));
    const limited = await ask(token, inbox('people'));
    expect([limited.status, limited.headers.get('retry-after'), limited.headers.get('ratelimit')]).toEqual([
      429,
      '1',
      '"token";r=0;t=20',
    ]);
    // Who waits as told gets through, and is told to wait again.
    const toldTo = (reply: Response) => Number(reply.headers.get('retry-after'));
    server.clock.pass(toldTo(limited) * 1_000);
    const statuses: number[] = [];
    let reply = await ask(token, inbox('people'));
    for (; reply.status === 200; reply = await ask(token, inbox('people'))) statuses.push(reply.status);
    // Ten a second.
    expect([statuses.length, reply.status, toldTo(reply)]).toEqual([10, 429, 1]);
    // Each field is a structured one (RFC 9651), whoever reads it.
    for (const name of ['ratelimit', 'ratelimit-policy'])
      expect(reply.headers.get(name)).toMatch(/^"token"(?:;[a-z]=\d+)+$/);
    expect(await reply.json()).toMatchObject({ error: { code: 'limited', retryAfter: 1 } });
    // Each token by itself.
    const other = await makeToken(['people:read']);
    expect((await ask(other.token, inbox('people'))).status).toBe(200);
    server.clock.pass(20_000);
    expect((await ask(token, inbox('people'))).status).toBe(200);
  });
});

describe('an Idempotency-Key', () => {
  const send = async (token: string, key: string, body: unknown, conversation: string) => {
    const reply = await ask(token, inbox(`conversations/${conversation}/messages`), {
      method: 'POST',
      body,
      headers: { 'idempotency-key': key },
    });
    return {
      status: reply.status,
      text: await reply.text(),
      replayed: reply.headers.get('idempotency-replayed'),
    };
  };
  const message = (body = 'Hello') => ({ id: newId(), body, visibility: 'public' as const });

  test('gets the same answer for the same write, made once, after a restart and for a day', async () => {
    const { token } = await makeToken(['conversations:write', 'conversations:read']);
    const conversation = await openConversation();
    const body = message();
    const first = await send(token, '"a-1"', body, conversation);
    expect([first.status, first.replayed]).toEqual([200, null]);
    // With quotes, as the draft has it, or without.
    expect(await send(token, 'a-1', body, conversation)).toEqual({ ...first, replayed: 'true' });
    // Another process knows it, too: nothing of it is in memory.
    const restarted = createApp({ ...server.ctx, metrics: createMetrics() });
    const again = await restarted.request(inbox(`conversations/${conversation}/messages`), {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': 'a-1',
      },
    });
    expect([again.status, await again.text()]).toEqual([200, first.text]);
    expect(await send(token, 'a-1', message('Other'), conversation)).toMatchObject({ status: 422 });
    // Of another token it is another key.
    const other = await makeToken(['conversations:write']);
    expect((await send(other.token, 'a-1', message('Other'), conversation)).replayed).toBeNull();
    server.clock.pass(day + 1_000);
    await pruneSite(server.ctx, server.site.id);
    const later = await send(token, 'a-1', message('Later'), conversation);
    expect([later.status, later.replayed]).toEqual([200, null]);
    owner = await server.logIn('olga@shop.test');
  });

  test('of a write that is still being made says so; of one that was refused, the refusal', async () => {
    const { token } = await makeToken(['conversations:write']);
    const conversation = await openConversation();
    const body = message();
    const both = await Promise.all([
      send(token, 'b-1', body, conversation),
      send(token, 'b-1', body, conversation),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = await send(token, 'b-2', message(), newId());
    expect(refused.status).toBe(404);
    expect(await send(token, 'b-2', message(), newId())).toMatchObject({ status: 422 });
    expect((await send(token, 'ü', body, conversation)).status).toBe(400);
    expect((await send(token, 'x'.repeat(256), body, conversation)).status).toBe(400);
  });

  test('whose process died while it was being made is made again', async () => {
    const { token, made } = await makeToken(['conversations:write']);
    const conversation = await openConversation();
    const body = message();
    await send(token, 'c-1', body, conversation);
    await server.ctx.database.write((tx) => [
      tx.update(apiReplays).set({ status: null, body: null }).where(eq(apiReplays.tokenId, made.id)),
    ]);
    expect((await send(token, 'c-1', body, conversation)).status).toBe(409);
    server.clock.pass(5 * 60_000);
    expect((await send(token, 'c-1', body, conversation)).status).toBe(200);
  });

  test('whose answer was too large to keep is made once; and what is kept has an end', async () => {
    const { token, made } = await makeToken(['conversations:write']);
    const conversation = await openConversation();
    const body = message();
    await send(token, 'd-1', body, conversation);
    const keep = (row: { body: string | null }) =>
      server.ctx.database.write((tx) => [
        tx.update(apiReplays).set(row).where(eq(apiReplays.tokenId, made.id)),
      ]);
    await keep({ body: null });
    expect(await send(token, 'd-1', body, conversation)).toMatchObject({
      status: 409,
      text: expect.stringContaining('too large to keep'),
    });
    if (dialect === 'postgres') return;
    await keep({ body: 'x'.repeat(33 * 1024 * 1024) });
    // The sum is asked for once a minute.
    server.clock.pass(61_000);
    expect((await send(token, 'd-2', message(), conversation)).status).toBe(429);
    expect(
      (await ask(token, inbox(`conversations/${conversation}/messages`), { method: 'POST', body: message() }))
        .status,
    ).toBe(200);
  });
});

test('the types ask of each route of the staff which scope a token needs, or why it needs a person', () => {
  const toy = route<undefined, Record<string, never>>('GET', '/api/inbox/:site/toys');
  const common = { rate: 'staff', operationId: 'x', summary: 'x', reply: z.object({}) } as const;
  const handler = async () => ({});
  // Never called: what the compiler says of it is the test.
  const declare = (api: Api): void => {
    // @ts-expect-error no scope
    mount(api, toy, { ...common, access: 'staff' }, handler);
    // @ts-expect-error no reason
    mount(api, toy, { ...common, access: 'staff', scope: null }, handler);
    // @ts-expect-error no scope of ours
    mount(api, toy, { ...common, access: 'staff', scope: 'toys:read' }, handler);
    mount(api, toy, { ...common, access: 'staff', scope: null, person: 'Toys are a person’s own.' }, handler);
    mount(api, toy, { ...common, access: 'staff', scope: 'content:read' }, handler);
    mount(api, toy, { ...common, access: 'public' }, handler);
  };
  expect(declare).toBeTypeOf('function');
});
