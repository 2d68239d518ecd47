import type { Context } from './context.ts';
import type { ServerFeature } from './core/feature.ts';
import type { Work } from './core/jobs/work.ts';

/** The jobs of all features, bound to the context. @throws Error when two features have jobs of one kind */
export const bindWork = (ctx: Context, features: readonly ServerFeature[]): Work => {
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
