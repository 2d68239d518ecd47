import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getInstallations } from '../../../shared/console/routes.ts';
import { createStaff } from '../../../server/core/people/staff/writes.ts';
import {
  newSecret,
  password,
  publicUrl,
  question,
  siteOrigin,
  startTestServer,
  type TestServer,
} from '../../helpers/server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const settings = '/api/sites/shop/settings';

describe('origins', () => {
  test.each([
    'https://www.shop.test.evil.test',
    'http://www.shop.test',
    'https://www.shop.test:8443',
    'https://shop.test',
    'https://WWW.shop.test',
    'null',
    '',
    'https://www.shop.test/',
  ])('a page of %j is not let in', async (origin) => {
    const headers = { origin: origin === '' ? ' ' : origin };
    const reply = await server.request('GET', settings, { headers });
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
    if (origin !== '') expect(reply.status).toBe(403);
  });

  test('the site’s own page is let in, by name, and caches know that it depends on the origin', async () => {
    const reply = await server.request('GET', settings);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('access-control-allow-origin')).toBe(siteOrigin);
    expect(reply.headers.get('access-control-allow-credentials')).toBeNull();
    expect(reply.headers.get('vary')).toContain('Origin');
  });

  test('a preflight allows what the widget sends, to that origin only', async () => {
    const ask = (origin: string) =>
      server.request('OPTIONS', '/api/sites/shop/questions', {
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const ours = await ask(siteOrigin);
    expect(ours.status).toBe(204);
    expect(ours.headers.get('access-control-allow-headers')).toContain('authorization');
    expect((await ask('https://evil.test')).headers.get('access-control-allow-origin')).toBeNull();
  });

  test('headers that a page’s own programs add to everything are let through, as far as they are names', async () => {
    const ask = async (asked: string) => {
      const reply = await server.request('OPTIONS', '/api/sites/shop/questions', {
        headers: {
          origin: siteOrigin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': asked,
        },
      });
      return reply.headers.get('access-control-allow-headers')?.split(', ') ?? [];
    };
    const own = ['authorization', 'content-type', 'last-event-id'];
    expect(await ask('traceparent,X-Request-ID, authorization')).toEqual([
      ...own,
      'traceparent',
      'x-request-id',
    ]);
    expect(await ask('a b, "c", d:e, x')).toEqual([...own, 'x']);
    const many = Array.from({ length: 100 }, (_, at) => `x-${at}`).join(',');
    expect(await ask(many)).toHaveLength(own.length + 24);
  });

  test('a person who opens what is not there gets a page, in their language; a program gets the failure', async () => {
    const person = { accept: 'text/html,*/*;q=0.8', 'accept-language': 'de', origin: '' };
    for (const path of [
      '/sites/shop/questionz/a%20b',
      '/sites/nobody/questions',
      '/nowhere',
      '/assets/none.js',
      '/sites/shop/questions/x',
    ]) {
      const page = await server.request('GET', path, { headers: person });
      expect(page.status, path).toBe(404);
      expect(page.headers.get('content-type'), path).toContain('text/html');
      expect(await page.text(), path).toContain('Seite nicht gefunden');
    }
    const reply = await server.request('GET', '/nowhere', { headers: { accept: 'application/json' } });
    expect(await reply.json()).toMatchObject({ error: { code: 'not_found' } });
    const api = await server.request('GET', '/api/sites/shop/nowhere', { headers: person });
    expect(await api.json()).toMatchObject({ error: { code: 'not_found' } });
  });

  test('a sandboxed frame is let in only where the owner said so', async () => {
    expect((await server.request('GET', settings, { headers: { origin: 'null' } })).status).toBe(403);
    await server.close();
    server = await startTestServer({ settings: { allowOpaqueOrigin: true } });
    expect((await server.request('GET', settings, { headers: { origin: 'null' } })).status).toBe(200);
  });

  test('staff routes send no CORS headers, not even to the site’s own pages', async () => {
    const cookie = await server.logIn();
    const reply = await server.request('GET', '/api/staff/me', { headers: { cookie } });
    expect(reply.status).toBe(403);
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
    const own = await server.request('GET', '/api/staff/me', { headers: { cookie, origin: '' } });
    expect(own.status).toBe(200);
    expect(own.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('bodies', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    server.request('POST', '/api/sites/shop/questions', {
      body,
      headers: { authorization: `Bearer ${newSecret()}`, ...headers },
    });

  test.each([
    ['{"id":', 400],
    ['', 400],
    ['null', 400],
    ['[]', 400],
    ['"text"', 400],
    ['{"title":{"tag":"p"}}', 400],
    ['{"__proto__":{"polluted":true}}', 400],
    ['{"constructor":{"prototype":{"polluted":true}}}', 400],
  ])('%j is refused, not a fault', async (body, status) => {
    expect((await post(body)).status).toBe(status);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('an unknown key is refused by name', async () => {
    const reply = await post(JSON.stringify({ ...question(), admin: true }));
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ error: { fields: { admin: 'unknown' } } });
  });

  test('a wrong type is refused by name', async () => {
    const reply = await post(JSON.stringify({ ...question(), title: { tag: 'p' }, details: 7 }));
    expect(await reply.json()).toMatchObject({
      error: { code: 'invalid', fields: { title: 'invalid', details: 'invalid' } },
    });
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp'])(
    '%s is not JSON',
    async (type) => {
      expect((await post(JSON.stringify(question()), { 'content-type': type })).status).toBe(415);
    },
  );

  test('a body without a content type is refused, too', async () => {
    const request = new Request(`${publicUrl}/api/sites/shop/questions`, {
      method: 'POST',
      body: new TextEncoder().encode(JSON.stringify(question())),
      headers: { authorization: `Bearer ${newSecret()}`, origin: siteOrigin },
    });
    expect(request.headers.get('content-type')).toBeNull();
    expect((await server.app.request(request)).status).toBe(415);
  });

  test('a compressed body is refused', async () => {
    expect((await post(JSON.stringify(question()), { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  test('a body that is larger than it may be is given up, whatever length it claimed', async () => {
    const big = JSON.stringify(question({ details: 'x'.repeat(70_000) }));
    expect((await post(big)).status).toBe(413);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 10_000;
        controller.enqueue(new Uint8Array(10_000).fill(32));
      },
    });
    const request = new Request(`${publicUrl}/api/sites/shop/questions`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: {
        authorization: `Bearer ${newSecret()}`,
        origin: siteOrigin,
        'content-type': 'application/json',
      },
    } as RequestInit);
    expect((await server.app.request(request)).status).toBe(413);
    expect(sent).toBeLessThan(200_000);
  });

  test('bytes that are not UTF-8 are refused', async () => {
    const request = new Request(`${publicUrl}/api/sites/shop/questions`, {
      method: 'POST',
      body: new Uint8Array([0x22, 0xff, 0xfe, 0x22]),
      headers: {
        authorization: `Bearer ${newSecret()}`,
        origin: siteOrigin,
        'content-type': 'application/json',
      },
    });
    expect((await server.app.request(request)).status).toBe(400);
  });

  test('a wrong method says which are right', async () => {
    const reply = await server.request('DELETE', settings);
    expect(reply.status).toBe(405);
    expect(reply.headers.get('allow')).toBe('GET');
  });
});

describe('limits', () => {
  test('one address is slowed down with the seconds until it may go on', async () => {
    const statuses: number[] = [];
    let last = await server.request('GET', settings);
    for (let count = 0; count < 130; count++) {
      last = await server.request('GET', settings);
      statuses.push(last.status);
    }
    expect(statuses).toContain(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await server.request('GET', settings, { address: '203.0.113.99' })).status).toBe(200);
    server.clock.pass(Number(last.headers.get('retry-after')) * 1_000);
    expect((await server.request('GET', settings)).status).toBe(200);
  });

  test('65,536 addresses of one IPv6 network are one caller', async () => {
    let refused = 0;
    for (let count = 0; count < 300; count++) {
      const address = `2001:db8:1:2:${(count * 7919).toString(16).slice(-4)}::${count.toString(16)}`;
      if ((await server.request('GET', settings, { address })).status === 429) refused++;
    }
    expect(refused).toBeGreaterThan(100);
    expect((await server.request('GET', settings, { address: '2001:db8:1:3::1' })).status).toBe(200);
  });

  test('65,536 networks of one IPv6 customer are a few callers', async () => {
    let refused = 0;
    for (let count = 0; count < 2_000; count++) {
      const address = `2001:db8:1:${count.toString(16)}::1`;
      if ((await server.request('GET', settings, { address })).status === 429) refused++;
    }
    expect(refused).toBeGreaterThan(500);
    expect((await server.request('GET', settings, { address: '2001:db8:2:1::1' })).status).toBe(200);
  });

  test('a forged X-Forwarded-For from a stranger changes nothing', async () => {
    let refused = 0;
    for (let count = 0; count < 200; count++) {
      const headers = { 'x-forwarded-for': `198.51.100.${count}, 10.0.0.${count}` };
      if ((await server.request('GET', settings, { headers })).status === 429) refused++;
    }
    expect(refused).toBeGreaterThan(50);
  });

  test('a flood from 200 addresses fills neither the inbox nor the way of a real visitor', async () => {
    const { postQuestion } = await import('../../../shared/ask/routes.ts');
    const { getOverview, listInbox } = await import('../../../shared/inbox/routes.ts');
    for (let count = 0; count < 200; count++)
      await server.call(postQuestion, {
        body: question({ title: `Buy ${count}` }),
        secret: newSecret(),
        address: `198.18.${count}.1`,
      });
    // Ten seconds later there is a place in the inbox again: the flood does not keep people out for long.
    server.clock.pass(10_000);
    const real = await server.call(postQuestion, {
      body: question({ title: 'Where is my bag?' }),
      secret: newSecret(),
    });
    expect(real.status).toBe(200);
    const cookie = await server.logIn();
    const waiting = await server.call(listInbox, { cookie, query: { view: 'waiting', limit: 100 } });
    const { counts } = (await server.call(getOverview, { cookie })).body;
    expect(counts['waiting']).toBeLessThanOrEqual(63);
    expect(waiting.body.conversations.map((item) => item.subject)).toContain('Where is my bag?');
    expect(counts['waiting']! + counts['held']!).toBe(201);
  });
});

test('a flood from thousands of addresses refuses nobody elsewhere, and nobody who wrote before', async () => {
  const ask = async (address: string, secret = newSecret()): Promise<number> => {
    const options = { body: { kind: 'message' }, headers: { authorization: `Bearer ${secret}` }, address };
    return (await server.request('POST', '/api/sites/shop/drafts', options)).status;
  };
  const known = newSecret();
  expect(await ask('198.18.200.1', known)).toBe(200);
  const flood: number[] = [];
  for (let index = 0; index < 205; index++) flood.push(await ask(`198.18.${index >> 8}.${index & 255}`));
  expect(flood.at(-1)).toBe(429);
  expect(await ask('203.0.113.9')).toBe(200);
  expect(await ask('198.18.200.1', known)).toBe(200);
});

test('a reverse proxy that was not configured is said once in the log, and on the owner’s page', async () => {
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga',
    password,
    role: 'owner',
  });
  const cookie = await server.logIn('olga@shop.test');
  const found = async () =>
    (await server.call(getInstallations, { cookie, address: '198.51.100.9' })).body.untrustedProxy;
  // A public address may write what it likes, for itself.
  for (let count = 0; count < 19; count++)
    await server.request('GET', '/api/staff/me', {
      address: '198.51.100.7',
      headers: { 'x-forwarded-for': `203.0.113.${count}` },
    });
  expect(await found()).toBeNull();
  for (let count = 0; count < 3; count++)
    await server.request('GET', '/api/staff/me', {
      address: '10.1.2.3',
      headers: { 'x-forwarded-for': `203.0.113.${count}` },
    });
  expect(await found()).toBe('10.1.2.3');
  expect(server.logged.filter((line) => line.includes('TRUST_PROXY'))).toHaveLength(1);
});

test('the doctor is told whether a proxy says whom it forwards, and whether it is believed', async () => {
  const caller = async (target: TestServer, headers: Record<string, string> = {}) =>
    (await target.request('GET', '/healthz/caller', { address: '10.1.2.3', headers })).json();
  const forwarded = { 'x-forwarded-for': '203.0.113.9' };
  expect(await caller(server)).toEqual({ forwarded: false, believed: false });
  expect(await caller(server, forwarded)).toEqual({ forwarded: true, believed: false });
  const behind = await startTestServer({ environment: { TRUST_PROXY: '10.0.0.0/8' } });
  expect(await caller(behind, forwarded)).toEqual({ forwarded: true, believed: true });
  // Who looks from the proxy's own machine.
  expect(await caller(behind, { 'x-forwarded-for': '10.1.2.3' })).toEqual({
    forwarded: true,
    believed: true,
  });
  await behind.close();
});

test('a reverse proxy that was configured is believed, rightmost hop first', async () => {
  const { createAddressReader } = await import('../../../server/core/http/address.ts');
  const read = createAddressReader(['10.0.0.0/8', '::1']);
  expect(read('10.0.0.5', '198.51.100.1, 203.0.113.9, 10.1.1.1')).toBe('203.0.113.9');
  expect(read('::1', '203.0.113.9')).toBe('203.0.113.9');
  expect(read('::ffff:10.0.0.5', '203.0.113.9')).toBe('203.0.113.9');
  expect(read('192.0.2.1', '203.0.113.9')).toBe('192.0.2.1');
  expect(read('10.0.0.5', 'nonsense, 10.0.0.7')).toBe('10.0.0.5');
  expect(read('10.0.0.5', '203.0.113.9, garbage')).toBe('10.0.0.5');
  expect(read('2001:db8:1:2:3:4:5:6', undefined)).toBe('2001:db8:1:2::/64');
});

test('our own pages are served under a policy that allows nothing inline and no framing', async () => {
  for (const path of ['/inbox', '/sites/shop/ask', '/sites/shop/questions', '/demo/', '/api']) {
    const reply = await server.request('GET', path, { headers: { origin: '' } });
    const policy = reply.headers.get('content-security-policy') ?? '';
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).not.toContain('unsafe');
    const text = await reply.text();
    expect(text, path).not.toMatch(/<script(?![^>]*(?:src=|application\/ld\+json))/);
    expect(text, path).not.toMatch(/ style=| on\w+=|<style/);
  }
});

test('what is not there, what is foreign and what cannot be answer alike', async () => {
  const cookie = await server.logIn();
  const bodies = new Set<string>();
  for (const path of [
    '/api/inbox/00000000-0000-7000-8000-000000000000/conversations',
    `/api/inbox/${server.site.id}/conversations/00000000-0000-7000-8000-000000000000`,
    `/api/inbox/${server.site.id}/conversations/not-an-id`,
    '/api/nowhere',
  ]) {
    const reply = await server.request('GET', path, { headers: { cookie, origin: publicUrl } });
    expect(reply.status, path).toBe(404);
    bodies.add(await reply.text());
  }
  expect(bodies.size).toBe(1);
});
