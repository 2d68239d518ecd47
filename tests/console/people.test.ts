import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postQuestion } from '../../shared/ask/routes.ts';
import { createSite } from '../../server/core/people/sites/writes.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { staffInvites } from '../../server/core/people/staff/tables.ts';
import * as routes from '../../shared/console/routes.ts';
import { getMe } from '../../shared/core/people/staffRoutes.ts';
import { getSettings } from '../../shared/core/people/siteRoutes.ts';
import type { Route } from '../../shared/core/route.ts';
import type { Role } from '../../shared/core/people/roles.ts';
import { getInboxThread, listInbox, listPeople, patchConversation } from '../../shared/inbox/routes.ts';
import {
  newId,
  newSecret,
  password,
  publicUrl,
  question,
  startTestServer,
  type TestServer,
} from '../helpers/server.ts';
import { readEvents } from '../helpers/streams.ts';

let server: TestServer;
const cookies = {} as Record<'owner' | 'admin' | 'agent', string>;
const ids = {} as Record<'owner' | 'admin' | 'agent', string>;
const add = async (name: string, role: Role): Promise<string> =>
  createStaff(server.ctx, { site: server.site.id, email: `${name}@shop.test`, name, password, role });

beforeEach(async () => {
  server = await startTestServer();
  ids.owner = await add('olga', 'owner');
  ids.admin = await add('adam', 'admin');
  ids.agent = await add('anna', 'agent');
  cookies.owner = await server.logIn('olga@shop.test');
  cookies.admin = await server.logIn('adam@shop.test');
  cookies.agent = await server.logIn('anna@shop.test');
});
afterEach(() => server.close());

const invitation = (more: object = {}) => ({
  id: newId(),
  email: 'new@shop.test',
  name: 'Nina New',
  role: 'agent' as Role,
  secret: newSecret(),
  ...more,
});
const inviteAs = (who: keyof typeof cookies, body: ReturnType<typeof invitation>) =>
  server.call(routes.postInvitation, { cookie: cookies[who], body });
const accept = (secret: string, more: object = {}) =>
  server.call(routes.acceptInvitation, {
    body: { secret, name: 'Nina', password: 'a long password', ...more },
  });
/** Accepts, logs in and joins, as the page of the link does. */
const enter = async (secret: string, email = 'new@shop.test') => {
  expect((await accept(secret, { password })).status).toBe(200);
  const cookie = await server.logIn(email);
  return { cookie, joined: await server.call(routes.joinSite, { cookie, body: { secret } }) };
};
const setRole = (who: keyof typeof cookies, person: string, role: Role) =>
  server.call(routes.patchPerson, { cookie: cookies[who], path: { person }, body: { role } });
const remove = (who: keyof typeof cookies, person: string) =>
  server.call(routes.deletePerson, { cookie: cookies[who], path: { person } });

