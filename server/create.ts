import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { composeSiteSettings } from '../shared/siteSettings.ts';
import type { Config } from './config.ts';
import type { Context, Folders } from './context.ts';
import { coreFeatures } from './core/coreFeatures.ts';
import type { ServerContext, ServerFeature } from './core/feature.ts';
import { createResponseCache } from './core/http/cache/responseCache.ts';
import { createPageCache } from './core/http/cache/pageCache.ts';
import { combineSources } from './core/search/sources.ts';
import type { Work } from './core/jobs/work.ts';
import type { Projection } from './core/events/live.ts';
import { serverFeatures } from './features.ts';
import { systemClock } from './core/clock.ts';
import { createRenderer } from './core/content/renderer.ts';
import type { Database } from './core/db/database.ts';
import { migrate, readMigrations } from './core/db/migrate.ts';
import { openPostgres } from './core/db/postgres.ts';
import { openSqlite } from './core/db/sqlite.ts';
import { createWhereabouts } from './core/conversations/whereabouts.ts';
import { createBus } from './core/events/bus.ts';
import { createLiveHub, type LiveCaps } from './core/events/live.ts';
import { createMailer } from './core/mail/mailer.ts';
import { createPusher } from './core/push.ts';
import { createAddressReader } from './core/http/address.ts';
import { createLimiter } from './core/http/limits.ts';
import { createMetrics } from './core/http/metrics.ts';
import { createInstallations } from './core/people/sites/installations.ts';
import { createLoginThrottle } from './core/people/staff/loginThrottle.ts';
import { createSetupCode } from './core/people/staff/setupCode.ts';
import { createSiteDirectory, siteChanged } from './core/people/sites/sites.ts';
import { createEmbeddings } from './core/search/embeddings.ts';
import { createInProcessHost } from './core/search/inProcessHost.ts';
import { createSuggester } from './core/search/suggester.ts';
import { createWorkerHost } from './core/search/workerHost.ts';
import { createLogger } from './log.ts';
import { readSecrets } from './secrets.ts';

/** What a caller (a test, a benchmark) may bring instead of what the configuration says. */
export type Overrides = Partial<
  Pick<
    Context,
    | 'clock'
    | 'log'
    | 'database'
    | 'limiter'
    | 'renderer'
    | 'secrets'
    | 'loginThrottle'
    | 'metrics'
    | 'mailer'
    | 'pusher'
  >
> & {
  /** How many live streams may be open at once. */
  liveCaps?: LiveCaps;
  /** Addresses of the built worker threads; absent: the work is done on the event loop. */
  workers?: { markdown: URL; search: URL };
};

/** An SQLite file up to this size is checked before it is used, bytes: about a second. */
const checkedAtStart = 256 * 1024 * 1024;

const openDatabase = async (
  config: Config,
  clock: Context['clock'],
  log: Context['log'],
): Promise<Database> => {
  if (config.databaseUrl)
    return openPostgres(config.databaseUrl, clock, (err) => log.error({ err }, 'database connection'));
  mkdirSync(config.dataDirectory, { recursive: true, mode: 0o700 });
  const file = join(config.dataDirectory, 'foyer.sqlite');
  const database = openSqlite(file, clock);
  if (statSync(file).size <= checkedAtStart) {
    const result = database.client.pragma('quick_check(1)', { simple: true });
    if (result !== 'ok') {
      database.client.close();
      throw new Error(
        `${file} is damaged (${String(result)}). It hasn’t been changed. Restore a backup (see docs/operating.md).`,
      );
    }
  }
  return database;
};

const backUpBefore = (config: Config, database: Database) => async (): Promise<void> => {
  if (database.dialect !== 'sqlite') return;
  const name = `before-upgrade-${new Date().toISOString().replace(/[:.]/g, '-')}.sqlite`;
  const { backUpSqlite } = await import('./core/db/backup.ts');
  await backUpSqlite(database, join(config.dataDirectory, name));
};

/** The jobs of all features, bound to the context. @throws Error when two features have jobs of one kind */
const bindWork = (ctx: Context, features: readonly ServerFeature[]): Work => {
  const handlers: [string, Work['handlers'] extends ReadonlyMap<string, infer Handler> ? Handler : never][] =
    features.flatMap(({ jobs = {} }) =>
      Object.entries(jobs).map(([kind, handler]) => [kind, (job) => handler(ctx, job)]),
    );
  const kinds = new Map(handlers);
  if (kinds.size < handlers.length) throw new Error('two features have jobs of one kind');
  return {
    handlers: kinds,
    planners: features.flatMap(({ planners = [] }) =>
      planners.map((plan) => (siteId, batch) => plan(ctx, siteId, batch)),
    ),
    indexers: features.flatMap(({ indexers = [] }) => indexers),
  };
};

