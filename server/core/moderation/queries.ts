import { and, desc, eq, gt, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { canonicalEmail } from '../emailAddress.ts';
import { answersPeople } from '../people/staff/queries.ts';
import { memberships, staff } from '../people/staff/tables.ts';
import type { Visitor } from '../people/visitors/visitor.ts';
import { visitors } from '../people/visitors/tables.ts';
import { moderationBlocks } from './tables.ts';

type Db = Pick<Context, 'database'>;
export type BlockRow = typeof moderationBlocks.$inferSelect;

/** Blocks of a site, at most. */
export const maxBlocks = 2_000;

const inForce = (now: number) => or(isNull(moderationBlocks.until), gt(moderationBlocks.until, now));

export const listBlockRows = (ctx: Db, siteId: string, now: number): Promise<BlockRow[]> =>
  ctx.database.read
    .select()
    .from(moderationBlocks)
    .where(and(eq(moderationBlocks.siteId, siteId), inForce(now)))
    .orderBy(desc(moderationBlocks.createdAt), desc(moderationBlocks.id))
    .limit(maxBlocks);

/** Blocks that hold now: those of some visitors and emails, and all of addresses. */
export const findBlocksFor = (
  ctx: Db,
  siteId: string,
  of: { visitors: readonly string[]; emails: readonly string[]; withAddresses: boolean },
  now: number,
): Promise<BlockRow[]> =>
  ctx.database.read
    .select()
    .from(moderationBlocks)
    .where(
      and(
        eq(moderationBlocks.siteId, siteId),
        inForce(now),
        or(
          of.visitors.length
            ? and(eq(moderationBlocks.kind, 'visitor'), inArray(moderationBlocks.value, [...of.visitors]))
            : undefined,
          of.emails.length
            ? and(eq(moderationBlocks.kind, 'email'), inArray(moderationBlocks.value, [...of.emails]))
            : undefined,
          of.withAddresses ? eq(moderationBlocks.kind, 'address') : eq(moderationBlocks.value, ''),
        ),
      ),
    )
    .limit(maxBlocks);

export const findBlock = async (ctx: Db, siteId: string, id: string): Promise<BlockRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(moderationBlocks)
    .where(and(eq(moderationBlocks.siteId, siteId), eq(moderationBlocks.id, id)));
  return row ?? null;
};

/** Browsers of one person, at most, whose contributions count as theirs. */
const maxSame = 50;

/** Visitors of a site who are one person for certain: by an email that each of them proved. */
export const listSamePerson = async (ctx: Db, siteId: string, visitor: Visitor): Promise<string[]> => {
  if (!visitor.emailVerified || !visitor.email) return [visitor.id];
  const rows = await ctx.database.read
    .select({ id: visitors.id })
    .from(visitors)
    .where(
      and(
        eq(visitors.siteId, siteId),
        eq(visitors.emailKey, canonicalEmail(visitor.email)),
        or(isNotNull(visitors.emailVerifiedAt), eq(visitors.emailSigned, true)),
      ),
    )
    .limit(maxSame);
  return [...new Set([visitor.id, ...rows.map(({ id }) => id)])];
};

/** Names of those who answer on a site. */
export const listTeamNames = async (ctx: Db, siteId: string): Promise<string[]> => {
  const rows = await ctx.database.read
    .select({ name: staff.name })
    .from(memberships)
    .innerJoin(staff, eq(staff.id, memberships.staffId))
    .where(
      and(
        eq(memberships.siteId, siteId),
        answersPeople,
        isNull(staff.disabledAt),
        ne(staff.passwordHash, ''),
      ),
    );
  return rows.map(({ name }) => name);
};
