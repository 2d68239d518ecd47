import { createSite } from '../../server/core/people/sites/writes.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import type { Hono } from 'hono';
import { createApp } from '../../server/app.ts';
import { dialect, readConfig } from '../../server/config.ts';
import type { ServerContext, ServerFeature } from '../../server/core/feature.ts';
import type { Database } from '../../server/core/db/database.ts';
import type { Operation } from '../../server/core/http/mount.ts';
import { toResponse } from '../../server/core/http/cache/cachedResponse.ts';
import { findCached } from '../../server/core/http/cache/lookup.ts';
import { type AssetFolder, readAssets } from '../../server/core/http/assets.ts';
import { migrate, readMigrations } from '../../server/core/db/migrate.ts';
import { openPglite } from '../../server/core/db/pglite.ts';
import { openSqlite } from '../../server/core/db/sqlite.ts';
import type { Site } from '../../server/core/people/sites/sites.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { createContext } from '../../server/create.ts';
import type { Overrides } from '../../server/openWorkers.ts';
import { createLogger } from '../../server/log.ts';
import { fillPath, type Route } from '../../shared/core/route.ts';
import { newId, newSecret } from '../../shared/core/ids.ts';
import type { SiteSettings } from '../../shared/siteSettings.ts';
import { type TestClock, testClock } from './clock.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = {
  widget: join(root, 'dist/widget'),
  demoSite: join(root, 'demo-site'),
  migrations: join(root, 'server/migrations'),
};
export const publicUrl = 'http://help.test';
export const siteOrigin = 'https://www.shop.test';
export const password = 'correct horse battery';

/** Starting PGlite takes seconds: one a test file, emptied for each test. */
let pglite: Promise<PGlite> | undefined;

const openEmptyPglite = async (clock: TestClock): Promise<Database> => {
  const client = await (pglite ??= PGlite.create());
  // Emptied, not made anew: bringing the schema up to date takes longer than most tests.
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migrations'",
  );
  await client.exec(rows.map(({ name }) => `delete from "${name}";`).join(' '));
  return { ...openPglite(client, clock), close: async () => {} };
};

/** The bytes of an empty SQLite database with its schema. */
let emptySqlite: Promise<Buffer> | undefined;

const makeEmptySqlite = async (clock: TestClock): Promise<Buffer> => {
  const made = openSqlite(':memory:', clock);
  await migrate(made, readMigrations(folders.migrations, 'sqlite'), async () => {});
  const bytes = made.client.serialize();
  await made.close();
  return bytes;
};

/** An empty database in memory, of the engine that this run is for. */
export const openTestDatabase = async (clock: TestClock): Promise<Database> =>
  dialect === 'postgres'
    ? openEmptyPglite(clock)
    : openSqlite(Buffer.from(await (emptySqlite ??= makeEmptySqlite(clock))), clock);

/** Folders of assets: what is built does not change while tests run, so each is read once. */
const assetFolders = new Map<string, AssetFolder>();
const readAssetsOnce = (folder: string): AssetFolder => {
  const found = assetFolders.get(folder) ?? readAssets(folder);
  assetFolders.set(folder, found);
  return found;
};

export interface TestServer {
  ctx: ServerContext;
  app: Hono;
  /** Every route that is mounted. */
  operations: readonly Operation[];
  clock: TestClock;
  site: Site;
  /** Lines that were logged. */
  logged: string[];
  /** Sends a request as a browser on the site's page would, unless headers say otherwise. */
  request(method: string, path: string, options?: RequestOptions): Promise<Response>;
  /** Calls a route of the contract. */
  call<Body, Reply, Query>(
    route: Route<Body, Reply, Query>,
    options?: CallOptions<Body, Query>,
  ): Promise<{ status: number; body: Reply; headers: Headers }>;
  /** Logs in a member of staff. @returns the cookie header */
  logIn(email?: string): Promise<string>;
  close(): Promise<void>;
}

export interface RequestOptions {
  body?: unknown;
  headers?: Record<string, string>;
  address?: string;
  signal?: AbortSignal;
}

export interface CallOptions<Body, Query> extends RequestOptions {
  path?: Record<string, string>;
  query?: Query;
  body?: Body;
  /** The visitor's secret. */
  secret?: string;
  /** The staff's cookie: the call is made from our own origin. */
  cookie?: string;
}

