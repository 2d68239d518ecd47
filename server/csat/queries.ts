import { and, eq, gt, gte, inArray, notInArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { canonicalEmail } from '../core/emailAddress.ts';
import { mails } from '../core/mail/tables.ts';

/** Whether an address was asked for a rating after some instant, on whichever conversation. */
export const wasAskedSince = async (
  ctx: Context,
  siteId: string,
  address: string,
  since: number,
): Promise<boolean> => {
  const [row] = await ctx.database.read
    .select({ id: mails.id })
    .from(mails)
    .where(
      and(
        eq(mails.siteId, siteId),
        inArray(mails.address, [address, canonicalEmail(address)]),
        gt(mails.createdAt, since),
        eq(mails.kind, 'rating'),
        notInArray(mails.state, ['unsent', 'failed']),
      ),
    )
    .limit(1);
  return row !== undefined;
};

/** Whether the newest that a visitor wrote, at some instant, came by email: then they weren't in the widget. */
export const wroteByMail = async (
  ctx: Context,
  { siteId, id }: { siteId: string; id: string },
  at: number,
): Promise<boolean> => {
  const [row] = await ctx.database.read
    .select({ id: mails.id })
    .from(mails)
    .where(
      and(
        eq(mails.siteId, siteId),
        eq(mails.conversationId, id),
        gte(mails.createdAt, at),
        eq(mails.state, 'received'),
      ),
    )
    .limit(1);
  return row !== undefined;
};
