import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { attachmentPath } from '../../server/core/content/attachments/store.ts';
import { createSite } from '../../server/core/people/sites/writes.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { listSiteTables } from '../../server/sites/queries.ts';
import { postQuestion } from '../../shared/ask/routes.ts';
import { getSettings } from '../../shared/core/people/siteRoutes.ts';
import { getMe } from '../../shared/core/people/staffRoutes.ts';
import { listInbox } from '../../shared/inbox/routes.ts';
import * as contract from '../../shared/sites/routes.ts';
import { newId, newSecret, password, question, startTestServer, type TestServer } from '../helpers/server.ts';

const day = 24 * 3_600_000;

let server: TestServer;
let owner: string;
let admin: string;
beforeEach(async () => {
  server = await startTestServer();
  for (const [name, role] of [
    ['olga', 'owner'],
    ['ari', 'admin'],
  ] as const)
    await createStaff(server.ctx, {
      site: server.site.id,
      email: `${name}@shop.test`,
      name,
      password,
      role,
    });
  owner = await server.logIn('olga@shop.test');
  admin = await server.logIn('ari@shop.test');
});
afterEach(() => server.close());

const sites = async (cookie = owner) => (await server.call(contract.listOwnSites, { cookie })).body;
const create = (key: string, cookie = owner, id = newId()) =>
  server.call(contract.postSite, { cookie, body: { id, key, name: `The ${key}` } });
const archive = (archived: boolean, cookie = owner) =>
  server.call(contract.postArchive, { cookie, path: { site: server.site.id }, body: { archived } });
const remove = (more: object = {}, cookie = owner) =>
  server.call(contract.postDelete, {
    cookie,
    path: { site: server.site.id },
    body: { name: server.site.name, proof: { password }, ...more },
  });
const restore = (cookie = owner) =>
  server.call(contract.postRestore, { cookie, path: { site: server.site.id } });
const settings = async () => (await server.call(getSettings, {})).status;
const inbox = async (cookie = owner, site = server.site.id) =>
  (await server.call(listInbox, { cookie, path: { site }, query: {} })).status;
const failure = (reply: { body: unknown }) =>
  (reply.body as { error: { code: string; fields?: object } }).error;

test('an owner makes another site and owns it; the same again is the same, a taken key is refused', async () => {
  const id = newId();
  const made = await create('second', owner, id);
  expect(made.status).toBe(200);
  expect(made.body.sites.find((one) => one.site === id)).toEqual({
    site: id,
    key: 'second',
    name: 'The second',
    role: 'owner',
    archivedAt: null,
    undoUntil: null,
  });
  expect((await create('second', owner, id)).body.sites).toHaveLength(2);
  expect(failure(await create('second'))).toMatchObject({ code: 'conflict', fields: { key: 'taken' } });
  expect(await inbox(owner, id)).toBe(200);
  // Nobody else has it, and who owns nothing makes none.
  expect(await inbox(admin, id)).toBe(404);
  expect((await sites(admin)).mayCreate).toBe(false);
  expect((await create('third', admin)).status).toBe(403);
});

test('visitors find an archived site nowhere, the team does; open again it is as before', async () => {
  await server.call(postQuestion, { secret: newSecret(), body: question() });
  const page = () => server.request('GET', '/sites/shop/questions', { headers: { origin: '' } });
  expect([await settings(), (await page()).status]).toEqual([200, 200]);
  expect((await archive(true, admin)).status).toBe(403);
  expect((await archive(true)).body.sites[0]!.archivedAt).toBe(server.clock.now());
  expect([await settings(), (await page()).status]).toEqual([404, 404]);
  expect((await server.call(postQuestion, { secret: newSecret(), body: question() })).status).toBe(404);
  expect(await inbox()).toBe(200);
  await archive(false);
  expect([await settings(), (await page()).status, await inbox()]).toEqual([200, 200, 200]);
});

test('a site is deleted by its name and the password, gone for everybody at once, and back when it is undone', async () => {
  expect(failure(await remove())).toMatchObject({ code: 'forbidden' });
  await create('second');
  expect(failure(await remove({ name: 'Something else' }))).toMatchObject({ fields: { name: 'invalid' } });
  expect(failure(await remove({ proof: { password: 'wrong password' } }))).toMatchObject({
    fields: { 'proof.password': 'invalid' },
  });
  expect((await remove({}, admin)).status).toBe(403);
  expect(await settings()).toBe(200);

  const until = server.clock.now() + 7 * day;
  expect((await remove()).body.sites.find(({ site }) => site === server.site.id)!.undoUntil).toBe(until);
  expect([await settings(), await inbox(), await inbox(admin)]).toEqual([404, 404, 404]);
  const me = await server.call(getMe, { cookie: owner });
  expect(me.body.memberships.map(({ key }) => key)).toEqual(['second']);
  expect((await sites(admin)).sites).toEqual([]);
  expect((await restore(admin)).status).toBe(404);

  server.clock.pass(6 * day);
  owner = await server.logIn('olga@shop.test');
  expect((await restore()).status).toBe(200);
  expect([await settings(), await inbox()]).toEqual([200, 200]);
  server.clock.pass(2 * day);
  await runDueJobs(server.ctx);
  expect(await settings()).toBe(200);
});

test('after seven days nothing of it is left, in no table and no folder, and other sites have all of theirs', async () => {
  await create('second');
  const other = await createSite(server.ctx, { key: 'other', name: 'Other', origins: [] });
  await server.call(postQuestion, { secret: newSecret(), body: question() });
  const file = attachmentPath(server.ctx.config.dataDirectory, server.site.id, newId());
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, 'bytes');
  const rowsOf = async (site: string): Promise<string[]> => {
    const found: string[] = [];
    for (const table of await listSiteTables(server.ctx.database)) {
      const mark = server.ctx.database.dialect === 'sqlite' ? '?' : '$1';
      const rows = await server.ctx.database.raw(`select 1 from ${table} where site_id = ${mark}`, [site]);
      if (rows.length) found.push(table);
    }
    return found;
  };
  expect((await rowsOf(server.site.id)).length).toBeGreaterThan(5);
  // Where the script was seen is written a moment later.
  await server.ctx.installations.list(server.site.id);
  const before = await rowsOf(other!);
  await remove();
  server.clock.pass(7 * day);
  await runDueJobs(server.ctx);
  expect(await rowsOf(server.site.id)).toEqual([]);
  expect(await rowsOf(other!)).toEqual(before);
  expect(existsSync(file)).toBe(false);
  owner = await server.logIn('olga@shop.test');
  expect((await sites()).sites.map(({ key }) => key)).toEqual(['second']);
  expect((await restore()).status).toBe(404);
  // Its key is free again.
  expect((await create(server.site.key)).status).toBe(200);
});
