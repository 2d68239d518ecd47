import type { InboxConversation } from '../../../../shared/core/conversations/schema.ts';
import type { Context } from '../../../context.ts';
import { visitorsOf, labelsOf, namesOf, teamNamesOf } from './names.ts';
import { promiseOf, type ConversationRow } from './conversations.ts';
import { unreadOf } from './unread.ts';
import { ratedOn } from '../ratedOn.ts';

/** Rows as staff see them, in the given order. */
export const toStaffViews = async (
  ctx: Context,
  siteId: string,
  rows: ConversationRow[],
): Promise<InboxConversation[]> => {
  if (rows.length === 0) return [];
  const names = await namesOf(
    ctx,
    rows.flatMap((row) => [row.promiseOwnerId, row.assigneeId]),
  );
  const unread = await unreadOf(ctx, siteId, rows);
  const people = await visitorsOf(
    ctx,
    siteId,
    rows.map((row) => row.visitorId),
  );
  const byId = new Map(people.map((person) => [person.id, person]));
  const labelled = await labelsOf(
    ctx,
    siteId,
    rows.map((row) => row.id),
  );
  const teamNames = rows.some((row) => row.teamId)
    ? await teamNamesOf(ctx, siteId)
    : new Map<string, string>();
  return rows.map((row) => {
    const visitor = byId.get(row.visitorId);
    return {
      id: row.id,
      kind: row.kind,
      subject: row.subject,
      status: row.status,
      waitingFor: row.waitingFor,
      assignee: row.assigneeId ? { id: row.assigneeId, name: names.get(row.assigneeId) ?? '' } : null,
      team: row.teamId ? { id: row.teamId, name: teamNames.get(row.teamId) ?? '' } : null,
      priority: row.priority,
      labels: labelled.get(row.id) ?? [],
      snoozedUntil: row.snoozedUntil,
      ...(row.mergedInto && { mergedInto: row.mergedInto }),
      visitor: {
        id: row.visitorId,
        name: visitor?.name ?? '',
        email: visitor?.email ?? null,
        verified:
          visitor !== undefined &&
          visitor.subject !== null &&
          !visitor.subjectImported &&
          (visitor.email === null || visitor.emailSigned),
        attributes: visitor?.attributes ?? {},
        ...(visitor?.emailVerifiedAt != null && { emailAnswered: true }),
        ...(visitor?.blockedAt != null && { blocked: true }),
      },
      preview: row.preview,
      language: row.language,
      createdAt: row.createdAt,
      lastMessageAt: row.lastMessageAt,
      lastSeq: row.lastSeq,
      visitorSeen: row.visitorSeen,
      staffSeen: row.staffSeen,
      unread: unread.get(row.id) ?? 0,
      promise: promiseOf(row, names),
      page: row.pageUrl ? { url: row.pageUrl, title: row.pageTitle ?? '' } : null,
      held: row.held,
      visibility: row.visibility,
      category: row.category,
      published: row.questionId && row.publicPath ? { question: row.questionId, path: row.publicPath } : null,
      ...(row.rating && {
        rating: {
          score: row.rating,
          ...ratedOn({ ...row, rating: row.rating }),
          comment: row.ratingComment ?? '',
        },
      }),
      ...(row.intake && { intake: row.intake }),
    };
  });
};
