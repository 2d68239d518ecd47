import { and, eq } from 'drizzle-orm';
import type { Role } from '../../shared/core/people/roles.ts';
import type { Context } from '../context.ts';
import type { Queries, Statement } from '../core/db/database.ts';
import { changedPeople } from '../core/people/members/writes.ts';
import { sites } from '../core/people/sites/tables.ts';
import { noPassword } from '../core/people/staff/passwords.ts';
import { memberships, sessions, staff, staffInvites } from '../core/people/staff/tables.ts';
import type { AccountRow, ProviderRow } from './queries.ts';
import { oidcIdentities, oidcProviders } from './tables.ts';

/** Tells everyone who holds the site's row that it changed. */
const commitSite = async (
  ctx: Context,
  siteId: string,
  write: (tx: Queries) => Statement[],
): Promise<void> => {
  await ctx.database.commit({ site: siteId, events: [changedPeople(siteId)], write });
  ctx.sites.forget(siteId);
};

const setOnlyWay = (tx: Queries, siteId: string, isProviderOnly: boolean): Statement =>
  tx.update(sites).set({ isProviderOnly }).where(eq(sites.id, siteId));

/** Ends the logins that the site's provider vouched for: what it was is no more. */
const endVouched = (tx: Queries, siteId: string): Statement =>
  tx.delete(sessions).where(eq(sessions.vouchedBy, siteId));

/** @param isOther whether it's another provider than before, or one that was turned off: its logins end */
export const saveProviderRow = (
  ctx: Context,
  row: ProviderRow,
  { isOnlyWay, isOther }: { isOnlyWay: boolean; isOther: boolean },
): Promise<void> =>
  commitSite(ctx, row.siteId, (tx) => [
    tx.insert(oidcProviders).values(row).onConflictDoUpdate({ target: oidcProviders.siteId, set: row }),
    setOnlyWay(tx, row.siteId, isOnlyWay),
    ...(isOther ? [endVouched(tx, row.siteId)] : []),
  ]);

export const deleteProviderRow = (ctx: Context, siteId: string): Promise<void> =>
  commitSite(ctx, siteId, (tx) => [
    tx.delete(oidcProviders).where(eq(oidcProviders.siteId, siteId)),
    tx.delete(oidcIdentities).where(eq(oidcIdentities.siteId, siteId)),
    setOnlyWay(tx, siteId, false),
    endVouched(tx, siteId),
  ]);

/** Remembers the account of a provider's person. */
const insertIdentity = (
  tx: Queries,
  { siteId, issuer }: ProviderRow,
  subject: string,
  staffId: string,
  createdAt: number,
): Statement =>
  tx.insert(oidcIdentities).values({ siteId, issuer, subject, staffId, createdAt }).onConflictDoNothing();

/**
 * Lets a person in who wasn't on the site, or wasn't known by the provider's name for them.
 * @param role the role of who becomes a member; null for who is one
 * @param isNew true where the account is made
 */
export const joinByProvider = (
  ctx: Context,
  provider: ProviderRow,
  subject: string,
  { id, name, email }: AccountRow,
  { role, isNew }: { role: Role | null; isNew: boolean },
): Promise<void> => {
  const now = ctx.clock.now();
  const { siteId } = provider;
  return commitSite(ctx, siteId, (tx) => [
    ...(isNew
      ? [tx.insert(staff).values({ id, email, name, passwordHash: noPassword, createdAt: now })]
      : []),
    ...(role
      ? [
          tx.insert(memberships).values({ siteId, staffId: id, role, createdAt: now }).onConflictDoNothing(),
          tx.delete(staffInvites).where(and(eq(staffInvites.siteId, siteId), eq(staffInvites.email, email))),
        ]
      : []),
    insertIdentity(tx, provider, subject, id, now),
  ]);
};