/**
 * Builds everything that handlers use, and brings the database up to date.
 * @param features what the server has besides its core: a test may add one of its own
 * @throws ConfigError, MigrationError, StorageError: nothing was started
 */
export const createContext = async (
  config: Config,
  folders: Folders,
  overrides: Overrides = {},
  features: readonly ServerFeature[] = serverFeatures,
): Promise<ServerContext> => {
  const all = [...coreFeatures, ...features];
  const clock = overrides.clock ?? systemClock;
  const log = overrides.log ?? createLogger(config.logLevel);
  const database = overrides.database ?? (await openDatabase(config, clock, log));
  const applied = await migrate(
    database,
    readMigrations(folders.migrations, database.dialect),
    backUpBefore(config, database),
  );
  if (applied.length) log.info({ applied }, 'database is up to date');

  const secrets = overrides.secrets ?? readSecrets(config.dataDirectory);
  const metrics = overrides.metrics ?? createMetrics();
  const fault = (kind: string) => (err: unknown) => {
    metrics.faults.inc({ kind });
    log.error({ err }, kind);
  };
  const settings = composeSiteSettings(all.flatMap((feature) => feature.settings ?? []));
  const bus = createBus(database.sendSignal);
  const limiter = overrides.limiter ?? createLimiter(clock);
  const renderer =
    overrides.renderer ??
    createRenderer(overrides.workers?.markdown ?? null, (reason, err) => {
      metrics.faults.inc({ kind: 'markdown' });
      log.warn({ err }, reason);
    });
  const search = createSuggester({
    database,
    bus,
    clock,
    host: overrides.workers
      ? createWorkerHost(overrides.workers.search, fault('search'))
      : createInProcessHost(),
    source: combineSources(all.flatMap((feature) => feature.searchSources?.({ database }) ?? [])),
    reranking: config.embeddings
      ? createEmbeddings({ endpoint: config.embeddings, database, clock, onError: fault('embeddings') })
      : undefined,
    onError: fault('search'),
  });

  const installations = createInstallations({ database, clock, limiter, onError: fault('installations') });

  // Parts that need the whole context get it when they are called: it is complete before the first call.
  const ctx = {} as ServerContext;
  const live = createLiveHub({
    database,
    bus,
    clock,
    metrics,
    ...(overrides.liveCaps && { caps: overrides.liveCaps }),
    project: async (siteId, batch, readers) => {
      const projections = new Map<number, Projection>();
      for (const feature of all)
        for (const [seq, projection] of (await feature.project?.(ctx, siteId, batch, readers)) ?? [])
          projections.set(seq, projection);
      return projections;
    },
    onError: fault('live'),
  });
  Object.assign(ctx, {
    config,
    folders,
    secrets,
    clock,
    log,
    metrics,
    database,
    bus,
    live,
    settings,
    sites: createSiteDirectory({ database, clock, settings }),
    readAddress: createAddressReader(config.trustedProxies),
    limiter,
    loginThrottle: overrides.loginThrottle ?? createLoginThrottle(clock, limiter),
    installations,
    setupCode: createSetupCode(),
    renderer,
    search,
    mailer: overrides.mailer ?? createMailer(config),
    pusher: overrides.pusher ?? createPusher(secrets.signing, `mailto:${config.mail.from}`),
    responseCache: createResponseCache(),
    pageCache: createPageCache({ bus, metrics }),
    listPrompts: async (site) =>
      (await Promise.all(all.map((feature) => feature.prompts?.(ctx, site) ?? []))).flat(),
    accountMergers: all.flatMap(({ accountMergers = [] }) => accountMergers),
    findNews: async (site) =>
      (await Promise.all(all.map((feature) => feature.news?.(ctx, site)))).find(Boolean) ?? null,
    whereabouts: createWhereabouts(bus, clock),
    work: bindWork(ctx, all),
    hasRoom: async (siteId) =>
      (await Promise.all(all.map((feature) => feature.hasRoom?.(ctx, siteId)))).some(Boolean),
    features,
    async close() {
      live.stop();
      ctx.mailer.close();
      await installations.close();
      await search.close();
      await renderer.close();
      await database.close();
    },
  } satisfies ServerContext);

  database.onCommit((site, events) => {
    // First: who is woken must not find the site as it was.
    if (events.some(({ kind }) => kind === siteChanged)) ctx.sites.forget(site);
    bus.wake(site);
  });
  if (database.dialect === 'postgres') {
    database.onForeignSignal(bus.takeForeign);
    database.onForeignWake((site) => {
      // What happened there is not said: it may be that the site was changed.
      ctx.sites.forget(site);
      bus.wake(site);
    });
  }

  return ctx;
};
