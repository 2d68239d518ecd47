import { createHash } from 'node:crypto';
import { inArray, lt, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../../db/database.ts';
import { foldAddress } from '../addresses.ts';
import { mailBudgets } from '../tables.ts';

/*
 * One budget for all mail that somebody from outside can cause: each sender takes from it in the commit that makes its
 * mail, so that twenty at once are counted one by one. Kept in the database: a restart gives nothing back.
 */

const day = 24 * 3_600_000;

/** Mails a day to an address; few while nobody has shown that it is theirs: it may be somebody else's. */
export const maxMails = { unverified: 10, verified: 100 };
/** Questions a day whether an address is somebody's. */
export const maxQuestions = 3;
/** Mails a day that one visitor causes, and that one site sends. */
const maxOfSender = 50;
const maxOfSite = 10_000;
/** Mails a day to somebody who answers: every unassigned conversation may be one. */
export const maxToStaff = 500;

/** A mail that is about to be made. */
export interface Postage {
  siteId: string;
  address: string;
  /** The visitor who causes it, if any. */
  visitorId: string | null;
  /** True when the address is somebody's who showed it; `staff`: who answers on the site. */
  isProven: boolean | 'staff';
  /** True for a question whether the address is theirs. */
  asks?: boolean;
}

const keyOf = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('base64url');

/** The budgets a mail takes from: the key of each, and how much it holds a day. */
const budgetsOf = ({ siteId, address, visitorId, isProven, asks }: Postage): [string, number][] => {
  const recipient = foldAddress(address);
  const maxToRecipient =
    isProven === 'staff' ? maxToStaff : isProven ? maxMails.verified : maxMails.unverified;
  return [
    // Whichever site sends: it is one mailbox.
    [keyOf('to', recipient), maxToRecipient],
    ...(asks ? [[keyOf('ask', recipient), maxQuestions] satisfies [string, number]] : []),
    ...(visitorId === null
      ? []
      : [[keyOf('from', siteId, visitorId), maxOfSender] satisfies [string, number]]),
    [keyOf('site', siteId), maxOfSite],
  ];
};

/** The statements that pay for a mail, in the commit that makes it: with too little left, none of it is written. */
export const payFor = (tx: Queries, postage: Postage, now: number): Decisive[] =>
  budgetsOf(postage).map(([key, max]) => {
    const isOver = sql`${mailBudgets.startedAt} <= ${now - day}`;
    return decisive(
      tx
        .insert(mailBudgets)
        .values({ key, startedAt: now, mails: 1 })
        .onConflictDoUpdate({
          target: mailBudgets.key,
          set: {
            mails: sql`case when ${isOver} then 1 else ${mailBudgets.mails} + 1 end`,
            startedAt: sql`case when ${isOver} then ${now} else ${mailBudgets.startedAt} end`,
          },
          setWhere: sql`${isOver} or ${mailBudgets.mails} < ${max}`,
        }),
    );
  });

/** True when a mail would be more than one of its budgets holds today. A look ahead: paying decides. */
export const isSpent = async (
  ctx: Pick<Context, 'database' | 'clock'>,
  postage: Postage,
): Promise<boolean> => {
  const budgets = new Map(budgetsOf(postage));
  const rows = await ctx.database.read
    .select()
    .from(mailBudgets)
    .where(inArray(mailBudgets.key, [...budgets.keys()]));
  const start = ctx.clock.now() - day;
  return rows.some(({ key, startedAt, mails }) => startedAt > start && mails >= (budgets.get(key) ?? 0));
};

/** Pays for a mail that has no row of its own. @returns false with too little left */
export const pay = (ctx: Pick<Context, 'database' | 'clock'>, postage: Postage): Promise<boolean> =>
  ctx.database.write((tx) => payFor(tx, postage, ctx.clock.now()));

export const forgetBudgets = (tx: Queries, now: number): Statement =>
  tx.delete(mailBudgets).where(lt(mailBudgets.startedAt, now - day));
