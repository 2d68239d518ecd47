import type { Context } from '../context.ts';
import type { FeatureItem, ModeratedKind } from '../core/moderation/kind.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { decide } from './moderating.ts';
import { countDecided, countIdeas, findIdeas, type IdeaRow, listModerated } from './queries/ideas.ts';
import { ideaPath, sectionName } from './rules.ts';

const toItem = (site: Site, row: IdeaRow): FeatureItem => ({
  id: row.id,
  state: row.state,
  reason: row.state === 'waiting' ? row.reason : null,
  author: {
    name: row.authorName,
    kind: row.authorKind,
    verified: row.verified,
    email: null,
    visitorId: row.authorKind === 'visitor' ? row.authorId : null,
  },
  title: row.title,
  rich: row.rich,
  files: [],
  context: { title: sectionName(site, row.language), href: ideaPath(site.key, row.id, row.slug) },
  parent: null,
  reports: 0,
  reportReasons: [],
  at: row.createdAt,
  editedAt: row.editedAt,
});

/** Ideas, as the one queue lists them and decides about them. */
export const moderatedIdeas = (ctx: Context): ModeratedKind => ({
  kind: 'idea',
  list: async (site, { state, ...query }) =>
    state === 'reported'
      ? []
      : (await listModerated(ctx, site.id, { state, ...query })).map((row) => toItem(site, row)),
  find: async (site, ids) =>
    (await findIdeas(ctx, site.id, ids)).flatMap((row) => (row.title === '' ? [] : [toItem(site, row)])),
  count: async (siteId) => ({
    waiting: await countIdeas(ctx, siteId, { state: 'waiting', withMerged: true }),
    reported: 0,
  }),
  histories: (siteId, visitors) => countDecided(ctx, siteId, visitors),
  decide: (site, ids, decision) => decide(ctx, site, { ids: [...ids], decision }),
});
