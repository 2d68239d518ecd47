import type { ServerFeature } from '../core/feature.ts';
import { incomingJob, incomingJobKind } from '../core/jobs/incomingJob.ts';
import { alertJobs } from './alerts.ts';
import { lookJob, trendChanged } from './job.ts';
import { personalTrendItems } from './personalData/queries.ts';
import { listBegun, mergeTrendItems, pruneItems } from './queries.ts';
import { mountTrends } from './routes.ts';
import { memory } from './watch/itemWindow.ts';

/** Trouble seen early: bursts of similar items, of whichever feature. */
export const trends: ServerFeature = {
  name: 'trends',
  mount: mountTrends,
  jobs: { [incomingJobKind]: lookJob, ...alertJobs },
  planners: [
    async (ctx, _, batch) => {
      const kinds = new Set(ctx.incoming.flatMap(({ events }) => events));
      return batch.some(({ kind }) => kinds.has(kind)) ? [incomingJob(ctx.clock.now())] : [];
    },
  ],
  // Carries nothing: whoever shows trends asks for them.
  project: async (_, __, batch) =>
    new Map(batch.filter(({ kind }) => kind === trendChanged).map(({ seq }) => [seq, { staff: {} }])),
  async prune(ctx, siteId) {
    await ctx.database.write((tx) => [pruneItems(tx, siteId, ctx.clock.now() - memory)]);
  },
  insights: (ctx) => ({
    topics: async (site, time, limit) =>
      (await listBegun(ctx, site.id, time, limit)).map(
        ({ id, language, words, people, items, usual, chance, startedAt }) => ({
          id,
          language,
          words,
          people,
          items,
          usual,
          chance,
          startedAt,
        }),
      ),
  }),
  accountMergers: [mergeTrendItems],
  personalData: [personalTrendItems],
};
