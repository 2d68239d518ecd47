import { and, eq } from 'drizzle-orm';
import { newSecret } from '../../../shared/core/ids.ts';
import type { SiteSettings } from '../../../shared/siteSettings.ts';
import type { Invitation } from '../queries/setup.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../../core/db/database.ts';
import { logs } from '../../core/events/tables.ts';
import { setups, sites } from '../../core/people/sites/tables.ts';
import { staffInvites, memberships, staff } from '../../core/people/staff/tables.ts';

/** The key of the only row: who comes second finds it taken. */
const onlySetup = 'installation';

/** Uses up an invitation, which decides: of two who come at once one joins. */
const useInvitation = (tx: Queries, { siteId, id }: Invitation): Decisive =>
  decisive(tx.delete(staffInvites).where(and(eq(staffInvites.siteId, siteId), eq(staffInvites.id, id))));

/** Joins an account to the site of an invitation, and to no other. */
export const joinSite = (
  tx: Queries,
  invitation: Invitation,
  staffId: string,
  now: number,
): (Statement | Decisive)[] => [
  useInvitation(tx, invitation),
  tx
    .insert(memberships)
    .values({ siteId: invitation.siteId, staffId, role: invitation.role, createdAt: now })
    .onConflictDoNothing(),
];

/** Makes the account of an invitation's address, where it has none; nothing changes for one that is there. */
export const makeInvitedAccount = (
  tx: Queries,
  { id, email }: Invitation,
  given: { name: string; passwordHash: string },
  now: number,
): Statement =>
  tx
    .insert(staff)
    .values({ id, email, ...given, createdAt: now })
    .onConflictDoNothing();

/** Makes the first site and its owner. A second machine, or a second click, fails by the key of the set-up's row. */
export const setUpInstallation = (
  tx: Queries,
  site: { id: string; key: string; name: string; origins: string[]; settings: SiteSettings },
  owner: { id: string; email: string; name: string; passwordHash: string },
  now: number,
): Statement[] => [
  tx.insert(setups).values({ id: onlySetup, at: now }),
  tx.insert(sites).values({ ...site, secret: newSecret(), createdAt: now }),
  tx.insert(logs).values({ siteId: site.id, head: 0, oldest: 1 }),
  tx.insert(staff).values({ ...owner, createdAt: now }),
  tx.insert(memberships).values({ siteId: site.id, staffId: owner.id, role: 'owner', createdAt: now }),
];
