import { canonicalEmail } from '../../core/emailAddress.ts';
import { siteChanged } from '../../core/people/sites/sites.ts';
import { and, eq, lt, notExists } from 'drizzle-orm';
import type { z } from 'zod';
import type { Colleague, invite } from '../../../shared/console/schema.ts';
import { isAtLeast, type Role } from '../../../shared/core/people/roles.ts';
import type { Context } from '../../context.ts';
import { findOpenAssigned } from '../../core/conversations/queries/conversations.ts';
import { changeRow } from '../../core/conversations/writes/changes.ts';
import {
  decisive,
  type Decisive,
  type NewEvent,
  type Queries,
  type Statement,
} from '../../core/db/database.ts';
import { planJob } from '../../core/jobs/queries.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import { hashSecret } from '../../core/people/secrets.ts';
import { staffInvites, memberships, sessions, teamMembers } from '../../core/people/staff/tables.ts';
import { revokeTokensOf } from '../../core/people/tokens/writes/tokens.ts';
import { listTokenHashes } from '../../core/people/tokens/queries.ts';
import { type Actor, invitationLifetime, refuseRole } from '../rules.ts';
import {
  ofMember,
  ofInvited,
  leavesAnOwner,
  findColleague,
  findInvited,
  findMemberByEmail,
} from '../queries/people.ts';

const changedPeople = (siteId: string): NewEvent => ({
  kind: siteChanged,
  subject: siteId,
  audience: 'staff',
});

const allow = (actor: Actor, person: Actor, wanted: Role | null): void => {
  const reason = refuseRole(actor, person, wanted);
  if (reason) throw new Failure('forbidden', reason, { fields: { role: 'not_allowed' } });
};

/**
 * Invites an address to the site. Nothing is said or changed of an account that it may have on other sites: they join
 * when they accept, and show then that the account is theirs. Sending the same again changes nothing.
 * @throws Failure `conflict` when they are on the site, or invited to it, already
 */
export const invitePerson = async (
  ctx: Context,
  siteId: string,
  actor: Actor,
  given: z.infer<typeof invite>,
): Promise<Colleague> => {
  allow(actor, { id: given.id, role: 'agent' }, given.role);
  const now = ctx.clock.now();
  const email = canonicalEmail(given.email);
  const hash = hashSecret(given.secret);
  const [member, invited] = await Promise.all([
    findMemberByEmail(ctx, siteId, email),
    findInvited(ctx, siteId, email),
  ]);
  if (member === given.id || (invited?.id === given.id && invited.hash === hash))
    return findColleague(ctx, siteId, given.id);
  if (member || invited)
    throw new Failure('conflict', 'This person is already on the site, or invited to it.', {
      fields: { email: 'not_allowed' },
    });
  await ctx.database.commit({
    site: siteId,
    events: [changedPeople(siteId)],
    write: (tx) => [
      tx.insert(staffInvites).values({
        siteId,
        id: given.id,
        email,
        name: given.name,
        role: given.role,
        hash,
        createdAt: now,
        endsAt: now + invitationLifetime,
      }),
      // By mail, too, where there is a mail server; its link is one of its own.
      ...(ctx.mailer.isConfigured
        ? [
            planJob(
              tx,
              siteId,
              { kind: 'account.invitation', key: given.id, payload: { invitation: given.id }, runAt: now },
              now,
            ),
          ]
        : []),
    ],
  });
  return findColleague(ctx, siteId, given.id);
};

/** A new link for somebody who has not accepted; those before end. @throws Failure `conflict` when they have */
export const renewInvitation = async (
  ctx: Context,
  siteId: string,
  actor: Actor,
  personId: string,
  secret: string,
): Promise<Colleague> => {
  const person = await findColleague(ctx, siteId, personId);
  allow(actor, person, person.role);
  const now = ctx.clock.now();
  const isRenewed =
    person.pending &&
    (await ctx.database.write((tx) => [
      decisive(
        tx
          .update(staffInvites)
          .set({ hash: hashSecret(secret), mailHash: null, endsAt: now + invitationLifetime })
          .where(ofInvited(siteId, personId)),
      ),
    ]));
  if (!isRenewed) throw new Failure('conflict', 'This person has already accepted.');
  return person;
};

const lastOwner = () =>
  new Failure('conflict', 'A site needs at least one owner.', { fields: { role: 'not_allowed' } });

