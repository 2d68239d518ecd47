import { canonicalEmail } from '../../core/emailAddress.ts';
import { lt } from 'drizzle-orm';
import type { z } from 'zod';
import type { Colleague, invite } from '../../../shared/console/schema.ts';
import type { Role } from '../../../shared/core/people/roles.ts';
import type { Context } from '../../context.ts';
import { decisive } from '../../core/db/database.ts';
import { changedPeople, removeMember, setMemberRole } from '../../core/people/members/writes.ts';
import { planJob } from '../../core/jobs/queries.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import { hashSecret } from '../../core/people/secrets.ts';
import { staffInvites } from '../../core/people/staff/tables.ts';
import { type Actor, invitationLifetime, refuseRole } from '../rules.ts';
import { ofInvited, findColleague, findInvited, findMemberByEmail } from '../queries/people.ts';

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

/** Changes the role that somebody who is invited will have. */
const setInvitedRole = async (ctx: Context, siteId: string, id: string, role: Role): Promise<boolean> => {
  const { applied } = await ctx.database.commit({
    site: siteId,
    events: [changedPeople(siteId)],
    write: (tx) => [decisive(tx.update(staffInvites).set({ role }).where(ofInvited(siteId, id)))],
  });
  return applied;
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
  const isChanged = person.pending
    ? await setInvitedRole(ctx, siteId, personId, role)
    : await setMemberRole(ctx, siteId, person, role);
  if (!isChanged) throw lastOwner();
  return findColleague(ctx, siteId, personId);
};

/**
 * Takes a person off the site; who is invited only is no longer.
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
  if (!person.pending) {
    if (!(await removeMember(ctx, siteId, personId))) throw lastOwner();
    return;
  }
  const { applied } = await ctx.database.commit({
    site: siteId,
    events: [changedPeople(siteId)],
    write: (tx) => [decisive(tx.delete(staffInvites).where(ofInvited(siteId, personId)))],
  });
  if (!applied) throw notFound();
};

/** An invitation whose link ended is shown for so long, milliseconds: a new link may be made. */
const shownEnded = 30 * 24 * 3_600_000;

/** Forgets invitations that ended long ago; called with the next one's use, so that they do not pile up. */
export const forgetEnded = (ctx: Context): Promise<boolean> =>
  ctx.database.write((tx) => [
    tx.delete(staffInvites).where(lt(staffInvites.endsAt, ctx.clock.now() - shownEnded)),
  ]);
