import { askSettings } from '../../shared/ask/settings.ts';
import { askFacts } from './facts.ts';
import type { ServerFeature } from '../core/feature.ts';
import { askCommands } from './cli.ts';
import { mountAskPages } from './pages/mount.ts';
import { mountAsk } from './routes.ts';
import { questionSource } from './searchSource.ts';
import { mountAskForStaff } from './staffRoutes.ts';
import { questionWebhooks } from './webhooks.ts';
import { searchesByAge, votersByAge } from './queries/retention.ts';
import { mergeSearches, personalQuestions, personalSearches } from './queries/personalData.ts';

/** Questions of visitors, and the answers that the next visitor finds. */
export const ask: ServerFeature = {
  name: 'ask',
  settings: [askSettings],
  mount(api) {
    mountAsk(api);
    mountAskForStaff(api);
  },
  pages: mountAskPages,
  searchSources: (ctx) => [questionSource(ctx)],
  cli: askCommands,
  webhooks: questionWebhooks,
  facts: askFacts,
  accountMergers: [mergeSearches],
  personalData: [personalSearches, personalQuestions],
  retentions: [searchesByAge, votersByAge],
};
