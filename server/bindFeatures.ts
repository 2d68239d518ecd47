import type { Context } from './context.ts';
import type { ServerFeature } from './core/feature.ts';
import type { QuestionSource } from './core/knowledge.ts';
import type { BoundFacts } from './core/facts/types.ts';
import type { BoundWebhooks } from './core/webhookTypes.ts';
import type { Work } from './core/jobs/work.ts';

/**
 * Binds everything features do besides their routes to the context. @throws Error when two features have jobs of one
 * kind
 */
export const bindFeatures = (
  ctx: Context,
  features: readonly ServerFeature[],
): Pick<
  Context,
  | 'work'
  | 'webhooks'
  | 'facts'
  | 'pruneFeatures'
  | 'listHomeNews'
  | 'listHomeLinks'
  | 'knowledge'
  | 'teamKnowledge'
  | 'questions'
  | 'moderated'
  | 'mailReplies'
  | 'incoming'
  | 'incidents'
  | 'conversationActions'
  | 'contactFacts'
  | 'insights'
  | 'timeline'
  | 'visitorTraits'
  | 'refusesMails'
  | 'keepFields'
> => ({
  knowledge: features.flatMap((feature) => feature.knowledge?.(ctx) ?? []),
  teamKnowledge: features.flatMap((feature) => feature.teamKnowledge?.(ctx) ?? []),
  questions: features.flatMap((feature): QuestionSource[] => {
    const source = feature.questions?.(ctx);
    return source ? [source] : [];
  }),
  moderated: features.flatMap((feature) => feature.moderated?.(ctx) ?? []),
  mailReplies: features.flatMap((feature) => feature.mailReplies?.(ctx) ?? []),
  incoming: features.flatMap(({ incoming }) => incoming ?? []),
  insights: features.flatMap((feature) => feature.insights?.(ctx) ?? []),
  incidents: features.find(({ incidents }) => incidents)?.incidents?.(ctx) ?? null,
  conversationActions: features.find((one) => one.conversationActions)?.conversationActions?.(ctx) ?? null,
  contactFacts: features.find((one) => one.contactFacts)?.contactFacts?.(ctx) ?? null,
  timeline: features.flatMap((feature) => feature.timeline?.(ctx) ?? []),
  visitorTraits: async (siteId, visitors) =>
    (await Promise.all(features.map((feature) => feature.traits?.(ctx, siteId, visitors) ?? []))).flat(),
  refusesMails: async (siteId, visitors) =>
    (
      await Promise.all(features.map((feature) => feature.refusesMails?.(ctx, siteId, visitors) ?? false))
    ).includes(true),
  keepFields: async (...given) =>
    (await features.find(({ keepFields }) => keepFields)?.keepFields?.(ctx, ...given)) ?? {
      write: () => [],
      refused: given[2].map(({ name }) => ({ name, reason: 'unknown' })),
    },
  listHomeNews: async (site, language) =>
    (await Promise.all(features.map((feature) => feature.homeNews?.(ctx, site, language) ?? []))).flat(),
  listHomeLinks: (site, language) =>
    features.flatMap((feature) => feature.homeLinks?.(ctx, site, language) ?? []),
  work: bindWork(ctx, features),
  webhooks: bindWebhooks(ctx, features),
  facts: bindFacts(ctx, features),
  pruneFeatures: async (siteId) => {
    for (const feature of features) await feature.prune?.(ctx, siteId);
  },
});

const bindWebhooks = (ctx: Context, features: readonly ServerFeature[]): BoundWebhooks => {
  const sources = features.flatMap(({ webhooks }) => webhooks ?? []);
  return {
    types: Object.assign({}, ...sources.map(({ types }) => types)),
    read: async (siteId, batch) =>
      (await Promise.all(sources.map((source) => source.read(ctx, siteId, batch))))
        .flat()
        .sort((one, other) => one.seq - other.seq),
  };
};

const bindFacts = (ctx: Context, features: readonly ServerFeature[]): BoundFacts => {
  const sources = features.flatMap(({ facts }) => facts ?? []);
  return {
    read: async (siteId, batch) =>
      (await Promise.all(sources.map((source) => source.read(ctx, siteId, batch)))).flat(),
    fill: (part, siteId, page) => sources[part]?.fill(ctx, siteId, page) ?? null,
  };
};

const bindWork = (ctx: Context, features: readonly ServerFeature[]): Work => {
  const handlers: [string, Work['handlers'] extends ReadonlyMap<string, infer Handler> ? Handler : never][] =
    features.flatMap(({ jobs = {} }) =>
      Object.entries(jobs).map(([kind, handler]) => [kind, (job) => handler(ctx, job)]),
    );
  const kinds = new Map(handlers);
  if (kinds.size < handlers.length) throw new Error('two features have jobs of one kind');
  return {
    handlers: kinds,
    notices: new Map(
      features.flatMap(({ notices = {} }) =>
        Object.entries(notices).map(([name, write]) => [
          name,
          (job: Parameters<typeof write>[1], language: string) => write(ctx, job, language),
        ]),
      ),
    ),
    planners: features.flatMap(({ planners = [] }) =>
      planners.map((plan) => (siteId, batch) => plan(ctx, siteId, batch)),
    ),
    recorders: features.flatMap(({ recorders = [] }) =>
      recorders.map((record) => (siteId, batch) => record(ctx, siteId, batch)),
    ),
    indexers: features.flatMap(({ indexers = [] }) => indexers),
  };
};
