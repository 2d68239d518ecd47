import { createSiteDirectory } from './core/people/sites/directory.ts';
import { composeSiteSettings } from '../shared/siteSettings.ts';
import type { Config } from './config.ts';
import type { Context, Folders } from './context.ts';
import { coreFeatures } from './core/coreFeatures.ts';
import type { ServerContext, ServerFeature } from './core/feature.ts';
import { createResponseCache } from './core/http/cache/responseCache.ts';
import { createPageCache } from './core/http/cache/pageCache.ts';
import type { Projection } from './core/events/liveTypes.ts';
import { serverFeatures } from './features.ts';
import { systemClock } from './core/clock.ts';
import type { Database } from './core/db/database.ts';
import { migrate, readMigrations } from './core/db/migrate.ts';
import { createProxyWatch } from './core/http/proxyWatch.ts';
import { createWhereabouts } from './core/conversations/whereabouts.ts';
import { type Bus, createBus } from './core/events/bus.ts';
import { createLiveHub } from './core/events/live.ts';
import { createMailer } from './core/mail/mailer.ts';
import { createConnector } from './core/net/connector.ts';
import { consentProviders as ourProviders } from './core/mail/consent/providers.ts';
import { createNameRecords } from './core/net/nameRecords.ts';
import { createPusher } from './core/push.ts';
import { readAssets } from './core/http/assets.ts';
import { createAddressReader } from './core/http/address.ts';
import { createLimiter } from './core/http/limits.ts';
import { createMetrics } from './core/http/metrics.ts';
import { createInstallations } from './core/people/sites/installations.ts';
import { createLoginThrottle } from './core/people/staff/loginThrottle.ts';
import { bindPersonalData } from './core/people/privacy/personalData.ts';
import { createTombstones } from './core/people/privacy/tombstones.ts';
import { bindRetention } from './core/people/retention/retention.ts';
import { createSetupCode } from './core/people/staff/setupCode.ts';
import { type Site, siteChanged } from './core/people/sites/sites.ts';
import { createLogger } from './log.ts';
import { readSecrets } from './secrets.ts';
import { bindFeatures } from './bindFeatures.ts';
import { faultsOf, openWorkers, type Overrides } from './openWorkers.ts';
import { openDatabase, backUpBefore } from './openDatabase.ts';

/** Migrates the database, with a backup before. */
const bringUpToDate = async (
  config: Config,
  folders: Folders,
  database: Database,
  log: Context['log'],
): Promise<void> => {
  const applied = await migrate(
    database,
    readMigrations(folders.migrations, database.dialect),
    backUpBefore(config, database),
  );
  if (applied.length) log.info({ applied }, 'database is up to date');
};

/** The sites, with the links that features have on their pages. */
const openSites = (
  all: readonly ServerFeature[],
  parts: Pick<Context, 'database' | 'clock' | 'settings'>,
): Context['sites'] =>
  createSiteDirectory({
    ...parts,
    pageLinks: (settings) => all.flatMap((feature) => feature.pageLinks?.(settings) ?? []),
  });

/** Personal data of all features, core's last, since it leads to the rest; and erased people. */
const privacyOf = (
  all: readonly ServerFeature[],
  ctx: Context,
  around: Parameters<typeof createTombstones>[0],
) => ({
  personalData: all.flatMap(({ personalData = [] }) =>
    personalData.map((data) => bindPersonalData(ctx, data)),
  ),
  retentions: all.flatMap(({ retentions = [] }) => retentions.map((kept) => bindRetention(ctx, kept))),
  listProcessors: async (site: Site) =>
    (await Promise.all(all.map((feature) => feature.processors?.(ctx, site) ?? []))).flat(),
  tombstones: createTombstones(around),
});

