import { and, eq } from 'drizzle-orm';
import { newSecret } from '../../../shared/core/ids.ts';
import type { SiteSettings } from '../../../shared/siteSettings.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../../core/db/database.ts';
import { logs } from '../../core/events/tables.ts';
import { setups, sites } from '../../core/people/sites/tables.ts';
import { invitations, memberships, sessions, staff } from '../../core/people/staff/tables.ts';

/** The key of the only row: who comes second finds it taken. */
const onlySetup = 'installation';

/** Uses up an invitation's link: sets the person's first password and name. Decides by the link, and by there being none. */
export const acceptInvitation = (
  tx: Queries,
  invitation: { hash: string; staffId: string },
  given: { name: string; passwordHash: string },
): (Statement | Decisive)[] => [
  decisive(tx.delete(invitations).where(eq(invitations.hash, invitation.hash))),
  tx.delete(invitations).where(eq(invitations.staffId, invitation.staffId)),
  // Only who has none gets one: a link must never be worth somebody's existing account.
  decisive(
    tx
      .update(staff)
      .set(given)
      .where(and(eq(staff.id, invitation.staffId), eq(staff.passwordHash, ''))),
  ),
  tx.delete(sessions).where(eq(sessions.staffId, invitation.staffId)),
];

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
