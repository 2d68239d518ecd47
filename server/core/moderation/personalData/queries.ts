import { and, eq, inArray, sql } from 'drizzle-orm';
import { canonicalEmail } from '../../emailAddress.ts';
import type { Person } from '../../people/privacy/person.ts';
import type { PersonalData } from '../../people/privacy/personalData.ts';
import { eachText, isOneOf, pageOfRows, personalTable } from '../../people/privacy/queries/rows.ts';
import type { AccountMerger } from '../../people/visitors/accountMerger.ts';
import { moderationBlocks } from '../tables.ts';

const blockTable = {
  kind: 'profile',
  table: moderationBlocks,
  key: moderationBlocks.id,
  of: ({ visitors, emails }: Person) =>
    isOneOf(moderationBlocks.value, [...visitors, ...emails.map(canonicalEmail)]),
  without: ['value', 'staffId'],
} as const;

/** A person's blocks: they go with the person. */
export const personalBlocks: PersonalData = {
  ...personalTable(blockTable),
  async *addresses(ctx, siteId) {
    for await (const value of eachText(ctx, moderationBlocks, moderationBlocks.value, siteId))
      if (value.includes('@')) yield value;
  },
  async erase(ctx, person) {
    const page = await pageOfRows(ctx, blockTable, person);
    if (page.length === 0) return null;
    return {
      write: (tx) => [
        tx.delete(moderationBlocks).where(
          and(
            eq(moderationBlocks.siteId, person.siteId),
            inArray(
              moderationBlocks.id,
              page.map(({ row }) => row.id),
            ),
          ),
        ),
      ],
    };
  },
};

/** Blocks of who signs in hold for their account. */
export const mergeBlocks: AccountMerger = (tx, siteId, visitor, account) => [
  tx
    .update(moderationBlocks)
    .set({ value: account })
    .where(
      and(
        eq(moderationBlocks.siteId, siteId),
        eq(moderationBlocks.kind, 'visitor'),
        eq(moderationBlocks.value, visitor),
        sql`not exists (select 1 from moderation_blocks own where own.site_id = ${siteId} and own.kind = 'visitor' and own.value = ${account})`,
      ),
    ),
];
