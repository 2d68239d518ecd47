import { ideaSettings } from '../../shared/ideas/settings.ts';
import type { ServerFeature } from '../core/feature.ts';
import { ideaFacts } from './facts.ts';
import { ideaJobs, planIdeas } from './jobs.ts';
import { ideaKnowledge, ideaSource } from './knowledge.ts';
import { ideaHomeLinks, ideaPageLinks } from './homeLinks.ts';
import { mountIdeaPages } from './pages/mount.ts';
import {
  ideaOriginsByAge,
  mergeIdeaVotes,
  personalIdeaFollows,
  personalIdeaRequests,
  personalIdeas,
  personalIdeaVotes,
} from './personalData/queries.ts';
import { ideaTimeline } from './queries/timeline.ts';
import { moderatedIdeas } from './moderated.ts';
import { projectIdeas } from './project.ts';
import { mergeReplies, personalReplies } from './replies/personalData/queries.ts';
import { mountIdeas } from './routes.ts';
import { mountIdeasForStaff } from './staffRoutes.ts';
import { ideaWebhooks } from './webhooks.ts';

/** Ideas of visitors, votes for them, and what the team makes of them. */
export const ideas: ServerFeature = {
  moderated: moderatedIdeas,
  name: 'ideas',
  settings: [ideaSettings],
  mount(api) {
    mountIdeas(api);
    mountIdeasForStaff(api);
  },
  pages: mountIdeaPages,
  homeLinks: ideaHomeLinks,
  pageLinks: ideaPageLinks,
  knowledge: ideaKnowledge,
  searchSources: (ctx) => [ideaSource(ctx)],
  jobs: ideaJobs,
  planners: [planIdeas],
  project: projectIdeas,
  webhooks: ideaWebhooks,
  facts: ideaFacts,
  accountMergers: [mergeIdeaVotes, mergeReplies],
  timeline: ideaTimeline,
  personalData: [
    personalReplies,
    personalIdeas,
    personalIdeaVotes,
    personalIdeaRequests,
    personalIdeaFollows,
  ],
  retentions: [ideaOriginsByAge],
};
