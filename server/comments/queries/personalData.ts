import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { attachments } from '../../core/content/attachments/tables.ts';
import { canonicalEmail } from '../../core/emailAddress.ts';
import { batchSize, type Person } from '../../core/people/privacy/person.ts';
import type { PersonalData } from '../../core/people/privacy/personalData.ts';
import { eachText, isOneOf, pageOfRows, personalTable } from '../../core/people/privacy/queries/rows.ts';
import { commentFollowers, comments, commentVotes } from '../tables.ts';
import { changeComment, forgetVersions, recount } from '../writes/comments.ts';
import { commentEvent } from '../writing/checks.ts';
import { emptied } from '../writing/own.ts';

export const commentTable = {
  kind: 'comments',
  table: comments,
  key: comments.id,
  of: ({ visitors, emails }: Person) =>
    or(
      and(eq(comments.authorKind, 'visitor'), isOneOf(comments.authorId, visitors)),
      // Another system knew them by their address alone.
      and(
        eq(comments.authorKind, 'imported'),
        emails.length ? sql`lower(${comments.email}) in ${emails}` : sql`1 = 0`,
      ),
    ),
  without: ['fingerprint', 'seq', 'place', 'vetted', 'extra'],
} as const;

/** The fingerprint of an erased comment for imports: nothing can be brought up to date with it. */
export const erasedFingerprint = 'erased';

/** A person's comments: their place in the thread stays for those who replied, without words, name or pictures. */
export const personalComments: PersonalData = {
  ...personalTable(commentTable),
  // Whoever has commented stays the one who may change it.
  ties: {
    visitor: sql`exists (select 1 from comments own where own.site_id = visitors.site_id and own.author_id = visitors.id)`,
  },
  async *addresses(ctx, siteId) {
    for await (const email of eachText(ctx, comments, comments.email, siteId)) yield canonicalEmail(email);
  },
  async erase(ctx, person) {
    const { siteId } = person;
    const page = await pageOfRows(ctx, commentTable, person, '', batchSize / 10);
    if (page.length === 0) return null;
    const rows = page.map(({ row }) => row);
    const ids = rows.map(({ id }) => id);
    const carried = await ctx.database.read
      .select({ id: attachments.id })
      .from(attachments)
      .where(and(eq(attachments.siteId, siteId), inArray(attachments.messageId, ids)));
    const pages = [...new Set(rows.map(({ pageId }) => pageId))];
    return {
      files: carried.map(({ id }) => id),
      copies: ids,
      events: ids.map((id) => commentEvent('changed', id)),
      write: (tx, seq) => [
        tx
          .delete(attachments)
          .where(and(eq(attachments.siteId, siteId), inArray(attachments.messageId, ids))),
        forgetVersions(tx, siteId, ids),
        ...rows.map(({ id, state, authorKind }, place) =>
          changeComment(tx, siteId, id, {
            ...emptied,
            rich: [],
            authorKind,
            authorId: null,
            verified: false,
            extra: null,
            fingerprint: erasedFingerprint,
            ...(state === 'approved' && { seq: seq + place }),
          }),
        ),
        ...pages.flatMap((pageId) =>
          recount(
            tx,
            siteId,
            pageId,
            [...new Set(rows.filter((row) => row.pageId === pageId).map(({ rootId }) => rootId))],
            seq + rows.length - 1,
          ),
        ),
      ],
    };
  },
};

export const voteTable = {
  kind: 'votes',
  table: commentVotes,
  key: sql<string>`${commentVotes.commentId} || ' ' || ${commentVotes.visitorId}`,
  of: ({ visitors }: Person) => isOneOf(commentVotes.visitorId, visitors),
  without: ['origin'],
} as const;

/** A comment's votes as they are counted now, put into what it is counted from: whose they were is not needed then. */
const settled = (siteId: string) => {
  const left = (value: number) =>
    sql`(select count(distinct vote.origin) from comment_votes vote where vote.site_id = ${siteId} and vote.comment_id = ${comments.id} and vote.value = ${value})`;
  return { baseUp: sql`${comments.up} - ${left(1)}`, baseDown: sql`${comments.down} - ${left(-1)}` };
};

/** A person's votes: the numbers beside the comments stay. */
export const personalVotes: PersonalData = {
  ...personalTable(voteTable),
  async erase(ctx, person) {
    const { siteId } = person;
    const votes = await pageOfRows(ctx, voteTable, person);
    if (votes.length === 0) return null;
    const voted = [...new Set(votes.map(({ row }) => row.commentId))];
    return {
      write: (tx) => [
        tx
          .delete(commentVotes)
          .where(
            and(
              eq(commentVotes.siteId, siteId),
              voteTable.of(person),
              inArray(commentVotes.commentId, voted),
            ),
          ),
        tx
          .update(comments)
          .set(settled(siteId))
          .where(and(eq(comments.siteId, siteId), inArray(comments.id, voted))),
      ],
    };
  },
};

const followTable = {
  kind: 'follows',
  table: commentFollowers,
  key: commentFollowers.id,
  of: ({ siteId, visitors, emails, typed }: Person) =>
    or(
      isOneOf(commentFollowers.email, emails),
      // An address that was only typed tells nothing of whoever has it: what is theirs for certain came with a comment of
      // theirs, under its id.
      and(
        isOneOf(commentFollowers.email, typed),
        visitors.length
          ? sql`${commentFollowers.id} in (select own.id from comments own where own.site_id = ${siteId} and own.author_id in ${visitors})`
          : sql`1 = 0`,
      ),
    ),
} as const;

/** The subscriptions that an erasure deletes besides: those nobody confirmed by mail, known by the typed address alone. */
const goingTable = {
  ...followTable,
  of: (person: Person) =>
    or(
      followTable.of(person),
      and(isOneOf(commentFollowers.email, person.typed), isNull(commentFollowers.confirmedAt)),
    ),
} as const;

/** A person's subscriptions by mail. */
export const personalFollows: PersonalData = {
  ...personalTable(followTable),
  addresses: (ctx, siteId) => eachText(ctx, commentFollowers, commentFollowers.email, siteId),
  async erase(ctx, person) {
    const page = await pageOfRows(ctx, goingTable, person);
    if (page.length === 0) return null;
    const ids = page.map(({ row }) => row.id);
    return {
      write: (tx) => [
        tx
          .delete(commentFollowers)
          .where(and(eq(commentFollowers.siteId, person.siteId), inArray(commentFollowers.id, ids))),
      ],
    };
  },
};
