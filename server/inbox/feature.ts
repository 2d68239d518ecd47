import { inboxSettings } from '../../shared/inbox/settings.ts';
import type { ServerFeature } from '../core/feature.ts';
import { conversationActions } from './conversationActions.ts';
import { cannedReplyKnowledge, cannedReplySource } from './cannedReplySearch.ts';
import { assignJobs, planRounds } from './assign/jobs.ts';
import { listCandidates } from './assign/queries.ts';
import { mountAssignment } from './assign/routes.ts';
import { indexMessages, readMessages } from './indexMessages.ts';
import { mountInbox } from './routes.ts';
import { mountInboxSettings } from './settingsRoutes.ts';
import { inboxJobs } from './snoozeJobs.ts';
import { personalDrafts } from './queries/personalData.ts';

/** The list in which staff answer, and how conversations are given to them. */
export const inbox: ServerFeature = {
  name: 'inbox',
  settings: [inboxSettings],
  mount(api) {
    mountInbox(api);
    mountInboxSettings(api);
    mountAssignment(api);
  },
  jobs: { ...inboxJobs, ...assignJobs },
  planners: [planRounds, readMessages],
  indexers: [indexMessages],
  hasRoom: async (ctx, siteId) =>
    (await listCandidates(ctx, siteId, ['ask', 'chat', 'nps', 'mail'])).some(
      ({ load, capacity }) => load < capacity,
    ),
  conversationActions,
  personalData: [personalDrafts],
  searchSources: (ctx) => [cannedReplySource(ctx)],
  teamKnowledge: cannedReplyKnowledge,
};
