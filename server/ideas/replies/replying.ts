import type { EditReplyBody, ReplyBody } from '../../../shared/ideas/schema.ts';
import type { StaffReplyBody } from '../../../shared/ideas/staffSchema.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Context } from '../../context.ts';
import { assertPresent } from '../../core/assertPresent.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import { readWriting, type Sender } from '../../core/moderation/writing.ts';
import { fingerprint } from '../../core/people/secrets.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { withdrawCopies } from '../../core/people/privacy/copies.ts';
import { refuseBlocked, type Visitor } from '../../core/people/visitors/visitor.ts';
import { insertVisitor } from '../../core/people/visitors/writes.ts';
import { publicIdeaRow, refuse } from '../checks.ts';
import { groupOf, type IdeaRow } from '../queries/ideas.ts';
import { holdModeOf, ideaEvent } from '../rules.ts';
import { updateIdea } from '../writes/ideas.ts';
import { findReply, listOwnReplies, type ReplyRow } from './queries.ts';
import { forgetReplyVersions, insertReply, keepReplyVersion, updateReply } from './writes.ts';

/* Replies to ideas: of visitors, who may change and take them away, and of the team. */

/** The same words of the same person within this time are a mistake, milliseconds. */
const repeatedWithin = 10 * 60_000;
/** Replies of one visitor to one idea. */
const maxOwn = 30;

const conflict = () => new Failure('conflict', 'This ID has already been used for something else.');

/** @throws Failure `invalid` with the field, for what was said a moment ago, or too often */
const refuseRepeated = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  idea: IdeaRow,
  body: string,
): Promise<void> => {
  const ideaIds = await groupOf(ctx, site.id, idea.id);
  const own = await listOwnReplies(ctx, site.id, { ideaIds, authorId: visitor.id });
  const since = ctx.clock.now() - repeatedWithin;
  if (own.some((row) => row.body === body && row.createdAt > since)) throw refuse('body', 'already_there');
  if (own.length >= maxOwn) throw refuse('body', 'too_many');
};

/**
 * Takes a visitor's reply to a public idea. The same id with the same text again changes nothing.
 * @throws Failure `not_found`, `forbidden`, `challenge`, `invalid` with the field, `conflict`
 */
export const addReply = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  ideaId: string,
  given: ReplyBody,
  sender: Sender,
): Promise<ReplyRow> => {
  const idea = await publicIdeaRow(ctx, site, ideaId);
  const print = fingerprint(idea.id, given.body, given.name);
  const before = await findReply(ctx, site.id, given.id);
  if (before) {
    if (before.authorId !== visitor.id || before.fingerprint !== print) throw conflict();
    return before;
  }
  refuseBlocked(visitor);
  await refuseRepeated(ctx, site, visitor, idea, given.body);
  const { rich, typedName, authorName, verified, state, reason } = await readWriting(ctx, site, visitor, {
    ...given,
    ...sender,
    mode: holdModeOf(site.settings.ideas.mode),
  });
  const now = ctx.clock.now();
  const isPublic = state === 'public';
  const { applied } = await ctx.database.commit({
    site: site.id,
    events: [
      ideaEvent(isPublic ? 'replied' : 'reply_held', given.id),
      ...(isPublic ? [ideaEvent('changed', idea.id)] : []),
    ],
    write: (tx) => [
      ...insertVisitor(tx, visitor, { name: typedName, language: given.language }, now),
      insertReply(tx, {
        ...{ siteId: site.id, id: given.id, ideaId: idea.id },
        ...{ authorKind: 'visitor', authorId: visitor.id, authorName, verified },
        ...{ state, reason, body: given.body, rich, createdAt: now, fingerprint: print },
      }),
      ...(isPublic ? [updateIdea(tx, site.id, idea.id, { updatedAt: now })] : []),
    ],
  });
  const made = await findReply(ctx, site.id, given.id);
  if (!made || (!applied && (made.authorId !== visitor.id || made.fingerprint !== print))) throw conflict();
  return made;
};

