import { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { Reaction } from '../../shared/announcements/kinds.ts';
import type { Context } from '../context.ts';
import type { AccountMerger } from '../core/people/visitors/accountMerger.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../core/db/database.ts';
import { conversations } from '../core/conversations/tables.ts';
import { visitors } from '../core/people/visitors/tables.ts';
import { staff } from '../core/people/staff/tables.ts';
import { announcementMarks, announcements, announcementUpdates } from './tables.ts';

type Reads = Pick<Context, 'database'>;
export type AnnouncementRow = typeof announcements.$inferSelect;
export type UpdateRow = typeof announcementUpdates.$inferSelect;
export type MarkRow = typeof announcementMarks.$inferSelect;

/** The newest that are shown to anybody; older ones have their page. */
const maxListed = 100;

const one = (siteId: string, id: string) => and(eq(announcements.siteId, siteId), eq(announcements.id, id));

/** Announcements published by an instant, the newest first. */
export const findPublished = (ctx: Reads, siteId: string, now: number): Promise<AnnouncementRow[]> =>
  ctx.database.read
    .select()
    .from(announcements)
    .where(
      and(
        eq(announcements.siteId, siteId),
        eq(announcements.isPublished, true),
        lte(announcements.publishAt, now),
      ),
    )
    .orderBy(desc(announcements.publishAt), desc(announcements.id))
    .limit(maxListed);

/** All of a site for its staff, the newest first. */
export const findAll = (ctx: Reads, siteId: string): Promise<AnnouncementRow[]> =>
  ctx.database.read
    .select()
    .from(announcements)
    .where(eq(announcements.siteId, siteId))
    .orderBy(desc(announcements.publishAt), desc(announcements.id))
    .limit(500);

export const findOne = async (ctx: Reads, siteId: string, id: string): Promise<AnnouncementRow | null> => {
  const [row] = await ctx.database.read.select().from(announcements).where(one(siteId, id)).limit(1);
  return row ?? null;
};

export const insertOne = (tx: Queries, row: AnnouncementRow): Statement =>
  tx.insert(announcements).values(row);
/** Writes over the revision that was read, and over no other. That it is over is said elsewhere, and stays. */
export const updateOne = (tx: Queries, { closedAt: _, ...row }: AnnouncementRow, read: number): Decisive =>
  decisive(
    tx
      .update(announcements)
      .set(row)
      .where(and(one(row.siteId, row.id), eq(announcements.revision, read))),
  );
export const removeOne = (
  tx: Queries,
  siteId: string,
  id: string,
  read: number,
): (Statement | Decisive)[] => [
  decisive(tx.delete(announcements).where(and(one(siteId, id), eq(announcements.revision, read)))),
  tx
    .delete(announcementUpdates)
    .where(and(eq(announcementUpdates.siteId, siteId), eq(announcementUpdates.announcementId, id))),
  tx
    .delete(announcementMarks)
    .where(and(eq(announcementMarks.siteId, siteId), eq(announcementMarks.announcementId, id))),
];
export const closeOne = (tx: Queries, siteId: string, id: string, at: number): Statement =>
  tx.update(announcements).set({ closedAt: at }).where(one(siteId, id));

/** Updates of incidents, the oldest first. */
export const findUpdates = (ctx: Reads, siteId: string, ids: string[]): Promise<UpdateRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : ctx.database.read
        .select()
        .from(announcementUpdates)
        .where(and(eq(announcementUpdates.siteId, siteId), inArray(announcementUpdates.announcementId, ids)))
        .orderBy(asc(announcementUpdates.at), asc(announcementUpdates.id));
export const insertUpdate = (tx: Queries, row: UpdateRow): Statement =>
  tx.insert(announcementUpdates).values(row).onConflictDoNothing();

export const findMarks = (ctx: Reads, siteId: string, visitorId: string): Promise<MarkRow[]> =>
  ctx.database.read
    .select()
    .from(announcementMarks)
    .where(and(eq(announcementMarks.siteId, siteId), eq(announcementMarks.visitorId, visitorId)))
    .orderBy(desc(announcementMarks.at))
    .limit(300);

/** Seen, once; a reaction and the wish to hear of its end are kept over it. */
export const saveMark = (tx: Queries, row: MarkRow): Statement => {
  const changed = {
    ...(row.reaction && { reaction: row.reaction }),
    ...(row.followedAt !== null && { followedAt: row.followedAt, email: row.email, language: row.language }),
  };
  const insert = tx.insert(announcementMarks).values(row);
  return Object.keys(changed).length === 0
    ? insert.onConflictDoNothing()
    : insert.onConflictDoUpdate({
        target: [announcementMarks.siteId, announcementMarks.announcementId, announcementMarks.visitorId],
        set: changed,
      });
};

/** See {@link AccountMerger}. */
export const mergeMarks: AccountMerger = (tx, siteId, visitor, account) => {
  const of = (id: string) => and(eq(announcementMarks.siteId, siteId), eq(announcementMarks.visitorId, id));
  return [
    tx
      .delete(announcementMarks)
      .where(
        and(
          of(visitor),
          sql`${announcementMarks.announcementId} in (select announcement_id from announcement_marks own where own.site_id = ${siteId} and own.visitor_id = ${account})`,
        ),
      ),
    tx.update(announcementMarks).set({ visitorId: account }).where(of(visitor)),
  ];
};

export const findFollowers = (ctx: Reads, siteId: string, id: string): Promise<MarkRow[]> =>
  ctx.database.read
    .select()
    .from(announcementMarks)
    .where(
      and(
        eq(announcementMarks.siteId, siteId),
        eq(announcementMarks.announcementId, id),
        isNotNull(announcementMarks.followedAt),
      ),
    );

/** The exposure kind that counts views of anonymous visitors, apart from prompts. */
export const viewKind = 'news_view';

export interface MarkCounts {
  seen: number;
  followers: number;
  reactions: Record<Reaction, number>;
}

/** Counts of each announcement's views, reactions and subscribers. */
export const countMarks = async (ctx: Reads, siteId: string): Promise<Map<string, MarkCounts>> => {
  const rows = await ctx.database.read
    .select({
      id: announcementMarks.announcementId,
      reaction: announcementMarks.reaction,
      seen: count().mapWith(Number),
      followers: count(announcementMarks.followedAt).mapWith(Number),
    })
    .from(announcementMarks)
    .where(eq(announcementMarks.siteId, siteId))
    .groupBy(announcementMarks.announcementId, announcementMarks.reaction);
  const counts = new Map<string, MarkCounts>();
  for (const { id, reaction, seen, followers } of rows) {
    const known = counts.get(id) ?? noMarks();
    known.seen += seen;
    known.followers += followers;
    if (reaction) known.reactions[reaction] += seen;
    counts.set(id, known);
  }
  return counts;
};
export const noMarks = (): MarkCounts => ({
  seen: 0,
  followers: 0,
  reactions: { useful: 0, neutral: 0, unhappy: 0 },
});

export const findFollower = async (
  ctx: Reads,
  siteId: string,
  id: string,
  visitorId: string,
): Promise<MarkRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(announcementMarks)
    .where(
      and(
        eq(announcementMarks.siteId, siteId),
        eq(announcementMarks.announcementId, id),
        eq(announcementMarks.visitorId, visitorId),
        isNotNull(announcementMarks.followedAt),
      ),
    );
  return row ?? null;
};

