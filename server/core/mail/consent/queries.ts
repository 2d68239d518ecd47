import { and, eq, lte } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { decisive } from '../../db/database.ts';
import type { ConnectedMailbox } from '../connected/queries.ts';
import { connectedMailboxes } from '../tables.ts';

type Needs = Pick<Context, 'database'>;
/** A mailbox as it was read: what was sealed anew meanwhile is another. */
type Known = Pick<ConnectedMailbox, 'siteId' | 'id' | 'secrets'>;

const asKnown = ({ siteId, id, secrets }: Known) =>
  and(
    eq(connectedMailboxes.siteId, siteId),
    eq(connectedMailboxes.id, id),
    eq(connectedMailboxes.secrets, secrets ?? ''),
  );

/** Takes the turn to ask for a token, until a time. @returns false where somebody else has it, or has been there */
export const takeTurn = (ctx: Needs, row: Known, now: number, until: number): Promise<boolean> =>
  ctx.database.write((tx) => [
    decisive(
      tx
        .update(connectedMailboxes)
        .set({ tokenAfter: until })
        .where(and(asKnown(row), lte(connectedMailboxes.tokenAfter, now))),
    ),
  ]);

/** Keeps what came of it. @returns false where somebody changed the mailbox meanwhile: nothing is written then */
export const keepTokens = (ctx: Needs, row: Known, change: Partial<ConnectedMailbox>): Promise<boolean> =>
  ctx.database.write((tx) => [decisive(tx.update(connectedMailboxes).set(change).where(asKnown(row)))]);

/** The mailbox for which a consent is being asked for. */
export const findAsked = async (ctx: Needs, state: string): Promise<ConnectedMailbox | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(connectedMailboxes)
    .where(eq(connectedMailboxes.consentState, state));
  return row ?? null;
};

/** Uses a state up. @returns false where that was done already */
export const useState = (ctx: Needs, { siteId, id }: Known, state: string): Promise<boolean> =>
  ctx.database.write((tx) => [
    decisive(
      tx
        .update(connectedMailboxes)
        .set({ consentState: null, consent: null })
        .where(
          and(
            eq(connectedMailboxes.siteId, siteId),
            eq(connectedMailboxes.id, id),
            eq(connectedMailboxes.consentState, state),
          ),
        ),
    ),
  ]);
