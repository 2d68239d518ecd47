import { and, eq, notExists } from 'drizzle-orm';
import { isAtLeast, type Role } from '../../../../shared/core/people/roles.ts';
import type { Context } from '../../../context.ts';
import { findOpenAssigned } from '../../conversations/queries/conversations.ts';
import { changeRow } from '../../conversations/writes/changes.ts';
import { decisive, type NewEvent, type Queries, type Statement } from '../../db/database.ts';
import { siteChanged } from '../sites/sites.ts';
import { memberships, sessions, teamMembers } from '../staff/tables.ts';
import { listTokenHashes } from '../tokens/queries.ts';
import { revokeTokensOf } from '../tokens/writes/tokens.ts';
import { leavesAnOwner, listLogins, ofMember } from './queries.ts';

/** The event that says that who is on a site changed. */
export const changedPeople = (siteId: string): NewEvent => ({
  kind: siteChanged,
  subject: siteId,
  audience: 'staff',
});

/** Gives what was a person's to answer back to the team. */
const returnConversations = async (ctx: Context, siteId: string, personId: string): Promise<void> => {
  for (const row of await findOpenAssigned(ctx, siteId, personId))
    await changeRow(ctx, row, { assigneeId: null, promiseOwnerId: null });
};

/** A member of a site, as they are before a change. */
export interface Member {
  id: string;
  role: Role;
}

/**
 * Changes a member's role. Their streams open again as what they are now; who answers no more has nothing to answer.
 * @returns false where no owner would be left who can log in by themselves: nothing changed
 */
export const setMemberRole = async (
  ctx: Context,
  siteId: string,
  person: Member,
  role: Role,
): Promise<boolean> => {
  const { applied } = await ctx.database.commit({
    site: siteId,
    events: [changedPeople(siteId)],
    write: (tx) => [
      decisive(
        tx
          .update(memberships)
          .set({ role })
          .where(
            and(
              ofMember(siteId, person.id),
              role === 'owner' ? undefined : leavesAnOwner(tx, siteId, person.id),
            ),
          ),
      ),
      // Agents have no tokens; coming back brings none back.
      ...(!isAtLeast(role, 'admin') ? [revokeTokensOf(tx, siteId, person.id, ctx.clock.now())] : []),
    ],
  });
  if (applied && isAtLeast(person.role, 'agent') !== isAtLeast(role, 'agent')) {
    const logins = await listLogins(ctx, person.id);
    for (const { hash } of [...logins, ...(await listTokenHashes(ctx, siteId, person.id))])
      ctx.live.revoke(hash, siteId);
    if (!isAtLeast(role, 'agent')) await returnConversations(ctx, siteId, person.id);
  }
  return applied;
};

/** Ends the sessions that a site's provider vouched for, and all of who is on no site any more. */
const endSessionsAt = (tx: Queries, siteId: string, staffId: string): Statement[] => [
  tx.delete(sessions).where(and(eq(sessions.staffId, staffId), eq(sessions.vouchedBy, siteId))),
  tx
    .delete(sessions)
    .where(
      and(
        eq(sessions.staffId, staffId),
        notExists(
          tx.select({ siteId: memberships.siteId }).from(memberships).where(eq(memberships.staffId, staffId)),
        ),
      ),
    ),
];

/**
 * Takes a member off a site: their streams of it end, what was theirs to answer goes back to the team. The account
 * stays, and is logged in wherever else it answers.
 * @returns as {@link setMemberRole}
 */
export const removeMember = async (ctx: Context, siteId: string, personId: string): Promise<boolean> => {
  const logins = await listLogins(ctx, personId);
  const ended = [...logins, ...(await listTokenHashes(ctx, siteId, personId))];
  const { applied } = await ctx.database.commit({
    site: siteId,
    events: [changedPeople(siteId)],
    write: (tx) => [
      decisive(
        tx.delete(memberships).where(and(ofMember(siteId, personId), leavesAnOwner(tx, siteId, personId))),
      ),
      tx.delete(teamMembers).where(and(eq(teamMembers.siteId, siteId), eq(teamMembers.staffId, personId))),
      ...endSessionsAt(tx, siteId, personId),
      revokeTokensOf(tx, siteId, personId, ctx.clock.now()),
    ],
  });
  if (!applied) return false;
  for (const { hash } of ended) ctx.live.revoke(hash, siteId);
  await returnConversations(ctx, siteId, personId);
  return true;
};