/** The conversation that a visitor began last, at or after an instant. */
export const findLatestConversation = async (
  ctx: Reads,
  siteId: string,
  visitorId: string,
  since: number,
) => {
  const [row] = await ctx.database.read
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.siteId, siteId),
        eq(conversations.visitorId, visitorId),
        gte(conversations.createdAt, since),
      ),
    )
    .orderBy(desc(conversations.createdAt))
    .limit(1);
  return row ?? null;
};

/** The address of a visitor who answered from it, or whose site signed it; null for what was only typed. */
export const findProvenEmail = async (
  ctx: Reads,
  siteId: string,
  visitorId: string,
): Promise<string | null> => {
  const [row] = await ctx.database.read
    .select({ email: visitors.email, at: visitors.emailVerifiedAt, isSigned: visitors.emailSigned })
    .from(visitors)
    .where(and(eq(visitors.siteId, siteId), eq(visitors.id, visitorId)));
  return row?.email && (row.isSigned || row.at !== null) ? row.email : null;
};

/** Links somebody who wrote of an incident; who asked to hear of its end keeps the address that they gave. */
export const linkReporter = (tx: Queries, row: MarkRow): Statement =>
  tx
    .insert(announcementMarks)
    .values(row)
    .onConflictDoUpdate({
      target: [announcementMarks.siteId, announcementMarks.announcementId, announcementMarks.visitorId],
      set: {
        followedAt: sql`coalesce(${announcementMarks.followedAt}, ${row.followedAt})`,
        conversationId: sql`coalesce(${announcementMarks.conversationId}, ${row.conversationId})`,
      },
    });

/** A site's incidents, the newest first: those that are open, and those that are over. */
export const listIncidents = (
  ctx: Reads,
  siteId: string,
  { isOpen, now, limit }: { isOpen: boolean; now: number; limit: number },
): Promise<AnnouncementRow[]> =>
  ctx.database.read
    .select()
    .from(announcements)
    .where(
      and(
        eq(announcements.siteId, siteId),
        eq(announcements.category, 'incident'),
        eq(announcements.isPublished, true),
        lte(announcements.publishAt, now),
        isOpen
          ? and(
              isNull(announcements.closedAt),
              or(isNull(announcements.expiresAt), gt(announcements.expiresAt, now)),
            )
          : or(isNotNull(announcements.closedAt), lte(announcements.expiresAt, now)),
      ),
    )
    .orderBy(desc(announcements.publishAt), desc(announcements.id))
    .limit(limit);

export const findSome = (ctx: Reads, siteId: string, ids: readonly string[]): Promise<AnnouncementRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : ctx.database.read
        .select()
        .from(announcements)
        .where(and(eq(announcements.siteId, siteId), inArray(announcements.id, [...ids])));

export const nameOfStaff = async (ctx: Reads, id: string): Promise<string> => {
  const [row] = await ctx.database.read.select({ name: staff.name }).from(staff).where(eq(staff.id, id));
  return row?.name ?? '';
};