/** A server with one site (`shop`) and one agent, answering requests without a network. */
export const startTestServer = async (
  options: {
    settings?: Partial<SiteSettings>;
    overrides?: Overrides;
    environment?: Record<string, string>;
    /** The server's features besides its core; absent for all. */
    features?: readonly ServerFeature[];
  } = {},
): Promise<TestServer> => {
  const clock = testClock();
  const folder = mkdtempSync(join(tmpdir(), 'foyer-test-'));
  const logged: string[] = [];
  const ctx = await createContext(
    readConfig({ PUBLIC_URL: publicUrl, DATA_DIR: folder, ...options.environment }),
    folders,
    {
      clock,
      log: createLogger('info', { write: (line) => void logged.push(line) }),
      readAssets: readAssetsOnce,
      database: options.overrides?.database ?? (await openTestDatabase(clock)),
      // No test asks the world's names.
      nameRecords: null,
      ...options.overrides,
    },
    options.features,
  );
  const siteId = await createSite(ctx, {
    key: 'shop',
    name: 'Shop',
    origins: [siteOrigin],
    ...(options.settings && { settings: options.settings }),
  });
  const site = (await ctx.sites.byId(siteId!))!;
  await createStaff(ctx, {
    site: site.id,
    email: 'ada@shop.test',
    name: 'Ada Agent',
    password,
    role: 'agent',
  });
  let operations: readonly Operation[] = [];
  const app = createApp(ctx, (api) => {
    operations = api.operations;
  });

  const request: TestServer['request'] = async (
    method,
    path,
    { body, headers = {}, address = '203.0.113.7', signal } = {},
  ) => {
    const given: Record<string, string> = { origin: siteOrigin, ...headers };
    for (const [name, value] of Object.entries(given)) if (value === '') delete given[name];
    const isSentAsIs = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
    const text = isSentAsIs ? body : JSON.stringify(body);
    if (text !== undefined && !('content-type' in given)) given['content-type'] = 'application/json';
    const asked = { address: publicUrl + path, read: (name: string) => given[name] };
    const kept = method === 'GET' ? findCached(ctx, asked) : null;
    if (kept) return toResponse(asked.read, kept);
    return app.request(
      new Request(publicUrl + path, {
        method,
        headers: given,
        ...(text !== undefined && { body: text as string }),
        ...(signal && { signal }),
      }),
      undefined,
      { incoming: { socket: { remoteAddress: address } } },
    );
  };

  return {
    ctx,
    app,
    operations,
    clock,
    site,
    logged,
    request,
    async call(route, given = {}) {
      const forStaff = /^\/api\/(?:inbox|staff|console|setup)/.test(route.path);
      const path = fillPath(route.path, { site: forStaff ? site.id : 'shop', ...given.path });
      const query = given.query
        ? `?${new URLSearchParams(Object.entries(given.query as object).filter(([, value]) => value !== undefined))}`
        : '';
      const response = await request(route.method, path + query, {
        ...given,
        headers: {
          ...(forStaff && { origin: publicUrl }),
          ...(given.secret && { authorization: `Bearer ${given.secret}` }),
          ...(given.cookie && { cookie: given.cookie }),
          ...given.headers,
        },
      });
      return { status: response.status, body: (await response.json()) as never, headers: response.headers };
    },
    async logIn(email = 'ada@shop.test') {
      const response = await request('POST', '/api/staff/login', {
        body: { email, password },
        headers: { origin: publicUrl },
      });
      if (response.status !== 200) throw new Error(`login answered ${response.status}`);
      return response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    },
    async close() {
      await ctx.close();
      rmSync(folder, { recursive: true, force: true });
      // It would be tried again for ever, and show as nothing but what never happens. A process that a test lets die is
      // another matter.
      const unread = logged.find(
        (line) =>
          line.includes('the log could not be read for jobs') && !line.includes('"type":"StorageError"'),
      );
      if (unread) throw new Error(unread);
    },
  };
};

/** A question as a browser would send it. */
export const question = (more: Record<string, unknown> = {}) => ({
  id: newId(),
  title: 'Do you ship to Norway?',
  visibility: 'private' as const,
  language: 'en',
  ...more,
});

export { newId, newSecret };
