import { commentSettingsPart } from '../../shared/comments/settings.ts';
import { processorOf } from '../core/people/retention/processing/processors.ts';
import { commentFacts } from './facts.ts';
import { incomingComments } from './incoming.ts';
import type { ServerFeature } from '../core/feature.ts';
import { commentCommands } from './cli.ts';
import { mountFeeds } from './feeds.ts';
import { mountFollowPages } from './followPages.ts';
import { mountOnPage } from './onPage/routes.ts';
import { moderatedComments } from './moderated.ts';
import { commentJobs, planComments } from './jobs.ts';
import { mountCommentPages } from './pages.tsx';
import { projectComments } from './project.ts';
import { mergeComments } from './writes/accounts.ts';
import { mountComments } from './routes.ts';
import { mountCommentsForStaff } from './staffRoutes.ts';
import { commentWebhooks } from './webhooks.ts';
import { voteOriginsByAge } from './queries/retention.ts';
import { personalComments, personalFollows, personalVotes } from './queries/personalData.ts';
import { commentTimeline } from './queries/timeline.ts';

/** Visitors' words under the pages of the host site. */
export const comments: ServerFeature = {
  name: 'comments',
  settings: [commentSettingsPart],
  mount(api) {
    // First: its path would be a comment's.
    mountOnPage(api);
    mountComments(api);
    mountCommentsForStaff(api);
  },
  pages(app, ctx) {
    mountCommentPages(app, ctx);
    mountFeeds(app, ctx);
    mountFollowPages(app, ctx);
  },
  jobs: commentJobs,
  planners: [planComments],
  project: projectComments,
  accountMergers: [mergeComments],
  cli: commentCommands,
  webhooks: commentWebhooks,
  facts: commentFacts,
  incoming: incomingComments,
  moderated: moderatedComments,
  timeline: commentTimeline,
  personalData: [personalFollows, personalVotes, personalComments],
  processors: ({ config }) => processorOf('spam', config.spamCheckUrl),
  retentions: [voteOriginsByAge],
};
