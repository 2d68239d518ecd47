import { afterEach, beforeEach, expect, test } from 'vitest';
import { getMe } from '../../shared/core/people/staffRoutes.ts';
import { deleteProvider, getProvider, listLoginProviders, putProvider } from '../../shared/oidc/routes.ts';
import type { SaveProvider } from '../../shared/oidc/schema.ts';
import { createSite } from '../../server/core/people/sites/writes.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import {
  clientId,
  clientSecret,
  type IdentityProvider,
  startIdentityProvider,
} from '../helpers/identityProvider.ts';
import { newId, password, publicUrl, startTestServer, type TestServer } from '../helpers/server.ts';

let provider: IdentityProvider;
let server: TestServer;
let owner: string;
let address = 0;
beforeEach(async () => {
  provider = await startIdentityProvider();
  server = await startTestServer({ environment: { PRIVATE_HOSTS: provider.host } });
  provider.allow([`${publicUrl}/login/${server.site.id}/callback`]);
  const person = { site: server.site.id, email: 'bo@shop.test', name: 'Bo', password };
  await createStaff(server.ctx, { ...person, role: 'owner' });
  owner = await server.logIn('bo@shop.test');
});
afterEach(async () => {
  await server.close();
  await provider.close();
});

const settings = (more: Partial<SaveProvider> = {}): SaveProvider => ({
  issuer: provider.issuer,
  clientId,
  clientSecret,
  scopes: ['email', 'profile', 'groups'],
  label: 'Log in with Acme',
  groupsClaim: 'groups',
  groups: [
    { group: 'support', role: 'agent' },
    { group: 'leads', role: 'admin' },
  ],
  provisions: true,
  defaultRole: null,
  domains: [],
  isOn: true,
  isOnlyWay: false,
  ...more,
});
const save = (more: Partial<SaveProvider> = {}, cookie = owner) =>
  server.call(putProvider, { cookie, body: settings(more) });

/** A browser with cookies for us and for the provider. */
const newBrowser = (cookie = '') => {
  const jars = { own: new Map<string, string>(), other: new Map<string, string>() };
  const keep = (jar: Map<string, string>, headers: Headers) => {
    for (const set of headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (/Max-Age=0|=;|1970/.test(set)) jar.delete(name);
      else jar.set(name, pair);
    }
  };
  for (const pair of cookie.split('; ').filter(Boolean)) jars.own.set(pair.slice(0, pair.indexOf('=')), pair);
  const cookies = (jar: Map<string, string>): string => [...jar.values()].join('; ');
  return {
    cookie: () => cookies(jars.own),
    /** Opens an address of ours. */
    async open(path: string) {
      const reply = await server.request('GET', path, {
        headers: { origin: '', cookie: cookies(jars.own), accept: 'text/html' },
        address: `198.51.100.${++address % 250}`,
      });
      keep(jars.own, reply.headers);
      return { status: reply.status, to: reply.headers.get('location') ?? '', text: await reply.text() };
    },
    /** Goes to the provider and through it. @returns the path at ours that it sends back to */
    async pass(url: string): Promise<string> {
      let next = url;
      while (!next.startsWith(publicUrl)) {
        const reply = await fetch(next, { redirect: 'manual', headers: { cookie: cookies(jars.other) } });
        keep(jars.other, reply.headers);
        const to = reply.headers.get('location');
        if (!to) throw new Error(`the provider answered ${reply.status}: ${await reply.text()}`);
        next = new URL(to, next).href;
      }
      return next.slice(publicUrl.length);
    },
  };
};

const loginPath = () => `/login/${server.site.id}`;

/** Logs in from the first click to the last page. @param change of the address at the provider, or of the way back */
const logIn = async (
  browser = newBrowser(),
  change: { there?: (url: URL) => void; back?: (url: URL) => void | Promise<void> } = {},
) => {
  const begun = await browser.open(loginPath());
  if (begun.status !== 302) return begun;
  const there = new URL(begun.to);
  change.there?.(there);
  const back = new URL(await browser.pass(there.href), publicUrl);
  await change.back?.(back);
  return browser.open(back.pathname + back.search);
};

