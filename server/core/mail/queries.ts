import { canonicalEmail } from '../emailAddress.ts';
import { and, desc, eq, exists, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { MailKind, MailState } from '../../../shared/core/mail/schema.ts';
import type { Context } from '../../context.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../db/database.ts';
import { conversations, messages } from '../conversations/tables.ts';
import { hashAddress } from './addresses.ts';
import { payFor, type Postage } from './writes/budget.ts';
import { mailStops, mails, setAsideMails, usedLinks } from './tables.ts';
import { sites } from '../people/sites/tables.ts';
import { listed } from '../db/listed.ts';
import { preparedQuery } from '../db/prepared.ts';

export type MailRow = typeof mails.$inferSelect;

export const findMail = async (ctx: Context, siteId: string, id: string): Promise<MailRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(mails)
    .where(and(eq(mails.siteId, siteId), eq(mails.id, id)));
  return row ?? null;
};

/** The mail with an id that one of our signatures vouches for, whichever site's it is. */
export const findSignedMail = async (ctx: Context, id: string): Promise<MailRow | null> => {
  const [row] = await ctx.database.read.select().from(mails).where(eq(mails.id, id));
  return row ?? null;
};

/** A site's mails in a state, newest first, from behind one of them. */
export const listMailsIn = (
  ctx: Context,
  siteId: string,
  state: MailState,
  before: Pick<MailRow, 'createdAt' | 'id'> | null,
  max: number,
): Promise<MailRow[]> =>
  ctx.database.read
    .select()
    .from(mails)
    .where(
      and(
        eq(mails.siteId, siteId),
        eq(mails.state, state),
        before
          ? or(
              lt(mails.createdAt, before.createdAt),
              and(eq(mails.createdAt, before.createdAt), lt(mails.id, before.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(max);

/** A conversation's mails, oldest first; the newest hundred. */
export const listMailsOf = async (
  ctx: Context,
  siteId: string,
  conversationId: string,
): Promise<MailRow[]> => {
  const rows = await ctx.database.read
    .select()
    .from(mails)
    .where(and(eq(mails.siteId, siteId), eq(mails.conversationId, conversationId)))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(100);
  return rows.reverse();
};

/**
 * Message-IDs that went to or came from an address about a conversation, oldest first; the newest ten. Without an address
 * those of everybody but the team.
 */
export const listThread = async (
  ctx: Context,
  siteId: string,
  conversationId: string,
  address: string | null,
  exceptId: string,
): Promise<string[]> => {
  const rows = await ctx.database.read
    .select({ messageId: mails.messageId })
    .from(mails)
    .where(
      and(
        eq(mails.siteId, siteId),
        eq(mails.conversationId, conversationId),
        address === null
          ? and(isNull(mails.staffId), inArray(mails.kind, ['reply', 'inbound']))
          : or(eq(mails.address, address), sql`lower(${mails.address}) = ${canonicalEmail(address)}`),
        ne(mails.id, exceptId),
        inArray(mails.state, ['sent', 'received']),
      ),
    )
    .orderBy(desc(mails.createdAt))
    .limit(10);
  return rows.reverse().map(({ messageId }) => messageId);
};

export interface NewMail {
  siteId: string;
  id: string;
  kind: MailKind;
  conversationId: string;
  address: string;
  staffId?: string | null;
  messageId: string;
  state: MailState;
  after?: number;
  upTo?: number;
  mailbox?: string | null;
}

export const insertMail = (tx: Queries, mail: NewMail, now: number): Statement =>
  tx
    .insert(mails)
    .values({ staffId: null, after: 0, upTo: 0, ...mail, createdAt: now, at: now })
    .onConflictDoNothing();

export const setMailState = (
  tx: Queries,
  mail: { siteId: string; id: string },
  state: MailState,
  now: number,
): Statement =>
  tx
    .update(mails)
    .set({ state, at: now })
    .where(and(eq(mails.siteId, mail.siteId), eq(mails.id, mail.id)));

/** The statement that lets a mail go whose reader said that they want it; it decides: one press counts. */
export const takeConfirmed = (tx: Queries, mail: { siteId: string; id: string }, now: number): Decisive =>
  decisive(
    tx
      .update(mails)
      .set({ state: 'waiting', at: now })
      .where(and(eq(mails.siteId, mail.siteId), eq(mails.id, mail.id), eq(mails.state, 'unconfirmed'))),
  );

/**
 * Takes what a visitor has not been told yet for one mail, before it is sent.
 * @returns false when another mail has taken it, or the budget does not hold it
 */
export const takeBurst = (
  ctx: Context,
  mail: NewMail & { after: number; upTo: number },
  mailedBefore: number,
  postage: Postage,
): Promise<boolean> =>
  ctx.database.write((tx) => [
    decisive(
      tx
        .update(conversations)
        .set({ mailedSeq: mail.upTo })
        .where(
          and(
            eq(conversations.siteId, mail.siteId),
            eq(conversations.id, mail.conversationId),
            eq(conversations.mailedSeq, mailedBefore),
          ),
        ),
    ),
    ...payFor(tx, postage, ctx.clock.now()),
    insertMail(tx, mail, ctx.clock.now()),
  ]);

/** Makes a mail and pays for it, for each who gets it. @returns false when the budget does not hold it */
export const makeMail = (
  ctx: Context,
  mail: NewMail,
  postage: Postage | readonly Postage[],
): Promise<boolean> =>
  ctx.database.write((tx) => [
    ...[postage].flat().flatMap((one) => payFor(tx, one, ctx.clock.now())),
    insertMail(tx, mail, ctx.clock.now()),
  ]);

export type SetAsideRow = typeof setAsideMails.$inferSelect;

/** Mails set aside that are kept of each site, the newest. */
const maxSetAside = 500;

/** The statements that list a mail which becomes no message, and forget the oldest ones. The first decides. */
export const insertSetAside = (tx: Queries, row: Omit<SetAsideRow, 'at'>, now: number): Statement[] => [
  tx
    .insert(setAsideMails)
    .values({ ...row, at: now })
    .onConflictDoNothing(),
  tx
    .delete(setAsideMails)
    .where(
      and(
        eq(setAsideMails.siteId, row.siteId),
        inArray(
          setAsideMails.id,
          tx
            .select({ id: setAsideMails.id })
            .from(setAsideMails)
            .where(eq(setAsideMails.siteId, row.siteId))
            .orderBy(desc(setAsideMails.at), desc(setAsideMails.id))
            .limit(100)
            .offset(maxSetAside),
        ),
      ),
    ),
];

/** A site's mails that were set aside, newest first; the newest hundred. */
export const listSetAsideOf = (ctx: Context, siteId: string): Promise<SetAsideRow[]> =>
  ctx.database.read
    .select()
    .from(setAsideMails)
    .where(eq(setAsideMails.siteId, siteId))
    .orderBy(desc(setAsideMails.at), desc(setAsideMails.id))
    .limit(100);

/**
 * The site that an address is one of the people of: the first that had mail with it. Of strangers, the installation's
 * first site, whose team runs it. Null while there is none.
 */
export const findSiteOf = async (ctx: Context, address: string): Promise<string | null> => {
  const read = ctx.database.read;
  const withMail = read
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.siteId, sites.id), eq(mails.address, address)));
  const [row] = await read
    .select({ id: sites.id })
    .from(sites)
    .orderBy(desc(sql`case when ${exists(withMail)} then 1 else 0 end`), sites.createdAt, sites.id)
    .limit(1);
  return row?.id ?? null;
};

export const isStopped = async (ctx: Context, siteId: string, address: string): Promise<boolean> => {
  const [row] = await ctx.database.read
    .select({ at: mailStops.at })
    .from(mailStops)
    .where(and(eq(mailStops.siteId, siteId), eq(mailStops.addressHash, hashAddress(address))));
  return row !== undefined;
};

export const stopMails = (ctx: Context, siteId: string, address: string): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .insert(mailStops)
      .values({ siteId, addressHash: hashAddress(address), at: ctx.clock.now() })
      .onConflictDoNothing(),
  ]);

