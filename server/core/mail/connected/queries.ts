import { and, asc, eq, isNotNull, isNull, like, lt, or } from 'drizzle-orm';
import type { MailFault } from '../../../../shared/core/mail/connection.ts';
import type { Context } from '../../../context.ts';
import { decisive, type Queries, type Statement } from '../../db/database.ts';
import { likeLiteral } from '../../db/like.ts';
import { canonicalEmail } from '../../emailAddress.ts';
import { connectedMailboxes, mailAddresses, mailboxes } from '../tables.ts';

export type ConnectedMailbox = typeof connectedMailboxes.$inferSelect;

type Needs = Pick<Context, 'database'>;
type Key = Pick<ConnectedMailbox, 'siteId' | 'id'>;

const ofKey = ({ siteId, id }: Key) =>
  and(eq(connectedMailboxes.siteId, siteId), eq(connectedMailboxes.id, id));

/** A site's mailboxes, oldest first. */
export const listConnected = (ctx: Needs, siteId: string): Promise<ConnectedMailbox[]> =>
  ctx.database.read
    .select()
    .from(connectedMailboxes)
    .where(eq(connectedMailboxes.siteId, siteId))
    .orderBy(asc(connectedMailboxes.createdAt), asc(connectedMailboxes.id));

/** Mailboxes of all sites that are to be read: with a consent, once that was given. */
export const listToRead = (ctx: Needs): Promise<ConnectedMailbox[]> =>
  ctx.database.read
    .select()
    .from(connectedMailboxes)
    .where(
      and(
        eq(connectedMailboxes.paused, false),
        or(eq(connectedMailboxes.login, 'password'), isNotNull(connectedMailboxes.grantedAt)),
      ),
    );

export const findConnected = async (
  ctx: Needs,
  siteId: string,
  id: string,
): Promise<ConnectedMailbox | null> => {
  const [row] = await ctx.database.read.select().from(connectedMailboxes).where(ofKey({ siteId, id }));
  return row ?? null;
};

/** The statements that add a mailbox and claim its address: a UniqueViolation where that is taken. */
export const insertConnected = (tx: Queries, row: ConnectedMailbox): Statement[] => [
  tx.insert(connectedMailboxes).values(row),
  tx.insert(mailAddresses).values({
    address: canonicalEmail(row.address),
    siteId: row.siteId,
    mailboxId: row.id,
  }),
];

/** Changes a mailbox; with another address it claims that one: a UniqueViolation where it is taken. */
export const changeConnected = (tx: Queries, row: Key, change: Partial<ConnectedMailbox>): Statement[] => [
  tx.update(connectedMailboxes).set(change).where(ofKey(row)),
  ...(change.address === undefined
    ? []
    : [
        tx
          .update(mailAddresses)
          .set({ address: canonicalEmail(change.address) })
          .where(and(eq(mailAddresses.siteId, row.siteId), eq(mailAddresses.mailboxId, row.id))),
      ]),
];

/** The name that the place in a mailbox is kept by: on another server, or for another user, it is another. */
export const placeOf = ({ id, imap: { user, host, port } }: Pick<ConnectedMailbox, 'id' | 'imap'>): string =>
  `${id} ${user}@${host}:${port}`;

export const deleteConnected = (tx: Queries, row: Key): Statement[] => [
  tx.delete(connectedMailboxes).where(ofKey(row)),
  tx
    .delete(mailAddresses)
    .where(and(eq(mailAddresses.siteId, row.siteId), eq(mailAddresses.mailboxId, row.id))),
  // Connected anew, it is another.
  tx.delete(mailboxes).where(like(mailboxes.name, `${likeLiteral(row.id)} %`)),
];

/** Takes a mailbox to read it, or keeps it: one process does. @returns false where another has it, or it was changed */
export const leaseMailbox = (
  ctx: Needs,
  { siteId, id, revision }: Pick<ConnectedMailbox, 'siteId' | 'id' | 'revision'>,
  by: string,
  now: number,
  until: number,
): Promise<boolean> =>
  ctx.database.write((tx) => [
    decisive(
      tx
        .update(connectedMailboxes)
        .set({ leaseBy: by, leaseUntil: until })
        .where(
          and(
            ofKey({ siteId, id }),
            eq(connectedMailboxes.revision, revision),
            eq(connectedMailboxes.paused, false),
            or(
              eq(connectedMailboxes.leaseBy, by),
              isNull(connectedMailboxes.leaseBy),
              lt(connectedMailboxes.leaseUntil, now),
            ),
          ),
        ),
    ),
  ]);

/** Lets go of a mailbox, so that another may read it at once. */
export const releaseMailbox = (ctx: Needs, row: Key, by: string): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .update(connectedMailboxes)
      .set({ leaseBy: null, leaseUntil: 0 })
      .where(and(ofKey(row), eq(connectedMailboxes.leaseBy, by))),
  ]);

/** Says that a mailbox was looked into, and nothing kept it from that. */
export const markRead = (ctx: Needs, row: Key, now: number): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .update(connectedMailboxes)
      .set({ readAt: now, fault: null, faultSince: null, toldAt: null })
      .where(ofKey(row)),
  ]);

/** Says what keeps a mailbox from being read; since when it does so stays. */
export const markFault = (
  ctx: Needs,
  row: Key & Pick<ConnectedMailbox, 'faultSince'>,
  fault: MailFault,
  now: number,
): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .update(connectedMailboxes)
      .set({ fault, faultSince: row.faultSince ?? now })
      .where(ofKey(row)),
  ]);

/** Says what became of the last mail that was sent by a mailbox. */
export const markSent = (ctx: Needs, row: Key, sendFault: MailFault | null, now: number): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx
      .update(connectedMailboxes)
      .set({ sendFault, sendFaultSince: sendFault === null ? null : now })
      .where(ofKey(row)),
  ]);
