import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { MessageMail } from '../../../../shared/core/conversations/mailPeople.ts';
import type { Context } from '../../../context.ts';
import { conversations, messages } from '../../conversations/tables.ts';
import { teams } from '../../people/staff/tables.ts';
import type { MailRow } from '../queries.ts';
import { mailAddresses, mailboxes, mails } from '../tables.ts';

/** Those of some addresses, in the form they are compared in, that are a site's. */
export const findOwners = (
  ctx: Pick<Context, 'database'>,
  addresses: string[],
): Promise<(typeof mailAddresses.$inferSelect)[]> =>
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

/** Mails of a conversation that name others than its visitor and the site, oldest first; of its newest messages. */
export const listMailsOfPeople = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  conversationId: string,
): Promise<MessageMail[]> => {
  const rows = await ctx.database.read
    .select({ mail: messages.mail })
    .from(messages)
    .where(
      and(
        eq(messages.siteId, siteId),
        eq(messages.conversationId, conversationId),
        isNotNull(messages.mail),
        // Who was only asked by the team is no part of what is said with the visitor.
        eq(messages.visibility, 'public'),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(100);
  return rows.flatMap(({ mail }) => mail ?? []).reverse();
};

/** The conversation that a place of one was split off to; null where it stands as it did. */
export const findSplit = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  conversationId: string,
  seq: number,
): Promise<string | null> => {
  const [row] = await ctx.database.read
    .select({ id: messages.conversationId })
    .from(messages)
    .innerJoin(
      conversations,
      and(eq(conversations.siteId, messages.siteId), eq(conversations.id, messages.conversationId)),
    )
    .where(
      and(eq(messages.siteId, siteId), eq(messages.seq, seq), eq(conversations.splitFrom, conversationId)),
    )
    .limit(1);
  return row?.id ?? null;
};

/** True for a mail of ours that went to others besides the visitor. */
export const wasCopied = async (
  ctx: Pick<Context, 'database'>,
  { siteId, conversationId, upTo }: MailRow,
): Promise<boolean> => {
  const [row] = await ctx.database.read
    .select({ mail: messages.mail })
    .from(messages)
    .where(
      and(
        eq(messages.siteId, siteId),
        eq(messages.conversationId, conversationId),
        eq(messages.seq, upTo),
        isNotNull(messages.mail),
      ),
    );
  return row?.mail?.cc !== undefined || row?.mail?.bcc !== undefined;
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

/** The place up to which a mailbox was read. */
export type MailboxRow = typeof mailboxes.$inferSelect;

export const findMailbox = async (ctx: Context, name: string): Promise<MailboxRow | null> => {
  const [row] = await ctx.database.read.select().from(mailboxes).where(eq(mailboxes.name, name));
  return row ?? null;
};

export const saveMailbox = (ctx: Context, row: Omit<MailboxRow, 'at'>): Promise<boolean> => {
  const value = { ...row, at: ctx.clock.now() };
  return ctx.database.write((tx) => [
    tx
      .insert(mailboxes)
      .values(value)
      .onConflictDoUpdate({ target: [mailboxes.name], set: value }),
  ]);
};
