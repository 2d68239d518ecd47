import { moderationSettingsPart } from '../../../shared/core/moderation/settings.ts';
import type { ServerFeature } from '../feature.ts';
import { moderationChanged } from './blocking.ts';
import { mergeBlocks, personalBlocks } from './personalData/queries.ts';
import { mountModeration } from './routes.ts';
import { pruneBlocks } from './writes.ts';

/** One core for what visitors write in public: rules, trust, blocks and the queue. */
export const moderation: ServerFeature = {
  name: 'moderation',
  settings: [moderationSettingsPart],
  mount: mountModeration,
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
  accountMergers: [mergeBlocks],
  personalData: [personalBlocks],
};