describe('an invitation', () => {
  test('makes a person who sets a password by the link, once, and is logged in', async () => {
    const body = invitation();
    const invited = await inviteAs('owner', body);
    expect(invited.body).toMatchObject({ person: { pending: true, role: 'agent' } });
    const about = await server.call(routes.readInvitation, { body: { secret: body.secret } });
    expect(about.body).toEqual({
      name: 'Nina New',
      email: 'new@shop.test',
      site: 'Shop',
      hasAccount: false,
    });

    const { cookie, joined } = await enter(body.secret);
    expect(joined.body.memberships).toMatchObject([{ key: 'shop', role: 'agent' }]);
    expect((await server.call(getMe, { cookie })).body.name).toBe('Nina');

    expect((await accept(body.secret)).status).toBe(404);
    expect((await server.call(routes.readInvitation, { body: { secret: body.secret } })).status).toBe(404);
    const login = await server.request('POST', '/api/staff/login', {
      body: { email: 'new@shop.test', password },
      headers: { origin: publicUrl },
    });
    expect(login.status).toBe(200);
  });

  test('that is not taken up lets nobody in: no password fits, and visitors are not shown the name', async () => {
    await inviteAs('owner', invitation());
    const login = await server.request('POST', '/api/staff/login', {
      body: { email: 'new@shop.test', password: 'x' },
      headers: { origin: publicUrl },
    });
    expect(login.status).toBe(401);
    expect((await server.call(getSettings, {})).body.people.map(({ name }) => name)).not.toContain('Nina');
    const people = (await server.call(listPeople, { cookie: cookies.agent })).body.people;
    expect(people.map(({ name }) => name)).not.toContain('Nina New');
  });

  test('can be answered on the command line instead: the password that is given there holds', async () => {
    await inviteAs('owner', invitation());
    await createStaff(server.ctx, {
      site: server.site.id,
      email: 'new@shop.test',
      name: 'Nina',
      password,
      role: 'agent',
    });
    await server.logIn('new@shop.test');
    await createStaff(server.ctx, {
      site: server.site.id,
      email: 'new@shop.test',
      name: 'Nina',
      password: 'another long password',
      role: 'agent',
    });
    await server.logIn('new@shop.test');
  });

  test('is stored as a hash and ends after a week', async () => {
    const body = invitation();
    await inviteAs('owner', body);
    expect(JSON.stringify(await server.ctx.database.read.select().from(staffInvites))).not.toContain(
      body.secret,
    );
    server.clock.pass(7 * 24 * 3_600_000 + 1);
    expect((await accept(body.secret)).status).toBe(404);
  });

  test('sent twice is one, and its new link ends the one before', async () => {
    const body = invitation();
    await inviteAs('owner', body);
    expect((await inviteAs('owner', body)).status).toBe(200);
    const secret = newSecret();
    await server.call(routes.postLink, {
      cookie: cookies.owner,
      path: { person: body.id },
      body: { secret },
    });
    expect((await accept(body.secret)).status).toBe(404);
    await enter(secret);
    const late = await server.call(routes.postLink, {
      cookie: cookies.owner,
      path: { person: body.id },
      body: { secret: newSecret() },
    });
    expect(late.status).toBe(409);
  });

  test('of two uses at once lets one in', async () => {
    const body = invitation();
    await inviteAs('owner', body);
    const replies = await Promise.all([
      accept(body.secret, { password: 'first long password' }),
      accept(body.secret, { password: 'other long password' }),
    ]);
    // The same answer to both; one of the passwords opens the account.
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    const logins = await Promise.all(
      ['first long password', 'other long password'].map((one) =>
        server.request('POST', '/api/staff/login', {
          body: { email: 'new@shop.test', password: one },
          headers: { origin: publicUrl },
        }),
      ),
    );
    expect(logins.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test('of somebody who is there already is a conflict; an unusable address or a short password is named', async () => {
    expect((await inviteAs('owner', invitation({ email: 'anna@shop.test' }))).status).toBe(409);
    expect((await inviteAs('owner', invitation({ email: 'nobody' }))).body).toMatchObject({
      error: { fields: { email: 'not_email' } },
    });
    const body = invitation();
    await inviteAs('owner', body);
    expect((await accept(body.secret, { password: 'short' })).body).toMatchObject({
      error: { fields: { password: 'too_short' } },
    });
    expect((await accept(body.secret)).status).toBe(200);
  });

  test('guessing links is slowed down', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 40; index++) statuses.push((await accept(newSecret())).status);
    expect(statuses.filter((status) => status === 404).length).toBeLessThanOrEqual(30);
    expect(statuses.at(-1)).toBe(429);
  });
});

/** A second site with an owner, as another customer of the same installation would have it. */
const secondSite = async () => {
  const id = (await createSite(server.ctx, { key: 'other', name: 'Other', origins: [] }))!;
  const email = 'x@other.test';
  const owner = await createStaff(server.ctx, { site: id, email, name: 'Xenia', password, role: 'owner' });
  const cookie = await server.logIn(email);
  const call = <Body, Reply>(
    route: Route<Body, Reply>,
    given: { body?: Body; path?: Record<string, string> } = {},
  ) =>
    server.call(route, {
      cookie,
      ...(given.body !== undefined && { body: given.body }),
      path: { site: id, ...given.path },
    });
  return { id, email, owner, cookie, call };
};
const sitesOf = async (cookie: string): Promise<string[]> =>
  (await server.call(getMe, { cookie })).body.memberships.map(({ key }) => key);

describe('an account of another site', () => {
  test('is neither joined nor told of when its address is invited', async () => {
    const other = await secondSite();
    const reply = await inviteAs('admin', invitation({ email: 'X@other.test', name: 'My guess' }));
    expect(reply.body.person).toMatchObject({ name: 'My guess', email: other.email, pending: true });
    expect(reply.body.person.id).not.toBe(other.owner);
    const people = (await server.call(routes.getColleagues, { cookie: cookies.admin })).body;
    expect(JSON.stringify(people)).not.toContain('Xenia');
    const link = invitation();
    const unknown = await inviteAs('admin', link);
    expect(Object.keys(unknown.body.person)).toEqual(Object.keys(reply.body.person));
    expect(await sitesOf(other.cookie)).toEqual(['other']);
  });

  test('is not opened by the link: who has it logs in to join, and joins that site only', async () => {
    const other = await secondSite();
    const body = invitation({ email: other.email, role: 'admin' });
    await inviteAs('owner', body);
    const about = await server.call(routes.readInvitation, { body: { secret: body.secret } });
    const unknown = invitation();
    await inviteAs('owner', unknown);
    const aboutUnknown = await server.call(routes.readInvitation, { body: { secret: unknown.secret } });
    expect({ ...about.body, email: '' }).toEqual({ ...aboutUnknown.body, email: '' });

    // The same answer as for an address without an account, the first time and the second.
    for (let time = 0; time < 2; time++) {
      const [taken, made] = [await accept(body.secret), await accept(unknown.secret)];
      expect([taken.status, taken.body]).toEqual([made.status, made.body]);
      expect([...taken.headers.keys()]).toEqual([...made.headers.keys()]);
      expect(taken).toMatchObject({ status: 200, body: { done: true } });
    }
    await server.logIn(other.email);
    expect(await sitesOf(other.cookie)).toEqual(['other']);

    const join = (cookie: string) => server.call(routes.joinSite, { cookie, body: { secret: body.secret } });
    expect(await join('')).toMatchObject({ status: 401 });
    expect(await join(cookies.admin)).toMatchObject({
      status: 403,
      body: { error: { fields: { email: 'not_allowed' } } },
    });
    expect((await join(other.cookie)).body).toMatchObject({
      name: 'Xenia',
      memberships: [
        { key: 'other', role: 'owner' },
        { key: 'shop', role: 'admin' },
      ],
    });
    expect((await join(other.cookie)).status).toBe(404);
  });

  test('that is only invited there is not made by accepting here: each link joins its own site', async () => {
    const other = await secondSite();
    const [there, here] = [invitation({ role: 'owner' as Role }), invitation()];
    await other.call(routes.postInvitation, { body: there });
    await inviteAs('admin', here);
    const { joined } = await enter(here.secret);
    expect(joined.body.memberships).toMatchObject([{ key: 'shop', role: 'agent' }]);
    // The other site's link is not used up by it, and changes no password of the account that is there now.
    await accept(there.secret, { password: 'a password of mine' });
    await server.logIn('new@shop.test');
    const { people } = (await other.call(routes.getColleagues)).body;
    expect(people.find(({ email }) => email === 'new@shop.test')).toMatchObject({ pending: true });
  });

  test('keeps its name, whatever an admin of one of its sites sends', async () => {
    const other = await secondSite();
    await createStaff(server.ctx, {
      site: server.site.id,
      email: other.email,
      name: 'X',
      password,
      role: 'agent',
    });
    const renamed = await server.call(routes.patchPerson, {
      cookie: cookies.owner,
      path: { person: other.owner },
      body: { role: 'admin', name: 'Renamed' } as never,
    });
    expect(renamed.status).toBe(400);
    expect((await server.call(getMe, { cookie: other.cookie })).body.name).toBe('Xenia');
  });

  test('stays logged in where else it answers when one site removes it; its stream of that site ends', async () => {
    const other = await secondSite();
    await createStaff(server.ctx, {
      site: server.site.id,
      email: other.email,
      name: 'X',
      password,
      role: 'agent',
    });
    const open = async (site: string) =>
      readEvents(
        await server.request('GET', `/api/inbox/${site}/live`, {
          headers: { origin: publicUrl, cookie: other.cookie },
        }),
      );
    const [here, there] = [await open(server.site.id), await open(other.id)];
    expect((await here.next()).data.kind).toBe('hello');
    expect((await there.next()).data.kind).toBe('hello');
    expect((await remove('admin', other.owner)).status).toBe(200);
    let last = await here.next();
    while (last.data.kind !== 'goodbye') last = await here.next();
    expect(last.data).toMatchObject({ reason: 'revoked' });
    expect(await sitesOf(other.cookie)).toEqual(['other']);
    // The other site's stream stays open.
    expect(server.ctx.live.size).toBe(1);
    await there.cancel();
  });
});

describe('an invitation that waits', () => {
  test('is changed and taken back as a place on the site', async () => {
    const body = invitation();
    await inviteAs('owner', body);
    expect((await setRole('admin', body.id, 'admin')).body).toMatchObject({
      person: { role: 'admin', pending: true },
    });
    expect((await setRole('admin', body.id, 'owner')).status).toBe(403);
    expect((await remove('admin', body.id)).status).toBe(200);
    expect((await accept(body.secret)).status).toBe(404);
    expect((await remove('admin', body.id)).status).toBe(404);
    expect((await inviteAs('owner', invitation())).status).toBe(200);
  });

  test('of one address is one a site', async () => {
    await inviteAs('owner', invitation());
    expect((await inviteAs('owner', invitation({ email: 'NEW@shop.test' }))).body).toMatchObject({
      error: { code: 'conflict', fields: { email: 'not_allowed' } },
    });
  });
});

describe('roles', () => {
  test('an agent changes nothing', async () => {
    expect((await inviteAs('agent', invitation())).status).toBe(403);
    expect((await setRole('agent', ids.admin, 'agent')).status).toBe(403);
    expect((await remove('agent', ids.admin)).status).toBe(403);
  });

  test('an admin makes agents and admins, never an owner, and touches none', async () => {
    expect((await setRole('admin', ids.agent, 'admin')).status).toBe(200);
    expect((await setRole('admin', ids.agent, 'owner')).status).toBe(403);
    expect((await inviteAs('admin', invitation({ role: 'owner' }))).status).toBe(403);
    expect((await setRole('admin', ids.owner, 'agent')).status).toBe(403);
    expect((await remove('admin', ids.owner)).status).toBe(403);
  });

  test('nobody changes their own, nor removes themselves', async () => {
    expect((await setRole('owner', ids.owner, 'agent')).status).toBe(403);
    expect((await setRole('admin', ids.admin, 'owner')).status).toBe(403);
    expect((await remove('owner', ids.owner)).status).toBe(403);
  });

  test('of two owners who demote each other at once, one stays', async () => {
    const second = await add('oscar', 'owner');
    const oscar = await server.logIn('oscar@shop.test');
    const replies = await Promise.all([
      setRole('owner', second, 'agent'),
      server.call(routes.patchPerson, {
        cookie: oscar,
        path: { person: ids.owner },
        body: { role: 'agent' },
      }),
    ]);
    const { people } = (await server.call(routes.getColleagues, { cookie: cookies.admin })).body;
    expect(people.filter(({ role }) => role === 'owner')).toHaveLength(1);
    expect(replies.map(({ status }) => status).sort()).not.toEqual([200, 200]);
  });

  test('a new role holds with the next request', async () => {
    expect((await server.call(routes.getSaved, { cookie: cookies.agent })).status).toBe(403);
    await setRole('owner', ids.agent, 'admin');
    expect((await server.call(routes.getSaved, { cookie: cookies.agent })).status).toBe(200);
  });

  test('people of another site are not found', async () => {
    const other = (await createSite(server.ctx, { key: 'other', name: 'Other', origins: [] }))!;
    const stranger = await createStaff(server.ctx, {
      site: other,
      email: 'x@other.test',
      name: 'X',
      password,
      role: 'agent',
    });
    expect((await setRole('owner', stranger, 'admin')).status).toBe(404);
    expect((await remove('owner', stranger)).status).toBe(404);
  });
});

describe('who is removed', () => {
  test('is out at once: session and stream end, and what was theirs goes back to the team', async () => {
    await server.call(postQuestion, { body: question(), secret: newSecret() });
    const [asked] = (await server.call(listInbox, { cookie: cookies.agent })).body.conversations;
    await server.call(patchConversation, {
      cookie: cookies.agent,
      path: { conversation: asked!.id },
      body: { assignee: ids.agent },
    });
    const stream = await server.request('GET', `/api/inbox/${server.site.id}/live`, {
      headers: { origin: publicUrl, cookie: cookies.agent },
    });
    const events = readEvents(stream);
    expect((await events.next()).data.kind).toBe('hello');

    expect((await remove('owner', ids.agent)).status).toBe(200);
    let last = await events.next();
    while (last.data.kind !== 'goodbye') last = await events.next();
    expect(last.data).toMatchObject({ reason: 'revoked' });
    expect(await events.ends()).toBe(true);
    expect((await server.call(getMe, { cookie: cookies.agent })).status).toBe(401);
    const thread = await server.call(getInboxThread, {
      cookie: cookies.owner,
      path: { conversation: asked!.id },
    });
    expect(thread.body.conversation.assignee).toBeNull();
  });
});