/** The statement that uses a link up: with one that was used already, nothing is written. */
export const useLink = (tx: Queries, siteId: string, hash: string, endsAt: number) =>
  decisive(tx.insert(usedLinks).values({ siteId, hash, endsAt }).onConflictDoNothing());

/** Whether a link was used up. */
export const isLinkUsed = async (ctx: Pick<Context, 'database'>, siteId: string, hash: string) => {
  const [row] = await ctx.database.read
    .select({ hash: usedLinks.hash })
    .from(usedLinks)
    .where(and(eq(usedLinks.siteId, siteId), eq(usedLinks.hash, hash)));
  return row !== undefined;
};

export const pruneLinks = (ctx: Pick<Context, 'database'>, siteId: string, now: number): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx.delete(usedLinks).where(and(eq(usedLinks.siteId, siteId), lt(usedLinks.endsAt, now))),
  ]);

/** Lists messages a mail may follow from: all but what a visitor writes on, which is most of what there is. */
export const listTelling = preparedQuery('telling_messages', (queries) =>
  queries
    .select({
      id: messages.id,
      conversationId: messages.conversationId,
      authorKind: messages.authorKind,
      authorId: messages.authorId,
      visibility: messages.visibility,
      system: messages.system,
      body: messages.body,
      at: messages.at,
      /** The kind of its conversation. */
      about: conversations.kind,
    })
    .from(messages)
    .innerJoin(
      conversations,
      and(eq(conversations.siteId, messages.siteId), eq(conversations.id, messages.conversationId)),
    )
    .where(
      and(
        eq(messages.siteId, sql.placeholder('site')),
        sql`${messages.id} in (select value from ${listed(sql.placeholder('ids'))})`,
        or(ne(messages.authorKind, 'visitor'), eq(messages.id, messages.conversationId)),
      ),
    ),
);
