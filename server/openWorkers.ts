import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { createImageMaker } from './core/content/attachments/imageMaker.ts';
import { createMasker } from './core/content/masking/masker.ts';
import { createRenderer } from './core/content/renderer.ts';
import type { LiveCaps } from './core/events/liveTypes.ts';
import type { ServerFeature } from './core/feature.ts';
import { createMailReader } from './core/mail/reading/mailReader.ts';
import { createEmbeddings } from './core/search/embeddings.ts';
import { createInProcessHost } from './core/search/inProcessHost.ts';
import { createSavedIndexes } from './core/search/savedIndexes.ts';
import { combineSources } from './core/search/sources.ts';
import { createSuggester } from './core/search/suggester.ts';
import { createWorkerHost } from './core/search/workerHost.ts';

/** Parts that a caller (a test, a benchmark) may bring instead of what the configuration says. */
export type Overrides = Partial<
  Pick<
    Context,
    | 'clock'
    | 'log'
    | 'database'
    | 'limiter'
    | 'renderer'
    | 'images'
    | 'mailReader'
    | 'masker'
    | 'secrets'
    | 'readAssets'
    | 'loginThrottle'
    | 'metrics'
    | 'mailer'
    | 'pusher'
    | 'connector'
    | 'nameRecords'
    | 'consentProviders'
  >
> & {
  /** Caps on open live streams. */
  liveCaps?: Partial<LiveCaps>;
  /** Addresses of the built worker threads and processes; absent: the work is done on the event loop. */
  workers?: { markdown: URL; search: URL; images: URL; mail: URL; masking: URL };
};

/** Counts and logs what went wrong, by its kind. */
export const faultsOf =
  (metrics: Context['metrics'], log: Context['log']) =>
  (kind: string) =>
  (err: unknown): void => {
    metrics.faults.inc({ kind });
    log.error({ err }, kind);
  };

/** The renderer of Markdown, in a worker where there is one. */
const openRenderer = (overrides: Overrides, metrics: Context['metrics'], log: Context['log']) =>
  createRenderer(overrides.workers?.markdown ?? null, (reason, err) => {
    metrics.faults.inc({ kind: 'markdown' });
    log.warn({ err }, reason);
  });

/** Opens the picture maker, in a process of its own where there is one. */
const openImages = (overrides: Overrides, metrics: Context['metrics']) =>
  createImageMaker(overrides.workers?.images ?? null, (reason) => metrics.pictures.inc({ reason }));

/** Opens the mail reader, in a worker where there is one. */
const openMailReader = (overrides: Overrides, metrics: Context['metrics'], log: Context['log']) =>
  createMailReader(overrides.workers?.mail ?? null, (reason, err) => {
    metrics.faults.inc({ kind: 'mail reader' });
    log.warn({ err }, reason);
  });

/** Opens the masker of texts, in a worker where there is one. */
const openMasker = (overrides: Overrides, metrics: Context['metrics'], log: Context['log']) =>
  createMasker(overrides.workers?.masking ?? null, (reason, err) => {
    metrics.faults.inc({ kind: 'masking' });
    log.warn({ err }, reason);
  });

/** The search over what all features can be found by. */
const openSearch = (
  config: Config,
  all: readonly ServerFeature[],
  { database, bus, clock, connector }: Pick<Context, 'database' | 'bus' | 'clock' | 'connector'>,
  overrides: Overrides,
  fault: (kind: string) => (err: unknown) => void,
) =>
  createSuggester({
    database,
    bus,
    clock,
    host: overrides.workers
      ? createWorkerHost(overrides.workers.search, fault('search'))
      : createInProcessHost(),
    saved: createSavedIndexes(join(config.dataDirectory, 'search')),
    source: combineSources(all.flatMap((feature) => feature.searchSources?.({ database }) ?? [])),
    reranking: config.embeddings
      ? createEmbeddings({
          connector,
          endpoint: config.embeddings,
          database,
          clock,
          onError: fault('embeddings'),
        })
      : undefined,
    onError: fault('search'),
  });

/** Opens the workers that render, decode and search what people send. */
export const openWorkers = (
  config: Config,
  all: readonly ServerFeature[],
  around: Pick<Context, 'database' | 'bus' | 'clock' | 'connector' | 'metrics' | 'log'>,
  overrides: Overrides,
) => ({
  renderer: overrides.renderer ?? openRenderer(overrides, around.metrics, around.log),
  images: overrides.images ?? openImages(overrides, around.metrics),
  mailReader: overrides.mailReader ?? openMailReader(overrides, around.metrics, around.log),
  masker: overrides.masker ?? openMasker(overrides, around.metrics, around.log),
  search: openSearch(config, all, around, overrides, faultsOf(around.metrics, around.log)),
});
