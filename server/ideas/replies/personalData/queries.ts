import { and, eq, inArray, sql } from 'drizzle-orm';
import { batchSize, type Person } from '../../../core/people/privacy/person.ts';
import type { PersonalData } from '../../../core/people/privacy/personalData.ts';
import { isOneOf, pageOfRows, personalTable } from '../../../core/people/privacy/queries/rows.ts';
import type { AccountMerger } from '../../../core/people/visitors/accountMerger.ts';
import { ideaEvent } from '../../rules.ts';
import { ideaReplies, ideaReplyVersions } from '../../tables.ts';
import { emptiedReply } from '../replying.ts';
import { updateReply } from '../writes.ts';

const replyTable = {
  kind: 'ideas',
  table: ideaReplies,
  key: ideaReplies.id,
  of: ({ visitors }: Person) =>
    and(eq(ideaReplies.authorKind, 'visitor'), isOneOf(ideaReplies.authorId, visitors)),
  without: ['fingerprint', 'vetted'],
} as const;

const versionTable = {
  kind: 'ideas',
  table: ideaReplyVersions,
  key: ideaReplyVersions.id,
  of: (person: Person) =>
    person.visitors.length
      ? sql`${ideaReplyVersions.replyId} in (select own.id from idea_replies own where own.site_id = ${person.siteId} and own.author_kind = 'visitor' and own.author_id in ${person.visitors})`
      : sql`1 = 0`,
} as const;

/** A person's replies to ideas, with what they said before: nothing of the words or the name stays. */
export const personalReplies: PersonalData = {
  kind: 'ideas',
  // Whoever has replied stays the one who may change it.
  ties: {
    visitor: sql`exists (select 1 from idea_replies own where own.site_id = visitors.site_id and own.author_kind = 'visitor' and own.author_id = visitors.id)`,
  },
  count: (ctx, person) => personalTable(replyTable).count(ctx, person),
  async *export(ctx, person) {
    yield* personalTable(replyTable).export(ctx, person);
    yield* personalTable(versionTable).export(ctx, person);
  },
  async erase(ctx, person) {
    const { siteId } = person;
    const page = await pageOfRows(ctx, replyTable, person, '', batchSize / 10);
    if (page.length === 0) return null;
    const rows = page.map(({ row }) => row);
    const ids = rows.map(({ id }) => id);
    return {
      copies: rows.flatMap(({ id, ideaId }) => [id, ideaId]),
      events: rows.flatMap(({ id, ideaId }) => [
        ideaEvent('reply_changed', id),
        ideaEvent('changed', ideaId),
      ]),
      write: (tx) => [
        tx
          .delete(ideaReplyVersions)
          .where(and(eq(ideaReplyVersions.siteId, siteId), inArray(ideaReplyVersions.replyId, ids))),
        ...ids.map((id) =>
          updateReply(tx, siteId, id, {
            ...emptiedReply,
            ...{ rich: [], authorId: null, verified: false, fingerprint: 'erased' },
          }),
        ),
      ],
    };
  },
};

/** See {@link AccountMerger}. */
export const mergeReplies: AccountMerger = (tx, siteId, visitor, account) => [
  tx
    .update(ideaReplies)
    .set({ authorId: account })
    .where(
      and(
        eq(ideaReplies.siteId, siteId),
        eq(ideaReplies.authorKind, 'visitor'),
        eq(ideaReplies.authorId, visitor),
      ),
    ),
];
