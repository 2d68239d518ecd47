import type { FollowIdeaBody, OwnIdeaPart } from '../../shared/ideas/schema.ts';
import type { Context } from '../context.ts';
import { derivedId } from '../core/derivedId.ts';
import { isSameEmail } from '../core/emailAddress.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { originOf } from '../core/moderation/voice.ts';
import { refuseBlocked, type Visitor } from '../core/people/visitors/visitor.ts';
import { insertVisitor } from '../core/people/visitors/writes.ts';
import { publicIdeaRow } from './checks.ts';
import { listVotesOf } from './queries/details.ts';
import { findIdea, groupOf, type IdeaRow } from './queries/ideas.ts';
import { isOpenToChange } from './ownIdeas.ts';
import { listOwnReplies } from './replies/queries.ts';
import { toOwnReplyView } from './replies/views.ts';
import { ideaEvent } from './rules.ts';
import { forgetVoter, insertFollower } from './writes/followers.ts';
import { deleteVote, insertOwnVote, recount } from './writes/votes.ts';

/** The id under which a voter follows an idea: one press ends it for good. */
export const voterFollowId = (siteId: string, ideaId: string, visitorId: string): string =>
  derivedId(siteId, 'voter follows idea', ideaId, visitorId);

/** The part of an idea that is about one visitor. */
export const ownPartOf = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  row: IdeaRow,
): Promise<OwnIdeaPart> => {
  const ideaIds = await groupOf(ctx, site.id, row.id);
  const isAuthor = row.authorKind === 'visitor' && row.authorId === visitor.id;
  return {
    voted: (await listVotesOf(ctx, site.id, ideaIds, visitor.id)).length > 0,
    isAuthor,
    canEdit: isAuthor && isOpenToChange(row),
    replies: (await listOwnReplies(ctx, site.id, { ideaIds, authorId: visitor.id })).map(toOwnReplyView),
  };
};

/** Votes for an idea, or takes that back; once a person. @returns what it counts now */
export const vote = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  { value, language, address }: { value: boolean; language: string; address: string },
): Promise<{ voted: boolean; votes: number }> => {
  const row = await publicIdeaRow(ctx, site, id);
  refuseBlocked(visitor);
  const group = await groupOf(ctx, site.id, row.id);
  const before = visitor.isNew ? [] : await listVotesOf(ctx, site.id, group, visitor.id);
  // One that staff gave for them becomes their own by voting.
  const isDone = value ? before.some(({ staffId }) => staffId === null) : before.length === 0;
  if (isDone) return { voted: value, votes: row.votes };
  const now = ctx.clock.now();
  const { origin } = await originOf(ctx, site, visitor, row.id, address);
  await ctx.database.commit({
    site: site.id,
    events: [ideaEvent(value && before.length === 0 ? 'voted' : 'recounted', row.id)],
    write: (tx) => [
      ...(visitor.isNew ? insertVisitor(tx, visitor, { language }, now) : []),
      ...(value
        ? [
            insertOwnVote(tx, {
              siteId: site.id,
              ideaId: row.id,
              visitorId: visitor.id,
              origin,
              at: now,
            }),
          ]
        : // What was voted for before a merge is taken back there.
          group.flatMap((ideaId) => [
            deleteVote(tx, { siteId: site.id, ideaId, visitorId: visitor.id }),
            forgetVoter(tx, site.id, voterFollowId(site.id, ideaId, visitor.id)),
          ])),
      recount(tx, site.id, row.id),
    ],
  });
  return { voted: value, votes: (await findIdea(ctx, site.id, row.id))?.votes ?? row.votes };
};

/**
 * Notes that a visitor wants mails about an idea. An address that is theirs for certain needs no question; every other
 * is asked by mail first.
 * @returns true when mails come without that question
 */
export const follow = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  body: FollowIdeaBody,
): Promise<boolean> => {
  const row = await publicIdeaRow(ctx, site, id);
  refuseBlocked(visitor);
  const now = ctx.clock.now();
  const isTheirs = visitor.emailVerified && isSameEmail(body.email, visitor.email ?? '');
  await ctx.database.commit({
    site: site.id,
    events: [ideaEvent('followed', body.id)],
    write: (tx) => [
      insertFollower(tx, {
        siteId: site.id,
        ...body,
        ideaId: row.id,
        isVoter: false,
        confirmedAt: isTheirs ? now : null,
        createdAt: now,
      }),
    ],
  });
  return isTheirs;
};