/** The statement that changes a role, which decides; of who is invited, the role that they will have. */
const setRole = (tx: Queries, siteId: string, person: Colleague, role: Role): Decisive =>
  decisive(
    person.pending
      ? tx.update(staffInvites).set({ role }).where(ofInvited(siteId, person.id))
      : tx
          .update(memberships)
          .set({ role })
          .where(and(ofMember(siteId, person.id), role === 'owner' ? undefined : leavesAnOwner(siteId))),
  );

const listLogins = (ctx: Context, staffId: string): Promise<{ hash: string }[]> =>
  ctx.database.read.select({ hash: sessions.hash }).from(sessions).where(eq(sessions.staffId, staffId));

/** Gives what was a person's to answer back to the team. */
const returnConversations = async (ctx: Context, siteId: string, personId: string): Promise<void> => {
  for (const row of await findOpenAssigned(ctx, siteId, personId))
    await changeRow(ctx, row, { assigneeId: null, promiseOwnerId: null });
};

/** Changes a person's role on the site. @throws Failure `forbidden`, or `conflict` for the last owner */
export const changeRole = async (
  ctx: Context,
  siteId: string,
  actor: Actor,
  personId: string,
  role: Role,
): Promise<Colleague> => {
  const person = await findColleague(ctx, siteId, personId);
  if (role === person.role) return person;
  allow(actor, person, role);
  const { applied } = await ctx.database.commit({
    site: siteId,
    events: [changedPeople(siteId)],
    write: (tx) => [
      setRole(tx, siteId, person, role),
      // Agents have no tokens; coming back brings none back.
      ...(!isAtLeast(role, 'admin') ? [revokeTokensOf(tx, siteId, personId, ctx.clock.now())] : []),
    ],
  });
  if (!applied) throw lastOwner();
  if (isAtLeast(person.role, 'agent') !== isAtLeast(role, 'agent') && !person.pending) {
    // Their streams open again as what they are now; who answers no more has nothing to answer.
    const logins = await listLogins(ctx, personId);
    for (const { hash } of [...logins, ...(await listTokenHashes(ctx, siteId, personId))])
      ctx.live.revoke(hash, siteId);
    if (!isAtLeast(role, 'agent')) await returnConversations(ctx, siteId, personId);
  }
  return findColleague(ctx, siteId, personId);
};

/** Ends the sessions of who is on no site any more. Who answers elsewhere stays logged in there. */
const endSessionsOfNobody = (tx: Queries, staffId: string): Statement =>
  tx
    .delete(sessions)
    .where(
      and(
        eq(sessions.staffId, staffId),
        notExists(
          tx.select({ siteId: memberships.siteId }).from(memberships).where(eq(memberships.staffId, staffId)),
        ),
      ),
    );

/**
 * Takes a person off the site: their streams of it end, what was theirs to answer goes back to the team. The account
 * stays, and is logged in wherever else it answers. Who is invited only is no longer.
 * @throws Failure `forbidden`, or `conflict` for the last owner
 */
export const removeColleague = async (
  ctx: Context,
  siteId: string,
  actor: Actor,
  personId: string,
): Promise<void> => {
  const person = await findColleague(ctx, siteId, personId);
  allow(actor, person, null);
  const logins = await listLogins(ctx, personId);
  const ended = [...logins, ...(await listTokenHashes(ctx, siteId, personId))];
  const { applied } = await ctx.database.commit({
    site: siteId,
    events: [changedPeople(siteId)],
    write: (tx) =>
      person.pending
        ? [decisive(tx.delete(staffInvites).where(ofInvited(siteId, personId)))]
        : [
            decisive(tx.delete(memberships).where(and(ofMember(siteId, personId), leavesAnOwner(siteId)))),
            tx
              .delete(teamMembers)
              .where(and(eq(teamMembers.siteId, siteId), eq(teamMembers.staffId, personId))),
            endSessionsOfNobody(tx, personId),
            revokeTokensOf(tx, siteId, personId, ctx.clock.now()),
          ],
  });
  if (!applied) throw person.pending ? notFound() : lastOwner();
  if (person.pending) return;
  for (const { hash } of ended) ctx.live.revoke(hash, siteId);
  await returnConversations(ctx, siteId, personId);
};

/** An invitation whose link ended is shown for so long, milliseconds: a new link may be made. */
const shownEnded = 30 * 24 * 3_600_000;

/** Forgets invitations that ended long ago; called with the next one's use, so that they do not pile up. */
export const forgetEnded = (ctx: Context): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx.delete(staffInvites).where(lt(staffInvites.endsAt, ctx.clock.now() - shownEnded)),
  ]);