/** Projects events to live readers, as each feature says it. */
const projectBy =
  (all: readonly ServerFeature[], ctx: ServerContext): Parameters<typeof createLiveHub>[0]['project'] =>
  async (siteId, batch, readers) => {
    const projections = new Map<number, Projection>();
    for (const feature of all)
      for (const [seq, projection] of (await feature.project?.(ctx, siteId, batch, readers)) ?? [])
        projections.set(seq, projection);
    return projections;
  };

/** Wakes who waits for a site's log, for commits of this process and of others. */
const wakeOnCommits = (ctx: ServerContext, bus: Bus): void => {
  const { database } = ctx;
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
};

/** Mail, pushes and the names of the world: what leaves besides calls. */
const openWaysOut = (
  config: Config,
  { secrets, clock, connector }: Pick<Context, 'secrets' | 'clock' | 'connector'>,
  { mailer, pusher, nameRecords, consentProviders = ourProviders }: Overrides,
) => ({
  mailer: mailer ?? createMailer(config),
  consentProviders,
  pusher: pusher ?? createPusher(secrets.signing, `mailto:${config.mail.from}`, connector),
  // A test may say that there are none.
  nameRecords:
    nameRecords === undefined && config.mail.checksSenders ? createNameRecords(clock) : (nameRecords ?? null),
});

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
  await bringUpToDate(config, folders, database, log);

  const { secrets = readSecrets(config.dataDirectory), metrics = createMetrics() } = overrides;
  const fault = faultsOf(metrics, log);
  const settings = composeSiteSettings(all.flatMap((feature) => feature.settings ?? []));
  const bus = createBus(database.sendSignal);
  const limiter = overrides.limiter ?? createLimiter(clock);
  const connector = overrides.connector ?? createConnector(config.outside);
  const proxyWatch = createProxyWatch(log);
  const workers = openWorkers(config, all, { database, bus, clock, connector, metrics, log }, overrides);
  const installations = createInstallations({ database, clock, limiter, onError: fault('installations') });

  // Parts that need the whole context get it when they are called: it is complete before the first call.
  const ctx = {} as ServerContext;
  const live = createLiveHub({
    database,
    bus,
    metrics,
    ...(overrides.liveCaps && { caps: overrides.liveCaps }),
    project: projectBy(all, ctx),
    onError: fault('live'),
  });
  Object.assign(ctx, {
    config,
    folders,
    readAssets: overrides.readAssets ?? readAssets,
    secrets,
    clock,
    log,
    metrics,
    database,
    bus,
    live,
    settings,
    sites: openSites(all, { database, clock, settings }),
    readAddress: createAddressReader(config.trustedProxies, proxyWatch),
    proxyWatch,
    limiter,
    loginThrottle: overrides.loginThrottle ?? createLoginThrottle(clock, limiter),
    installations,
    setupCode: createSetupCode(),
    ...workers,
    connector,
    ...openWaysOut(config, { secrets, clock, connector }, overrides),
    responseCache: createResponseCache(),
    pageCache: createPageCache({ bus, metrics }),
    listPrompts: async (site) =>
      (await Promise.all(all.map((feature) => feature.prompts?.(ctx, site) ?? []))).flat(),
    accountMergers: all.flatMap(({ accountMergers = [] }) => accountMergers),
    ...privacyOf([...features, ...coreFeatures], ctx, { database, config, secrets }),
    findNews: async (site) =>
      (await Promise.all(all.map((feature) => feature.news?.(ctx, site)))).find(Boolean) ?? null,
    whereabouts: createWhereabouts(bus, clock),
    ...bindFeatures(ctx, all),
    hasRoom: async (siteId) =>
      (await Promise.all(all.map((feature) => feature.hasRoom?.(ctx, siteId)))).some(Boolean),
    features,
    async close() {
      live.stop();
      ctx.mailer.close();
      await installations.close();
      await Promise.all(Object.values(workers).map((worker) => worker.close()));
      await database.close();
    },
  } satisfies ServerContext);

  wakeOnCommits(ctx, bus);
  return ctx;
};
