import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Context } from '../../context.ts';
import { canonicalEmail } from '../emailAddress.ts';
import type { Person } from '../people/privacy/person.ts';
import type { PersonalData } from '../people/privacy/personalData.ts';
import { eachText, isOneOf, pageOfRows, personalTable } from '../people/privacy/queries/rows.ts';
import type { FollowerTable } from './table.ts';

type Db = Pick<Context, 'database'>;

/** The questions that every feature asks of its followers. */
export const followerQueries = <Table extends FollowerTable>(table: Table) => {
  type Row = Table['$inferSelect'];
  // Of a table that isn't known by name, the builder knows no columns.
  const from = (ctx: Db) => ctx.database.read.select().from(table as SQLiteTable);
  return {
    findFollower: async (ctx: Db, siteId: string, id: string): Promise<Row | null> => {
      const [row] = await from(ctx).where(and(eq(table.siteId, siteId), eq(table.id, id)));
      return (row as Row | undefined) ?? null;
    },
    /** Whichever site's it is: the id comes signed. */
    findFollowerById: async (ctx: Db, id: string): Promise<Row | null> => {
      const [row] = await from(ctx).where(eq(table.id, id));
      return (row as Row | undefined) ?? null;
    },
    /** Whether an address was ever confirmed on the site: it need not say so again. */
    isConfirmed: async (ctx: Db, siteId: string, email: string): Promise<boolean> => {
      const rows = await ctx.database.read
        .select({ id: table.id })
        .from(table as SQLiteTable)
        .where(
          and(
            eq(table.siteId, siteId),
            eq(table.email, canonicalEmail(email)),
            isNotNull(table.confirmedAt),
            isNull(table.endedAt),
          ),
        )
        .limit(1);
      return rows.length > 0;
    },
  };
};

/** The follows of a person, exported and erased: known by the address alone. */
export const personalFollows = <Table extends FollowerTable>(table: Table): PersonalData => {
  const follows = {
    kind: 'follows',
    table,
    key: table.id,
    of: ({ emails, typed }: Person) =>
      or(
        isOneOf(table.email, emails),
        // Nobody has said by mail that it's theirs: all that is known of it is what was typed.
        and(isOneOf(table.email, typed), isNull(table.confirmedAt)),
      ),
  } as const;
  return {
    ...personalTable(follows),
    async *addresses(ctx, siteId) {
      for await (const email of eachText(ctx, table, table.email, siteId)) yield canonicalEmail(email);
    },
    async erase(ctx, person) {
      const page = await pageOfRows(ctx, follows, person);
      if (page.length === 0) return null;
      const ids = page.map(({ key }) => key);
      return {
        write: (tx) => [tx.delete(table).where(and(eq(table.siteId, person.siteId), inArray(table.id, ids)))],
      };
    },
  };
};
