import { newId } from '../../shared/core/ids.ts';
import type { Context } from '../context.ts';
import { type ConversationRow, findConversation } from '../core/conversations/queries/conversations.ts';
import { notFound } from '../core/http/failure.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { voiceOf } from '../core/people/voice.ts';
import { publicIdeaRow } from './checks.ts';
import { listOfConversation } from './queries/details.ts';
import { findIdea, groupOf } from './queries/ideas.ts';
import { ideaEvent } from './rules.ts';
import { voterFollowId } from './voting.ts';
import { forgetVoter } from './writes/followers.ts';
import { deleteRequest, deleteVoteFor, insertRequest, insertVoteFor, recount } from './writes/votes.ts';

/** @throws Failure `not_found` */
export const requireConversation = async (ctx: Context, site: Site, id: string): Promise<ConversationRow> => {
  const row = await findConversation(ctx, site.id, id);
  if (!row) throw notFound();
  return row;
};

/**
 * Votes for an idea on behalf of a conversation's visitor, and keeps where they asked. Once a visitor, however many of
 * their conversations ask for it. Again, it is done already.
 */
export const voteFor = async (
  ctx: Context,
  site: Site,
  staffId: string,
  conversationId: string,
  ideaId: string,
): Promise<void> => {
  const { visitorId } = await requireConversation(ctx, site, conversationId);
  const idea = await publicIdeaRow(ctx, site, ideaId);
  const now = ctx.clock.now();
  const vote = { siteId: site.id, ideaId: idea.id, visitorId };
  // The team knows whose wish it is: the voice is the visitor's own.
  const origin = voiceOf(ctx, site.id, idea.id, {
    visitor: { id: visitorId },
    isTrusted: true,
    address: '',
  });
  await ctx.database.commit({
    site: site.id,
    events: [ideaEvent('voted', idea.id)],
    write: (tx) => [
      insertRequest(tx, { ...vote, id: newId(now), conversationId, staffId, at: now }),
      insertVoteFor(tx, { ...vote, origin, staffId, at: now }),
      recount(tx, site.id, idea.id),
    ],
  });
};

/** Takes back what {@link voteFor} did; a vote of the visitor's own stays. */
export const takeBackFor = async (
  ctx: Context,
  site: Site,
  conversationId: string,
  ideaId: string,
): Promise<void> => {
  const { visitorId } = await requireConversation(ctx, site, conversationId);
  const row = await findIdea(ctx, site.id, ideaId);
  if (!row) throw notFound();
  const root = row.mergedInto ?? row.id;
  const group = new Set(await groupOf(ctx, site.id, root));
  const linked = (await listOfConversation(ctx, site.id, conversationId)).filter((id) => group.has(id));
  if (linked.length === 0) return;
  await ctx.database.commit({
    site: site.id,
    events: [ideaEvent('recounted', root)],
    write: (tx) => [
      ...linked.flatMap((id) => [
        deleteRequest(tx, site.id, id, conversationId),
        deleteVoteFor(tx, { siteId: site.id, ideaId: id, visitorId }),
        forgetVoter(tx, site.id, voterFollowId(site.id, id, visitorId)),
      ]),
      recount(tx, site.id, root),
    ],
  });
};
