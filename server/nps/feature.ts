import { npsFacts } from './facts.ts';
import type { ServerFeature } from '../core/feature.ts';
import { mountSurveyAnswerPages } from './pages.tsx';
import { findSurveys, mergeResponses } from './queries.ts';
import { mountNps } from './routes.ts';
import { promptOf } from './rules.ts';
import { mountNpsForStaff } from './staffRoutes.ts';
import { surveyWebhooks } from './webhooks.ts';
import { personalResponses } from './personalData/queries.ts';
import { scoreTraits } from './traits/queries.ts';
import { responseTimeline } from './timeline/queries.ts';

/** Surveys of how likely visitors are to recommend the site. */
export const nps: ServerFeature = {
  name: 'nps',
  mount(api) {
    mountNps(api);
    mountNpsForStaff(api);
  },
  pages: mountSurveyAnswerPages,
  prompts: async (ctx, site) => (await findSurveys(ctx, site.id)).filter(({ rule }) => rule.on).map(promptOf),
  accountMergers: [mergeResponses],
  webhooks: surveyWebhooks,
  facts: npsFacts,
  timeline: responseTimeline,
  traits: scoreTraits,
  personalData: [personalResponses],
};
