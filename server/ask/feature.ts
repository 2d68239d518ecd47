import { askSettings } from '../../shared/ask/settings.ts';
import { askFacts } from './facts.ts';
import type { ServerFeature } from '../core/feature.ts';
import { gapInsights } from './gaps.ts';
import { incomingSearches } from './incoming.ts';
import { askedQuestions } from './askedQuestions.ts';
import { askCommands } from './cli.ts';
import { communityJobs, planAnswers } from './community/jobs.ts';
import { answersByMail } from './community/mailReplies.ts';
import { moderatedKnowledge } from './community/moderated.ts';
import { projectAnswers } from './community/project.ts';
import { mountCommunity } from './community/routes.ts';
import { mountCommunityForStaff } from './community/staffRoutes.ts';
import { mountAskPages } from './pages/mount.ts';
import { readQuestions } from './readQuestions.ts';
import { mountAsk } from './routes.ts';
import { questionSource } from './searchSource.ts';
import { mountAskForStaff } from './staffRoutes.ts';
import { questionWebhooks } from './webhooks.ts';
import { searchesByAge, voiceOriginsByAge, votersByAge } from './queries/retention.ts';
import {
  mergeAnswers,
  personalAnswers,
  personalQuestionFollows,
  personalVoices,
} from './queries/personalAnswers.ts';
import { mergeSearches, personalSearches } from './queries/personalData.ts';
import { mergeQuestions, personalQuestions } from './queries/personalQuestions.ts';
import { communityTimeline } from './queries/timeline.ts';

/** Questions of visitors, and the answers that the next visitor finds. */
export const ask: ServerFeature = {
  moderated: moderatedKnowledge,
  mailReplies: answersByMail,
  name: 'ask',
  settings: [askSettings],
  mount(api) {
    mountAsk(api);
    mountAskForStaff(api);
    mountCommunity(api);
    mountCommunityForStaff(api);
  },
  pages: mountAskPages,
  searchSources: (ctx) => [questionSource(ctx)],
  questions: askedQuestions,
  cli: askCommands,
  jobs: communityJobs,
  planners: [planAnswers, readQuestions],
  project: projectAnswers,
  webhooks: questionWebhooks,
  facts: askFacts,
  insights: gapInsights,
  incoming: incomingSearches,
  accountMergers: [mergeSearches, mergeQuestions, mergeAnswers],
  timeline: communityTimeline,
  personalData: [
    personalSearches,
    personalQuestions,
    personalAnswers,
    personalVoices,
    personalQuestionFollows,
  ],
  retentions: [searchesByAge, votersByAge, voiceOriginsByAge],
};