const rolesOf = async (cookie: string) => {
  const { status, body } = await server.call(getMe, { cookie });
  return status === 200 ? body.memberships.map(({ key, role }) => `${key} ${role}`) : status;
};

test('the first login makes an account in the role of its groups, and each one after follows them', async () => {
  expect((await save()).status).toBe(200);
  provider.stand.person = {
    sub: 'p1',
    email: 'Cy@acme.test',
    email_verified: true,
    name: 'Cy Young',
    groups: ['staff', 'support'],
  };
  const browser = newBrowser();
  const done = await logIn(browser);
  expect([done.status, done.to]).toEqual([303, '/inbox']);
  const me = (await server.call(getMe, { cookie: browser.cookie() })).body;
  expect(me).toMatchObject({ name: 'Cy Young', email: 'cy@acme.test', memberships: [{ role: 'agent' }] });
  // No password fits, not even none.
  const tried = await server.request('POST', '/api/staff/login', {
    body: { email: 'cy@acme.test', password: '-' },
    headers: { origin: publicUrl },
  });
  expect(tried.status).toBe(401);
  // The address is the provider's to change: the person stays the same.
  provider.stand.person = {
    ...provider.stand.person,
    email: 'cy.young@acme.test',
    groups: ['leads', 'support'],
  };
  const later = newBrowser();
  await logIn(later);
  expect(await rolesOf(later.cookie())).toEqual(['shop admin']);
  provider.stand.person = { ...provider.stand.person, groups: ['staff'] };
  const gone = await logIn();
  expect([gone.status, gone.text]).toEqual([403, expect.stringContaining('None of your groups')]);
  expect(await rolesOf(later.cookie())).toBe(401);
  expect(await rolesOf(browser.cookie())).toBe(401);
});

test('an account of the site is joined by a verified address only, and one of other sites by its own login too', async () => {
  await save({ groups: [], defaultRole: 'agent' });
  provider.stand.person = { sub: 'p2', email: 'ada@shop.test', email_verified: false };
  expect((await logIn()).text).toContain('hasn’t verified');
  provider.stand.person = { sub: 'p2', email: 'ada@shop.test', email_verified: true };
  const ada = newBrowser();
  expect((await logIn(ada)).status).toBe(303);
  expect(await rolesOf(ada.cookie())).toEqual(['shop agent']);

  const other = await createSite(server.ctx, { key: 'other', name: 'Other', origins: [] });
  const person = { email: 'di@shop.test', name: 'Di', password };
  await createStaff(server.ctx, { ...person, site: other ?? '', role: 'owner' });
  provider.stand.person = { sub: 'p3', email: 'di@shop.test', email_verified: true };
  const stranger = newBrowser();
  expect((await logIn(stranger)).text).toContain('also belongs to other sites');
  expect(stranger.cookie()).toBe('');
  const own = newBrowser(await server.logIn('di@shop.test'));
  expect((await logIn(own)).status).toBe(303);
  // Her own session goes on; what the provider says from now on opens its own site alone.
  expect(await rolesOf(own.cookie())).toEqual(['other owner', 'shop agent']);
  const vouched = newBrowser();
  expect((await logIn(vouched)).status).toBe(303);
  expect(await rolesOf(vouched.cookie())).toEqual(['shop agent']);
  const reached = await server.request('GET', `/api/console/${other}/settings`, {
    headers: { origin: publicUrl, cookie: vouched.cookie() },
  });
  expect(reached.status).toBe(404);
  const made = await server.request('POST', '/api/staff/sites', {
    body: { id: newId(), key: 'third', name: 'Third' },
    headers: { origin: publicUrl, cookie: vouched.cookie() },
  });
  expect(made.status).toBe(403);
});