/** A visitor's own reply that nobody took away. @throws Failure `not_found` */
export const ownReply = async (ctx: Context, site: Site, visitor: Visitor, id: string): Promise<ReplyRow> => {
  const row = await findReply(ctx, site.id, id);
  const isOwn = row?.authorKind === 'visitor' && row.authorId === visitor.id;
  if (!isOwn || row.state === 'hidden') throw notFound();
  return row;
};

/** Changes a visitor's own reply: what it said is kept, and what was let through is looked at again. */
export const editReply = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  id: string,
  { body, took, solution }: EditReplyBody,
  sender: Sender,
): Promise<ReplyRow> => {
  const row = await ownReply(ctx, site, visitor, id);
  if (row.body === body) return row;
  refuseBlocked(visitor);
  await publicIdeaRow(ctx, site, row.ideaId);
  const { rich, state, reason } = await readWriting(ctx, site, visitor, {
    ...{ body, took, solution, name: row.authorName },
    ...{ mode: holdModeOf(site.settings.ideas.mode), edited: row.state },
    ...sender,
  });
  const now = ctx.clock.now();
  await ctx.database.commit({
    site: site.id,
    events: [
      ideaEvent(state === 'public' ? 'reply_changed' : 'reply_held', id),
      ideaEvent('changed', row.ideaId),
    ],
    write: (tx) => [
      keepReplyVersion(tx, { siteId: site.id, id: newId(now), replyId: id, body: row.body, at: now }),
      updateReply(tx, site.id, id, {
        ...{ body, rich, state, editedAt: now, vetted: false },
        ...(reason && { reason }),
      }),
    ],
  });
  return assertPresent(await findReply(ctx, site.id, id), 'it was just written');
};

/** The columns of a reply that its author deleted. */
export const emptiedReply = {
  state: 'hidden',
  reason: null,
  body: '',
  authorName: '',
} as const satisfies Partial<ReplyRow>;

/** Takes a visitor's own reply away, with what it said before. Again, it is gone already. */
export const deleteReply = async (ctx: Context, site: Site, visitor: Visitor, id: string): Promise<void> => {
  const row = await findReply(ctx, site.id, id);
  if (row?.state === 'hidden' && row.authorId === visitor.id) return;
  const { ideaId } = await ownReply(ctx, site, visitor, id);
  await ctx.database.commit({
    site: site.id,
    events: [ideaEvent('reply_changed', id), ideaEvent('changed', ideaId)],
    write: (tx) => [
      updateReply(tx, site.id, id, { ...emptiedReply, rich: [] }),
      forgetReplyVersions(tx, site.id, id),
      // The idea is told of with its replies.
      ...withdrawCopies(ctx, tx, site.id, [id, ideaId]),
    ],
  });
};

/** Adds a reply of the team's. The same id with the same text again changes nothing. */
export const replyAsStaff = async (
  ctx: Context,
  site: Site,
  staff: { id: string; name: string },
  ideaId: string,
  { id, body }: StaffReplyBody,
): Promise<void> => {
  const idea = await publicIdeaRow(ctx, site, ideaId);
  const print = fingerprint(idea.id, body);
  const now = ctx.clock.now();
  const rich = await ctx.renderer.render(body, { site: site.id, person: staff.id });
  const { applied } = await ctx.database.commit({
    site: site.id,
    events: [ideaEvent('replied', id), ideaEvent('changed', idea.id)],
    write: (tx) => [
      insertReply(tx, {
        ...{ siteId: site.id, id, ideaId: idea.id },
        ...{ authorKind: 'staff', authorId: staff.id, authorName: staff.name, verified: true },
        ...{ state: 'public', reason: null, body, rich, createdAt: now, fingerprint: print },
      }),
      updateIdea(tx, site.id, idea.id, { updatedAt: now }),
    ],
  });
  const made = await findReply(ctx, site.id, id);
  if (!made || (!applied && (made.authorId !== staff.id || made.fingerprint !== print))) throw conflict();
};
