import type { Context } from '../context.ts';
import type { FeatureItem, ModeratedKind, Reportable } from '../core/moderation/kind.ts';
import { reportsOf } from '../core/moderation/reports/queries.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { decide } from './moderating.ts';
import {
  countDecided,
  countIdeas,
  findIdea,
  findIdeas,
  type IdeaRow,
  listModerated,
} from './queries/ideas.ts';
import { moderatedReplies } from './replies/moderated.ts';
import { hasIdeas, ideaEvent, ideaPath, sectionName } from './rules.ts';
import { updateIdea } from './writes/ideas.ts';

const toItem = (site: Site, row: IdeaRow, reported: Awaited<ReturnType<typeof reportsOf>>): FeatureItem => ({
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
  ...reported(row.id),
  at: row.createdAt,
  editedAt: row.editedAt,
});

const toItems = async (ctx: Context, site: Site, rows: readonly IdeaRow[]): Promise<FeatureItem[]> => {
  // What was erased has nothing left to be seen.
  const shown = rows.filter(({ title }) => title !== '');
  const reported = await reportsOf(
    ctx,
    site.id,
    shown.map(({ id }) => id),
  );
  return shown.map((row) => toItem(site, row, reported));
};

const reportable = async (ctx: Context, site: Site, id: string): Promise<Reportable | null> => {
  const row = hasIdeas(site) ? await findIdea(ctx, site.id, id) : null;
  const isHeld = row?.state === 'waiting' && row.reason === 'reported';
  if (!row || (row.state !== 'public' && !isHeld)) return null;
  return {
    title: row.title,
    href: isHeld ? null : ideaPath(site.key, id, row.slug),
    state: isHeld ? 'held' : 'public',
    // Once it's on the roadmap, the team has looked.
    mayBeHeld: row.authorKind !== 'staff' && !row.vetted && row.status === 'new',
    events: (change) => [ideaEvent(change === 'held' ? 'held' : 'changed', id)],
    change: (tx, change) => [
      updateIdea(tx, site.id, id, {
        ...(change === 'held' ? { state: 'waiting', reason: 'reported' } : { state: 'public', reason: null }),
        updatedAt: ctx.clock.now(),
      }),
    ],
  };
};

const kindOfIdeas = (ctx: Context): ModeratedKind => ({
  kind: 'idea',
  list: async (site, query) => toItems(ctx, site, await listModerated(ctx, site.id, query)),
  find: async (site, ids) => toItems(ctx, site, await findIdeas(ctx, site.id, ids)),
  count: async (siteId) => ({
    waiting: await countIdeas(ctx, siteId, { state: 'waiting', withMerged: true }),
    reported: await countIdeas(ctx, siteId, { state: 'reported', withMerged: true }),
  }),
  histories: (siteId, visitors) => countDecided(ctx, siteId, visitors),
  reportable: (site, id) => reportable(ctx, site, id),
  decide: (site, ids, decision, reason) => decide(ctx, site, { ids: [...ids], decision }, reason),
});

/** Ideas and replies to them, as the one queue lists them and decides about them. */
export const moderatedIdeas = (ctx: Context): readonly ModeratedKind[] => [
  kindOfIdeas(ctx),
  moderatedReplies(ctx),
];
