import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decisive } from '../../../server/core/db/database.ts';
import { sites } from '../../../server/core/people/sites/tables.ts';
import { startTestServer, type TestServer } from '../../helpers/server.ts';

let server: TestServer;
let woken: string[];
beforeEach(async () => {
  server = await startTestServer();
  woken = [];
  server.ctx.bus.onWake((site) => woken.push(site));
});
afterEach(() => server.close());

const rename = (name: string, revision: number, events = [{ kind: 'site.changed' }]) =>
  server.ctx.database.commit({
    site: server.site.id,
    events,
    write: (tx) => [
      decisive(
        tx
          .update(sites)
          .set({ name, revision })
          .where(eq(sites.revision, revision - 1)),
      ),
    ],
  });

test('a commit that wrote events has woken the site’s readers when it resolves, once each', async () => {
  const { revision } = server.site;
  const before = server.ctx.bus.version(server.site.id);
  await rename('One', revision + 1, [{ kind: 'a' }, { kind: 'b' }]);
  expect(woken).toEqual([server.site.id]);
  await rename('Two', revision + 2);
  expect(woken).toEqual([server.site.id, server.site.id]);
  expect(server.ctx.bus.version(server.site.id)).toBe(before + 2);
});

test('nobody is woken by what was not written, or has no event', async () => {
  const { revision } = server.site;
  expect((await rename('Too late', revision + 5)).applied).toBe(false);
  await rename('Unsaid', revision + 1, []);
  await server.ctx.database.write((tx) => [tx.update(sites).set({ name: 'Unsaid, too' })]);
  expect(woken).toEqual([]);
});

test('who is woken finds the site as it is now, not as it was looked up before', async () => {
  const { id, key, revision } = server.site;
  expect((await server.ctx.sites.byKey(key))?.name).toBe('Shop');
  const found: (string | undefined)[] = [];
  const reads: Promise<unknown>[] = [];
  server.ctx.bus.onWake((site) => {
    reads.push(server.ctx.sites.byId(site).then((row) => found.push(row?.name)));
    reads.push(server.ctx.sites.byKey(key).then((row) => found.push(row?.name)));
  });
  await rename('Renamed', revision + 1);
  await Promise.all(reads);
  expect(found).toEqual(['Renamed', 'Renamed']);
  expect((await server.ctx.sites.byId(id))?.name).toBe('Renamed');
});

test('commits of one batch wake each site that they are of', async () => {
  const { revision } = server.site;
  const commits = [1, 2, 3].map((step) => rename(`Step ${step}`, revision + step));
  await Promise.all(commits);
  expect(woken).toHaveLength(3);
});
