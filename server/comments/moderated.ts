import type { ModeratedState, ModerationDecision } from '../../shared/core/moderation/states.ts';
import type { FeatureItem, ModeratedKind } from '../core/moderation/kind.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { decideRows, toStaffViews } from './moderate.ts';
import { type CommentRow, countDecided, findComments } from './queries/comments.ts';
import { countWaiting, listForStaff } from './queries/moderation.ts';

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

/** Comments, as the one queue lists them and decides about them. */
export const moderatedComments = (ctx: Context): ModeratedKind => ({
  kind: 'comment',
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
