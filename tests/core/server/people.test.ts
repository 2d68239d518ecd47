import { postPassword } from '../../../shared/account/routes.ts';
import { visitorSecrets } from '../../../server/core/people/visitors/tables.ts';
import { sites } from '../../../server/core/people/sites/tables.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getSuggestions, postQuestion } from '../../../shared/ask/routes.ts';
import { listConversations, postMessage, rotateSecret } from '../../../shared/core/conversations/routes.ts';
import { getSettings, getTexts } from '../../../shared/core/people/siteRoutes.ts';
import { getMe, login, logout } from '../../../shared/core/people/staffRoutes.ts';
import { createSite } from '../../../server/core/people/sites/writes.ts';
import { createStaff, disableStaff } from '../../../server/core/people/staff/writes.ts';
import { staff } from '../../../server/core/people/staff/tables.ts';
import { listInbox } from '../../../shared/inbox/routes.ts';
import {
  newId,
  newSecret,
  password,
  publicUrl,
  question,
  startTestServer,
  type TestServer,
} from '../../helpers/server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const day = 24 * 3_600_000;

describe('a visitor', () => {
  test('is known by a secret that is not stored, and is nobody before their first action', async () => {
    const secret = newSecret();
    expect((await server.call(listConversations, { secret })).status).toBe(401);
    await server.call(postQuestion, { body: question(), secret });
    expect((await server.call(listConversations, { secret })).status).toBe(200);
    const rows = await server.ctx.database.read.select().from(visitorSecrets);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test.each(['', 'Bearer', 'Bearer short', `Basic ${newSecret()}`, `Bearer ${newSecret()} more`])(
    'with %j is nobody',
    async (authorization) => {
      expect(
        (await server.request('GET', '/api/sites/shop/conversations', { headers: { authorization } })).status,
      ).toBe(401);
    },
  );

  test('is forgotten after 30 days away, and not before', async () => {
    const secret = newSecret();
    await server.call(postQuestion, { body: question(), secret });
    server.clock.pass(29 * day);
    expect((await server.call(listConversations, { secret })).status).toBe(200);
    server.clock.pass(29 * day);
    expect((await server.call(listConversations, { secret })).status).toBe(200);
    server.clock.pass(31 * day);
    expect((await server.call(listConversations, { secret })).status).toBe(401);
  });

  test('who comes back after that and writes at once is somebody new, and is taken', async () => {
    const secret = newSecret();
    await server.call(postQuestion, { body: question(), secret });
    server.clock.pass(31 * day);
    const again = question();
    expect((await server.call(postQuestion, { body: again, secret })).status).toBe(200);
    const { conversations } = (await server.call(listConversations, { secret })).body;
    expect(conversations.map(({ id }) => id)).toEqual([again.id]);
  });

  test('changes their secret; the old one ends within the hour', async () => {
    const [old, fresh] = [newSecret(), newSecret()];
    await server.call(postQuestion, { body: question(), secret: old });
    expect((await server.call(rotateSecret, { body: { secret: fresh }, secret: old })).status).toBe(200);
    expect((await server.call(rotateSecret, { body: { secret: fresh }, secret: old })).status).toBe(200);
    expect((await server.call(listConversations, { secret: fresh })).body.conversations).toHaveLength(1);
    expect((await server.call(listConversations, { secret: old })).status).toBe(200);
    server.clock.pass(3_600_001);
    expect((await server.call(listConversations, { secret: old })).status).toBe(401);
    expect((await server.call(listConversations, { secret: fresh })).status).toBe(200);
  });

  test('cannot take another’s secret over by rotating to it', async () => {
    const [one, other] = [newSecret(), newSecret()];
    await server.call(postQuestion, { body: question(), secret: one });
    await server.call(postQuestion, { body: question(), secret: other });
    expect((await server.call(rotateSecret, { body: { secret: other }, secret: one })).status).toBe(409);
  });

  test('with somebody’s e-mail address gets none of their conversations', async () => {
    await server.call(postQuestion, { body: question({ email: 'eve@victim.test' }), secret: newSecret() });
    const secret = newSecret();
    await server.call(postQuestion, { body: question({ email: 'eve@victim.test' }), secret });
    expect((await server.call(listConversations, { secret })).body.conversations).toHaveLength(1);
  });

  test('on one site is nobody on another', async () => {
    await createSite(server.ctx, { key: 'other', name: 'Other', origins: ['https://www.shop.test'] });
    const secret = newSecret();
    const asked = await server.call(postQuestion, { body: question(), secret });
    const { id } = asked.body.conversation;
    expect(
      (
        await server.request('GET', '/api/sites/other/conversations', {
          headers: { authorization: `Bearer ${secret}` },
        })
      ).status,
    ).toBe(401);
    const foreign = await server.request('POST', `/api/sites/other/conversations/${id}/messages`, {
      headers: { authorization: `Bearer ${secret}` },
      body: { id: newId(), body: 'Hello' },
    });
    expect(foreign.status).toBe(401);
  });

  test('cannot write into another’s conversation', async () => {
    const asked = await server.call(postQuestion, { body: question(), secret: newSecret() });
    const secret = newSecret();
    await server.call(postQuestion, { body: question(), secret });
    const reply = await server.call(postMessage, {
      path: { conversation: asked.body.conversation.id },
      secret,
      body: { id: newId(), body: 'Hi' },
    });
    expect(reply.status).toBe(404);
  });
});

describe('staff', () => {
  const logIn = (more: { email?: string; password?: string; address?: string; cookie?: string } = {}) =>
    server.call(login, {
      body: { email: more.email ?? 'ada@shop.test', password: more.password ?? password },
      ...(more.address && { address: more.address }),
      ...(more.cookie && { cookie: more.cookie }),
    });

  test('log in by their address in any spelling', async () => {
    await createStaff(server.ctx, {
      site: server.site.id,
      email: 'Jo@m\u00fcnchen.example',
      name: 'Jo',
      password,
      role: 'agent',
    });
    for (const email of ['jo@xn--mnchen-3ya.example', 'JO@Mu\u0308nchen.example'])
      expect((await logIn({ email })).status, email).toBe(200);
  });

  test('log in with an HttpOnly, SameSite cookie and log out for good', async () => {
    const reply = await logIn();
    expect(reply.body.memberships).toEqual([
      { site: server.site.id, key: 'shop', name: 'Shop', role: 'agent' },
    ]);
    const [cookie] = reply.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const session = cookie!.split(';')[0]!;
    expect((await server.call(getMe, { cookie: session })).status).toBe(200);
    expect((await server.call(logout, { cookie: session })).status).toBe(200);
    expect((await server.call(getMe, { cookie: session })).status).toBe(401);
  });

  test('over https the cookie is bound to the host', async () => {
    await server.close();
    server = await startTestServer({ environment: { PUBLIC_URL: 'https://help.test' } });
    const reply = await server.request('POST', '/api/staff/login', {
      body: { email: 'ada@shop.test', password },
      headers: { origin: 'https://help.test' },
    });
    expect(reply.headers.getSetCookie()[0]).toMatch(/^__Host-foyer=.*Secure/);
  });

  test('get a new session at login: one that was planted before is worth nothing', async () => {
    const planted = `foyer=${newSecret()}`;
    const reply = await logIn({ cookie: planted });
    expect(reply.headers.getSetCookie()[0]).not.toContain(planted);
    expect((await server.call(getMe, { cookie: planted })).status).toBe(401);
  });

  test('stay for 12 idle hours and for 7 days at most', async () => {
    const cookie = await server.logIn();
    server.clock.pass(11 * 3_600_000);
    expect((await server.call(getMe, { cookie })).status).toBe(200);
    server.clock.pass(13 * 3_600_000);
    expect((await server.call(getMe, { cookie })).status).toBe(401);
    const second = await server.logIn();
    for (let hours = 0; hours < 7 * 24; hours += 10) {
      server.clock.pass(10 * 3_600_000);
      await server.call(getMe, { cookie: second });
    }
    expect((await server.call(getMe, { cookie: second })).status).toBe(401);
  });

  test('who are shut out are out at once', async () => {
    const cookie = await server.logIn();
    const [person] = await server.ctx.database.read.select().from(staff);
    await disableStaff(server.ctx, person!.id);
    expect((await server.call(getMe, { cookie })).status).toBe(401);
    expect((await logIn()).status).toBe(401);
  });

  test('get the same answer for an unknown address and for a wrong password', async () => {
    const unknown = await logIn({ email: 'nobody@shop.test' });
    const wrong = await logIn({ password: 'not the password' });
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
    expect(unknown.status).toBe(401);
  });

  test('under attack from one address: it is stopped, they get in from elsewhere', async () => {
    const statuses = [];
    for (let count = 0; count < 10; count++)
      statuses.push((await logIn({ password: `guess ${count}` })).status);
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    expect(statuses.slice(5)).toEqual([429, 429, 429, 429, 429]);
    expect((await logIn({ address: '198.51.100.1' })).status).toBe(200);
  });

  test('under attack from 50 addresses: guessing is slowed, and nobody is locked out', async () => {
    const cookiesOf = (reply: { headers: Headers }): string =>
      reply.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    const known = cookiesOf(await logIn({ address: '192.0.2.1' }));
    for (let count = 0; count < 200; count++)
      await logIn({ password: `guess ${count}`, address: `198.51.${count % 50}.1` });
    expect(server.clock.slept.filter((pause) => pause >= 1_000).length).toBeGreaterThan(100);
    // From a new browser it takes a turn in the queue; from one that was logged in before it takes none.
    const before = server.clock.slept.length;
    const again = await logIn({ address: '192.0.2.1', cookie: known });
    expect(again.status).toBe(200);
    expect(server.clock.slept.length).toBe(before);
    expect((await logIn({ address: '203.0.113.50' })).status).toBe(200);
    // A new password ends what every browser was known by: one that was stolen is no longer let past the queue.
    const changed = 'a much better one';
    const cookie = cookiesOf(again);
    await server.call(postPassword, { cookie, body: { current: password, password: changed } });
    const queued = server.clock.slept.length;
    expect((await logIn({ password: changed, address: '192.0.2.1', cookie })).status).toBe(200);
    expect(server.clock.slept.length).toBe(queued + 1);
  });

  test('requests that another site’s page could make the browser send are refused', async () => {
    const cookie = await server.logIn();
    const send = (headers: Record<string, string>) =>
      server.request('POST', '/api/staff/logout', { headers: { cookie, ...headers } });
    expect((await send({ origin: 'https://evil.test' })).status).toBe(403);
    expect((await send({ origin: '' })).status).toBe(403);
    expect((await send({ origin: '', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await send({ origin: '', 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await send({ origin: '', 'sec-fetch-site': 'none' })).status).toBe(403);
    expect((await server.call(getMe, { cookie })).status).toBe(200);
    expect((await send({ origin: '', 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  test('of one site see nothing of another', async () => {
    const id = (await createSite(server.ctx, { key: 'other', name: 'Other', origins: [] }))!;
    await createStaff(server.ctx, {
      site: id,
      email: 'bob@other.test',
      name: 'Bob',
      password,
      role: 'owner',
    });
    const asked = await server.call(postQuestion, { body: question(), secret: newSecret() });
    const cookie = await server.logIn('bob@other.test');
    const conversation = asked.body.conversation.id;
    for (const [method, path, body] of [
      ['GET', `/api/inbox/${server.site.id}/conversations`],
      ['GET', `/api/inbox/${server.site.id}/live`],
      ['GET', `/api/inbox/${server.site.id}/conversations/${conversation}`],
      ['GET', `/api/inbox/${id}/conversations/${conversation}`],
      [
        'POST',
        `/api/inbox/${id}/conversations/${conversation}/messages`,
        { id: newId(), body: 'x', visibility: 'public' },
      ],
      ['PATCH', `/api/inbox/${id}/conversations/${conversation}`, { status: 'closed' }],
      ['POST', `/api/inbox/${id}/conversations/${conversation}/seen`, { seq: 1 }],
    ] as const)
      expect(
        (
          await server.request(method, path, {
            headers: { cookie, origin: publicUrl },
            ...(body && { body }),
          })
        ).status,
        path,
      ).toBe(404);
    expect((await server.call(listInbox, { cookie, path: { site: id } })).body.conversations).toEqual([]);
  });
});

test('secrets never stand in an address', async () => {
  const secret = newSecret();
  await server.call(postQuestion, { body: question(), secret });
  await server.call(getSuggestions, { query: { q: 'something' } });
  expect(server.logged.join('')).not.toContain(secret);
});

test('the installation’s secrets are readable by their owner only, and kept', async () => {
  const { statSync, mkdtempSync } = await import('node:fs');
  const { readSecrets } = await import('../../../server/secrets.ts');
  const folder = mkdtempSync('/tmp/foyer-secrets-');
  const made = readSecrets(folder);
  expect(statSync(`${folder}/secrets.json`).mode & 0o777).toBe(0o600);
  expect(readSecrets(folder)).toEqual(made);
});

test('two who make the same site at once: one makes it, the other is told that it is taken', async () => {
  const given = { key: 'twice', name: 'Twice', origins: [] };
  const made = await Promise.all([createSite(server.ctx, given), createSite(server.ctx, given)]);
  expect(made.filter((id) => id === null)).toHaveLength(1);
});

test('the owner’s own words are sent one language at a time, and the settings say in which there are some', async () => {
  const own = { greeting: 'Ahoj <b>', panel: 'Fragen?' };
  const other = await startTestServer({ settings: { languages: ['en', 'de', 'xx'], texts: { de: own } } });
  const settings = await other.call(getSettings);
  expect(settings.body.ownTexts).toEqual(['de']);
  expect(settings.body.launcher).toEqual({
    en: ['Help', 'Not available right now'],
    de: ['Fragen?', 'Gerade nicht erreichbar'],
  });
  expect((await other.call(getTexts, { query: { language: 'de' } })).body).toEqual({ texts: own });
  expect((await other.call(getTexts, { query: { language: 'en' } })).body).toEqual({ texts: {} });
  expect((await other.call(getTexts, { query: { language: '__proto__' } })).status).toBe(400);
  expect((await other.call(getTexts, { query: { language: 'toString' } })).body).toEqual({ texts: {} });
  await other.close();
});

test('a site that an earlier version stored gets what was added since from the defaults', async () => {
  const { texts: _, ...earlier } = server.site.settings;
  await server.ctx.database.write((tx) => [tx.update(sites).set({ settings: earlier as never })]);
  server.clock.pass(3_000);
  expect((await server.call(getTexts, { query: { language: 'en' } })).body).toEqual({ texts: {} });
});
