import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { teams } from '../../people/staff/tables.ts';
import type { MailRow } from '../queries.ts';
import { mailAddresses, mails } from '../tables.ts';

/** Those of some addresses, in the form they are compared in, that are a site's. */
export const findOwners = (
  ctx: Pick<Context, 'database'>,
  addresses: string[],
): Promise<{ address: string; siteId: string }[]> =>
  ctx.database.read.select().from(mailAddresses).where(inArray(mailAddresses.address, addresses));

/** A site's mails to or from visitors with one of some Message-IDs, in the order of those. */
export const findReferred = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  messageIds: string[],
): Promise<MailRow[]> => {
  if (messageIds.length === 0) return [];
  const rows = await ctx.database.read
    .select()
    .from(mails)
    .where(and(eq(mails.siteId, siteId), inArray(mails.messageId, messageIds)));
  return rows
    .filter(({ staffId }) => staffId === null)
    .sort((one, other) => messageIds.indexOf(one.messageId) - messageIds.indexOf(other.messageId));
};

/** The address of the site that a conversation's newest mail came in at; null for none. */
export const findMailboxOf = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  conversationId: string,
): Promise<string | null> => {
  const [row] = await ctx.database.read
    .select({ mailbox: mails.mailbox })
    .from(mails)
    .where(and(eq(mails.siteId, siteId), eq(mails.conversationId, conversationId), isNotNull(mails.mailbox)))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(1);
  return row?.mailbox ?? null;
};

/** The team with an id, while a site has it. */
export const findTeam = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  id: string | null,
): Promise<string | null> => {
  if (id === null) return null;
  const [row] = await ctx.database.read
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.siteId, siteId), eq(teams.id, id)));
  return row?.id ?? null;
};
