import { moderationSettingsPart } from '../../../shared/core/moderation/settings.ts';
import type { ServerFeature } from '../feature.ts';
import { moderationChanged } from './blocking.ts';
import { mergeBlocks, personalBlocks } from './personalData/queries.ts';
import { mergeReports, personalReports, reportOriginsByAge } from './reports/personalData/queries.ts';
import { mountReportPages } from './reports/pages.tsx';
import { mountReports } from './reports/routes.ts';
import { mountModeration } from './routes.ts';
import { pruneBlocks } from './writes.ts';

/** One core for what visitors write in public: rules, trust, blocks and the queue. */
export const moderation: ServerFeature = {
  name: 'moderation',
  settings: [moderationSettingsPart],
  mount(api) {
    mountModeration(api);
    mountReports(api);
  },
  pages: mountReportPages,
  // Carries nothing: whoever shows the queue asks for it.
  project: async (_, __, batch) =>
    new Map(
      batch
        .filter(({ kind }) => kind === moderationChanged)
        .map(({ seq }) => [seq, { staff: {}, moderator: {} }]),
    ),
  async prune(ctx, siteId) {
    await ctx.database.write((tx) => [pruneBlocks(tx, siteId, ctx.clock.now())]);
  },
  accountMergers: [mergeBlocks, mergeReports],
  personalData: [personalBlocks, personalReports],
  retentions: [reportOriginsByAge],
};
