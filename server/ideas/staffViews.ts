import type { ConversationIdeas, StaffIdea, StaffIdeaDetail } from '../../shared/ideas/staffSchema.ts';
import { isAtLeast, type Role } from '../../shared/core/people/roles.ts';
import type { Context } from '../context.ts';
import { notFound } from '../core/http/failure.ts';
import type { Site } from '../core/people/sites/sites.ts';
import {
  countRequests,
  listOfConversation,
  listRequests,
  listSteps,
  listVersions,
  staffNames,
} from './queries/details.ts';
import { findIdea, findIdeas, groupOf, type IdeaRow, listMerged } from './queries/ideas.ts';
import { listReplies, listReplyVersions } from './replies/queries.ts';
import { toReplyView } from './replies/views.ts';
import { hasIdeas, ideaPath } from './rules.ts';

/** Conversations that one idea lists. */
const maxConversations = 100;

/** Ideas as staff see them in a list. */
export const toStaffIdeas = async (
  ctx: Context,
  site: Site,
  rows: readonly IdeaRow[],
): Promise<StaffIdea[]> => {
  const requests = await countRequests(ctx, site.id, rows);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    details: row.details,
    rich: row.rich,
    language: row.language,
    author: row.authorName,
    verified: row.verified,
    state: row.state,
    reason: row.state === 'waiting' ? row.reason : null,
    status: row.status,
    note: row.note,
    noteRich: row.noteRich ?? [],
    votes: row.votes,
    conversations: requests.get(row.id) ?? 0,
    mergedInto: row.mergedInto,
    at: row.createdAt,
    editedAt: row.editedAt,
    path: ideaPath(site.key, row.id, row.slug),
  }));
};

/** An idea with all that staff know of it. @throws Failure `not_found` */
export const toDetail = async (
  ctx: Context,
  site: Site,
  id: string,
  role: Role,
): Promise<StaffIdeaDetail> => {
  const row = await findIdea(ctx, site.id, id);
  const [idea] = row ? await toStaffIdeas(ctx, site, [row]) : [];
  if (!row || !idea) throw notFound();
  const group = await groupOf(ctx, site.id, id);
  const [steps, versions, requests, merged, replies] = await Promise.all([
    listSteps(ctx, site.id, id),
    listVersions(ctx, site.id, id),
    // Who asked, and where, is private.
    isAtLeast(role, 'agent') ? listRequests(ctx, site.id, group, maxConversations) : [],
    listMerged(ctx, site.id, id),
    listReplies(ctx, site.id, group),
  ]);
  const names = await staffNames(
    ctx,
    [...steps, ...versions].flatMap(({ staffId }) => staffId ?? []),
  );
  // Without one of the team, its own author changed it.
  const by = (staffId: string | null): string =>
    staffId === null ? row.authorName : (names.get(staffId) ?? '');
  const before = await listReplyVersions(
    ctx,
    site.id,
    replies.map((reply) => reply.id),
  );
  return {
    idea,
    history: steps.map(({ id: step, status, note, noteRich, staffId, at }) => ({
      id: step,
      status,
      note,
      noteRich,
      by: by(staffId),
      at,
    })),
    versions: versions.map(({ id: version, title, details, staffId, at }) => ({
      id: version,
      title,
      details,
      by: by(staffId),
      at,
    })),
    conversations: requests.map(({ conversation, subject, visitor, email, by: name, at }) => ({
      conversation,
      subject: subject ?? '',
      visitor: visitor ?? email ?? '',
      by: name ?? '',
      at,
    })),
    replies: replies.map((reply) => ({
      ...toReplyView(reply),
      state: reply.state,
      reason: reply.state === 'waiting' ? reply.reason : null,
      versions: before.filter(({ replyId }) => replyId === reply.id).map(({ body, at }) => ({ body, at })),
    })),
    merged: merged.map(({ id: part, title, votes }) => ({ id: part, title, votes })),
  };
};

/** Ideas that were asked for in a conversation; what was merged stands as what it is part of. */
export const toConversationIdeas = async (
  ctx: Context,
  site: Site,
  conversationId: string,
): Promise<ConversationIdeas> => {
  const linked = await findIdeas(ctx, site.id, await listOfConversation(ctx, site.id, conversationId));
  const roots = await findIdeas(ctx, site.id, [
    ...new Set(linked.map(({ id, mergedInto }) => mergedInto ?? id)),
  ]);
  return {
    isOn: hasIdeas(site),
    ideas: roots.map(({ id, title, status, votes, slug }) => ({
      id,
      title,
      status,
      votes,
      path: ideaPath(site.key, id, slug),
    })),
  };
};
