import { sites } from '../../server/core/people/sites/tables.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isEmptyInstallation } from '../../server/console/queries/setup.ts';
import { defaultSettings } from '../../shared/siteSettings.ts';
import { memberships, staff } from '../../server/core/people/staff/tables.ts';
import { logs } from '../../server/core/events/tables.ts';
import * as routes from '../../shared/console/routes.ts';
import { getSettings } from '../../shared/core/people/siteRoutes.ts';
import { newSecret, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.ctx.database.write((tx) => [
    tx.delete(memberships),
    tx.delete(staff),
    tx.delete(sites),
    tx.delete(logs),
  ]);
});
afterEach(() => server.close());

const wizard = (code: string, more: object = {}) => {
  const { languages, theme, hours } = defaultSettings();
  return {
    code,
    owner: { name: 'Olga', email: 'Olga@shop.test', password: 'a long password' },
    site: {
      key: 'first',
      name: 'First',
      origins: ['https://first.test'],
      settings: { languages, theme, hours, greeting: { en: 'Hello' } },
    },
    ...more,
  };
};
const setUp = (body: ReturnType<typeof wizard>, address?: string) =>
  server.call(routes.setUp, { body, path: { site: 'none' }, ...(address && { address }) });

test('the printed code makes the first owner and site, once', async () => {
  const code = server.ctx.setupCode.issue();
  expect((await server.call(routes.checkSetupCode, { body: { code } })).status).toBe(200);
  const made = await setUp(wizard(code));
  expect(made.status).toBe(200);
  expect(made.body.me.memberships).toMatchObject([{ key: 'first', role: 'owner' }]);
  const cookie = made.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const { site } = made.body.me.memberships[0]!;
  expect((await server.call(routes.getSaved, { cookie, path: { site } })).status).toBe(200);
  const shown = await server.call(getSettings, {
    path: { site: 'first' },
    headers: { origin: 'https://first.test' },
  });
  expect(shown.body).toMatchObject({ name: 'First', greeting: { en: 'Hello' } });

  expect((await server.call(routes.checkSetupCode, { body: { code } })).status).toBe(403);
  expect((await setUp(wizard(code))).status).toBe(403);
  expect(await isEmptyInstallation(server.ctx)).toBe(false);
});

test('of two uses at once one makes the installation, and nothing of the other stays', async () => {
  const code = server.ctx.setupCode.issue();
  const one = wizard(code);
  const other = wizard(code, {
    site: { ...one.site, key: 'second' },
    owner: { ...one.owner, email: 'b@x.test' },
  });
  const replies = await Promise.all([setUp(one), setUp(other)]);
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await server.ctx.database.read.select().from(sites)).toHaveLength(1);
  expect(await server.ctx.database.read.select().from(staff)).toHaveLength(1);
});

test('without the code nothing can be set up, and guessing is slowed down', async () => {
  const code = server.ctx.setupCode.issue();
  const statuses: number[] = [];
  for (let index = 0; index < 12; index++) statuses.push((await setUp(wizard(newSecret()))).status);
  expect(statuses).toContain(403);
  expect(statuses.slice(6)).toEqual(statuses.slice(6).map(() => 429));
  expect(await isEmptyInstallation(server.ctx)).toBe(true);
  // The one who holds it is let through, from wherever.
  expect((await setUp(wizard(code), '198.51.100.9')).status).toBe(200);
});

test('a code that was never printed is nothing, and a new one ends the one before', async () => {
  expect((await setUp(wizard(''))).status).toBe(403);
  const old = server.ctx.setupCode.issue();
  server.ctx.setupCode.issue();
  expect((await setUp(wizard(old))).status).toBe(403);
});

test('what is wrong is named, and the code still works', async () => {
  const code = server.ctx.setupCode.issue();
  const { owner, site } = wizard(code);
  const reply = await setUp({
    ...wizard(code),
    owner: { ...owner, password: 'short' },
    site: { ...site, key: 'A B' },
  });
  expect(reply.body).toMatchObject({
    error: { fields: { 'owner.password': 'too_short', 'site.key': 'invalid' } },
  });
  expect((await setUp(wizard(code))).status).toBe(200);
});

test('an installation with somebody in it has no set-up, whatever the code', async () => {
  const used = await startTestServer();
  try {
    const code = used.ctx.setupCode.issue();
    const reply = await used.call(routes.setUp, { body: wizard(code), path: { site: 'none' } });
    expect(reply.status).toBe(403);
  } finally {
    await used.close();
  }
});
