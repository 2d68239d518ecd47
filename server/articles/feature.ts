import type { ServerFeature } from '../core/feature.ts';
import { articleCommands } from './cli.ts';
import { followBlock, followJobKind } from './blocks/following.ts';
import { articleFacts } from './facts.ts';
import { checkJobs } from './checking.ts';
import { articleKnowledge, articleSource, internalKnowledge } from './knowledge.ts';
import { mountArticlePages } from './pages/mount.ts';
import { personalArticles } from './personalData/queries.ts';
import { publishDue, publishJobKind } from './publishing.ts';
import { mountArticles } from './routes.ts';
import { mountArticlesForStaff } from './staffRoutes.ts';

/** The articles feature: texts the team writes for everybody, or for itself. */
export const articles: ServerFeature = {
  name: 'articles',
  mount(api) {
    mountArticles(api);
    mountArticlesForStaff(api);
  },
  pages: mountArticlePages,
  jobs: { [publishJobKind]: publishDue, [followJobKind]: followBlock, ...checkJobs },
  cli: articleCommands,
  facts: articleFacts,
  personalData: [personalArticles],
  knowledge: articleKnowledge,
  teamKnowledge: internalKnowledge,
  searchSources: (ctx) => [articleSource(ctx, 'public'), articleSource(ctx, 'internal')],
};
