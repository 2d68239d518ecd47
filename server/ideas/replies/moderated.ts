import type { HeldReason } from '../../../shared/core/heldReasons.ts';
import type { ModeratedState, ModerationDecision } from '../../../shared/core/moderation/states.ts';
import type { Context } from '../../context.ts';
import { excerpt } from '../../core/content/markdown.ts';
import type { FeatureItem, ModeratedKind, Reportable } from '../../core/moderation/kind.ts';
import { countReports, reportsOf } from '../../core/moderation/reports/queries.ts';
import { forgetReports } from '../../core/moderation/reports/writes.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { findIdea, findIdeas } from '../queries/ideas.ts';
import { hasIdeas, ideaEvent, ideaPath } from '../rules.ts';
import {
  countDecidedReplies,
  countModeratedReplies,
  findReplies,
  findReply,
  listModeratedReplies,
  type ReplyRow,
} from './queries.ts';
import { updateReply } from './writes.ts';

const toItems = async (ctx: Context, site: Site, rows: readonly ReplyRow[]): Promise<FeatureItem[]> => {
  const ideas = new Map(
    (await findIdeas(ctx, site.id, [...new Set(rows.map(({ ideaId }) => ideaId))])).map((row) => [
      row.id,
      row,
    ]),
  );
  const reported = await reportsOf(
    ctx,
    site.id,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const idea = ideas.get(row.ideaId);
    if (!idea || idea.title === '' || row.body === '') return [];
    return [
      {
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
        title: '',
        rich: row.rich,
        files: [],
        context: { title: idea.title, href: ideaPath(site.key, idea.id, idea.slug) },
        parent: null,
        ...reported(row.id),
        at: row.createdAt,
        editedAt: row.editedAt,
      },
    ];
  });
};

/** Code units of a reply's words by which its report names it. */
const titleLength = 80;

const reportable = async (ctx: Context, site: Site, id: string): Promise<Reportable | null> => {
  const row = hasIdeas(site) ? await findReply(ctx, site.id, id) : null;
  const idea = row && (await findIdea(ctx, site.id, row.ideaId));
  const isHeld = row?.state === 'waiting' && row.reason === 'reported';
  if (!row || idea?.state !== 'public' || (row.state !== 'public' && !isHeld)) return null;
  return {
    title: excerpt(row.rich, titleLength),
    href: `${ideaPath(site.key, idea.id, idea.slug)}${isHeld ? '' : `#reply-${id}`}`,
    state: isHeld ? 'held' : 'public',
    mayBeHeld: row.authorKind !== 'staff' && !row.vetted,
    events: (change) => [
      ideaEvent(change === 'held' ? 'reply_held' : 'reply_changed', id),
      ...(change === 'reported' ? [] : [ideaEvent('changed', idea.id)]),
    ],
    change: (tx, change) => [
      updateReply(
        tx,
        site.id,
        id,
        change === 'held' ? { state: 'waiting', reason: 'reported' } : { state: 'public', reason: null },
      ),
    ],
  };
};

const stateAfter: Record<ModerationDecision, ModeratedState> = {
  publish: 'public',
  hide: 'hidden',
  hold: 'waiting',
};

/** Takes a decision for several replies, each in a commit of its own. @returns the ids of those that it changed */
const decide = async (
  ctx: Context,
  site: Site,
  ids: readonly string[],
  decision: ModerationDecision,
  reason: HeldReason | null,
): Promise<string[]> => {
  const state = stateAfter[decision];
  const reported = await countReports(ctx, site.id, ids);
  const changed: string[] = [];
  for (const row of await findReplies(ctx, site.id, [...new Set(ids)])) {
    // What its author took away has nothing left to be seen.
    if (row.body === '' || (row.state === state && !reported.has(row.id))) continue;
    const isNews = state === 'public' && row.state !== 'public';
    await ctx.database.commit({
      site: site.id,
      events: [
        ideaEvent(isNews ? 'reply_published' : 'reply_changed', row.id),
        ideaEvent('changed', row.ideaId),
      ],
      write: (tx) => [
        updateReply(tx, site.id, row.id, {
          state,
          vetted: state === 'public',
          reason: state === 'waiting' ? reason : null,
        }),
        forgetReports(tx, site.id, row.id),
      ],
    });
    changed.push(row.id);
  }
  return changed;
};

/** Replies to ideas, as the one queue lists them and decides about them. */
export const moderatedReplies = (ctx: Context): ModeratedKind => ({
  kind: 'reply',
  list: async (site, query) => toItems(ctx, site, await listModeratedReplies(ctx, site.id, query)),
  find: async (site, ids) => toItems(ctx, site, await findReplies(ctx, site.id, ids)),
  count: async (siteId) => ({
    waiting: await countModeratedReplies(ctx, siteId, 'waiting'),
    reported: await countModeratedReplies(ctx, siteId, 'reported'),
  }),
  histories: (siteId, visitors) => countDecidedReplies(ctx, siteId, visitors),
  reportable: (site, id) => reportable(ctx, site, id),
  decide: (site, ids, decision, reason) => decide(ctx, site, ids, decision, reason ?? null),
});
