import type { ModeratedState, ModerationDecision } from '../../shared/core/moderation/states.ts';
import type { FeatureItem, ModeratedKind, Reportable } from '../core/moderation/kind.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { decideRows, toStaffViews } from './moderate.ts';
import { excerpt } from '../core/content/markdown.ts';
import { findPages } from './queries/pages.ts';
import { type CommentRow, countDecided, findComment, findComments } from './queries/comments.ts';
import { countWaiting, listForStaff } from './queries/moderation.ts';
import { changeComment, recount } from './writes/comments.ts';
import { countReport } from './writes/votes.ts';
import { commentEvent } from './writing/checks.ts';

/** The queue's word for a comment's state. */
const queueWord: Record<Exclude<CommentRow['state'], 'deleted'>, ModeratedState> = {
  pending: 'waiting',
  approved: 'public',
  spam: 'hidden',
};

const ownWord = { waiting: 'pending', reported: 'reported', public: 'approved', hidden: 'spam' } as const;

const stateOf: Record<ModerationDecision, CommentRow['state']> = {
  publish: 'approved',
  hide: 'spam',
  hold: 'pending',
};

const toItems = async (ctx: Context, site: Site, rows: readonly CommentRow[]): Promise<FeatureItem[]> => {
  const authors = new Map(rows.map(({ id, authorKind, authorId }) => [id, { authorKind, authorId }]));
  return (await toStaffViews(ctx, site, rows)).flatMap((view) => {
    if (view.state === 'deleted') return [];
    const { id, state, reason, author, email, rich, files, reports, reportReasons, at, editedAt } = view;
    const known = authors.get(id);
    return [
      {
        ...{ id, rich, files, reports, reportReasons, at, editedAt },
        state: queueWord[state],
        reason: state === 'pending' ? reason : null,
        author: {
          ...author,
          email,
          visitorId: known?.authorKind === 'visitor' ? known.authorId : null,
        },
        title: '',
        context: { title: view.page.title || view.page.url, href: `${view.page.url}#foyer-comment-${id}` },
        parent: view.parent && { name: view.parent.name, excerpt: view.parent.excerpt },
      },
    ];
  });
};

/** Code units of a comment's words by which its report names it. */
const titleLength = 80;

const reportable = async (ctx: Context, site: Site, id: string): Promise<Reportable | null> => {
  const row = site.settings.features.comments ? await findComment(ctx, site.id, id) : null;
  const isHeld = row?.state === 'pending' && row.reason === 'reported';
  if (!row || (row.state !== 'approved' && !isHeld)) return null;
  const [page] = await findPages(ctx, site.id, [row.pageId]);
  const event = { reported: 'changed', held: 'held', shown: 'approved' } as const;
  return {
    title: excerpt(row.rich, titleLength),
    href: page && !isHeld ? `${page.url}#foyer-comment-${id}` : null,
    state: isHeld ? 'held' : 'public',
    mayBeHeld: row.authorKind !== 'staff' && !row.vetted,
    events: (change) => [commentEvent(event[change], id)],
    change: (tx, change, seq) => [
      changeComment(tx, site.id, id, {
        ...(change === 'held'
          ? { state: 'pending', reason: 'reported' }
          : { state: 'approved', reason: null }),
        seq,
      }),
      ...recount(tx, site.id, row.pageId, [row.rootId], seq),
    ],
    count: (tx, by) => [countReport(tx, site.id, id, by)],
  };
};

const kindOfComments = (ctx: Context): ModeratedKind => ({
  kind: 'comment',
  reportable: (site, id) => reportable(ctx, site, id),
  list: async (site, { state, search = '', author, after, limit }) =>
    toItems(
      ctx,
      site,
      await listForStaff(ctx, site.id, { state: ownWord[state], search, author, after, max: limit }),
    ),
  find: async (site, ids) => toItems(ctx, site, await findComments(ctx, site.id, [...ids])),
  async count(siteId) {
    const { pending, reported } = await countWaiting(ctx, siteId);
    return { waiting: pending, reported };
  },
  histories: (siteId, visitors) => countDecided(ctx, siteId, [...visitors]),
  decide: (site, ids, decision, reason) => decideRows(ctx, site, ids, stateOf[decision], reason ?? 'always'),
});

/** Comments, as the one queue lists them and decides about them. */
export const moderatedComments = (ctx: Context): readonly ModeratedKind[] => [kindOfComments(ctx)];