test('a wrong nonce, a state used twice, another browser, another issuer and an ended code log nobody in', async () => {
  await save();
  provider.stand.person = { sub: 'p4', email: 'ed@acme.test', email_verified: true, groups: ['support'] };
  const outcomes = [
    await logIn(newBrowser(), { there: (url) => url.searchParams.set('nonce', 'another') }),
    await logIn(newBrowser(), { there: (url) => url.searchParams.set('state', 'another') }),
    await logIn(newBrowser(), { back: (url) => url.searchParams.set('iss', 'https://evil.example') }),
    await logIn(newBrowser(), {
      there: (url) => url.searchParams.set('code_challenge', 'a'.repeat(43)),
    }),
    await logIn(newBrowser(), { back: (url) => provider.forgetCode(url.searchParams.get('code') ?? '') }),
  ];
  expect(outcomes.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  for (const { text } of outcomes) expect(text).toContain('didn’t answer as it should');
  const browser = newBrowser();
  const begun = await browser.open(loginPath());
  const back = await browser.pass(begun.to);
  expect((await newBrowser().open(back)).text).toContain('started in another browser');
  expect((await browser.open(back)).status).toBe(303);
  expect((await browser.open(back)).text).toContain('started in another browser');
  const slow = newBrowser();
  const late = await slow.pass((await slow.open(loginPath())).to);
  server.clock.pass(5 * 60_000 + 1);
  expect((await slow.open(late)).text).toContain('took too long');
});

test('who may log in is the owner’s to say, and a way in is always left', async () => {
  expect((await save({}, await server.logIn())).status).toBe(403);
  const fields = async (more: Partial<SaveProvider>) =>
    ((await save(more)).body as { error?: { fields?: object } }).error?.fields;
  expect(await fields({ issuer: 'http://10.1.2.3' })).toEqual({ issuer: 'not_allowed' });
  expect(await fields({ issuer: `${provider.issuer}/other` })).toEqual({ issuer: 'invalid' });
  const { body } = await save({ provisions: false, domains: ['acme.test'], isOnlyWay: true });
  expect(JSON.stringify(body)).not.toContain(clientSecret);
  expect(body.provider).toMatchObject({ label: 'Log in with Acme', isOnlyWay: true });
  const { body: offered } = await server.call(listLoginProviders, {});
  expect(offered.providers).toEqual([{ label: 'Log in with Acme', path: loginPath() }]);
  // The password opens the site to owners alone now.
  expect(await rolesOf(await server.logIn())).toEqual([]);
  expect(await rolesOf(await server.logIn('bo@shop.test'))).toEqual(['shop owner']);
  provider.stand.person = { sub: 'p5', email: 'fi@acme.test', email_verified: true, groups: ['support'] };
  expect((await logIn()).text).toContain('no account for you yet');
  provider.stand.person = { sub: 'p6', email: 'ada@shop.test', email_verified: true, groups: ['support'] };
  expect((await logIn()).text).toContain('isn’t one that may log in');
  // The last owner stays one, whatever the groups say.
  await save({ domains: [] });
  provider.stand.person = { sub: 'p7', email: 'bo@shop.test', email_verified: true, groups: ['support'] };
  expect((await logIn()).status).toBe(303);
  expect(await rolesOf(owner)).toEqual(['shop owner']);
  expect((await server.call(deleteProvider, { cookie: owner })).body.provider).toBeNull();
  expect((await server.call(getProvider, { cookie: owner })).body.provider).toBeNull();
  expect(await rolesOf(await server.logIn())).toEqual(['shop agent']);
});

test('a test shows what a login would bring and brings nothing; a provider that is away is told in plain words', async () => {
  await save({ isOn: false });
  provider.stand.person = { sub: 'p8', email: 'gus@acme.test', email_verified: true, groups: ['leads'] };
  expect((await logIn()).text).toContain('turned off');
  const browser = newBrowser(owner);
  const begun = await browser.open(`${loginPath()}?test`);
  const shown = await browser.open(await browser.pass(begun.to));
  expect([shown.status, shown.text]).toEqual([200, expect.stringContaining('gus@acme.test (verified)')]);
  expect(shown.text).toContain('Role after logging in: Admin');
  expect((await newBrowser().open(`${loginPath()}?test`)).status).toBe(403);
  await save();
  server.clock.pass(11 * 60_000);
  provider.stand.isAway = true;
  expect((await logIn()).text).toContain('didn’t answer as it should');
  expect((await save()).status).toBe(400);
  expect((await save({ isOn: false })).status).toBe(200);
});
