import type { ServerFeature } from '../core/feature.ts';
import { findInvitations } from './queries.ts';
import { mountInvitations } from './routes.ts';
import { promptOf } from './rules.ts';

/** Invitations to a conversation that a page shows unasked. */
export const invitations: ServerFeature = {
  name: 'invitations',
  mount: mountInvitations,
  prompts: async (ctx, site) =>
    (await findInvitations(ctx, site.id)).filter(({ rule }) => rule.on).map(promptOf),
};
