import { siteChanged } from '../../core/people/sites/sites.ts';
import { and, eq, lt } from 'drizzle-orm';
import type { z } from 'zod';
import type { Colleague, invite } from '../../../shared/console/schema.ts';
import type { Role } from '../../../shared/core/people/staff.ts';
import type { Context } from '../../context.ts';
import { findOpenAssigned } from '../../core/conversations/queries/conversations.ts';
import { changeRow } from '../../core/conversations/writes/changes.ts';
import { decisive, type NewEvent } from '../../core/db/database.ts';
import { planJob } from '../../core/jobs/queries.ts';
import { Failure } from '../../core/http/failure.ts';
import { hashSecret } from '../../core/people/secrets.ts';
import { invitations, memberships, sessions, staff } from '../../core/people/staff/tables.ts';
import { type Actor, invitationLifetime, refuseRole } from '../rules.ts';
import { ofMember, leavesAnOwner, findColleague } from '../queries/people.ts';

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
 * Puts a person on the site. Who is new to the installation sets their password by the link; who has one keeps it:
 * nobody's invitation may change another's password. Sending the same again changes nothing.
 * @throws Failure `conflict` when they are on the site already
 */
export const invitePerson = async (
  ctx: Context,
  siteId: string,
  actor: Actor,
  given: z.infer<typeof invite>,
): Promise<{ person: Colleague; needsLink: boolean }> => {
  allow(actor, { id: given.id, role: 'agent' }, given.role);
  const now = ctx.clock.now();
  const email = given.email.toLowerCase();
  const hash = hashSecret(given.secret);
  const [known] = await ctx.database.read.select().from(staff).where(eq(staff.email, email)).limit(1);
  if (known?.disabledAt)
    throw new Failure('invalid', 'This person was shut out of the installation.', {
      fields: { email: 'not_allowed' },
    });
  const id = known?.id ?? given.id;
  const needsLink = !known?.passwordHash;
  if (known) {
    const [member] = await ctx.database.read
      .select({ role: memberships.role })
      .from(memberships)
      .where(ofMember(siteId, id))
      .limit(1);
    const [same] = await ctx.database.read
      .select({ hash: invitations.hash })
      .from(invitations)
      .where(and(eq(invitations.hash, hash), eq(invitations.siteId, siteId)))
      .limit(1);
    if (member && !same && known.id !== given.id)
      throw new Failure('conflict', 'This person is on the site already.', {
        fields: { email: 'not_allowed' },
      });
    if (member) return { person: await findColleague(ctx, siteId, id), needsLink };
  }
  await ctx.database.commit({
    site: siteId,
    events: [changedPeople(siteId)],
    write: (tx) => [
      ...(known
        ? []
        : [tx.insert(staff).values({ id, email, name: given.name, passwordHash: '', createdAt: now })]),
      tx.insert(memberships).values({ siteId, staffId: id, role: given.role, createdAt: now }),
      ...(needsLink
        ? [
            tx.delete(invitations).where(and(eq(invitations.staffId, id), eq(invitations.siteId, siteId))),
            tx
              .insert(invitations)
              .values({ hash, siteId, staffId: id, createdAt: now, endsAt: now + invitationLifetime }),
            // By mail, too, where there is a mail server; its link is one of its own.
            ...(ctx.mailer.isConfigured
              ? [
                  planJob(
                    tx,
                    siteId,
                    {
                      kind: 'account.invitation',
                      key: `${siteId} ${id} ${now}`,
                      payload: { staff: id },
                      runAt: now,
                    },
                    now,
                  ),
                ]
              : []),
          ]
        : []),
    ],
  });
  return { person: await findColleague(ctx, siteId, id), needsLink };
};

/** A new link for somebody who has not set a password; the one before ends. @throws Failure `conflict` when they have */
export const renewInvitation = async (
  ctx: Context,
  siteId: string,
  actor: Actor,
  personId: string,
  secret: string,
): Promise<Colleague> => {
  const person = await findColleague(ctx, siteId, personId);
  allow(actor, person, person.role);
  if (!person.pending) throw new Failure('conflict', 'This person has set a password.');
  const now = ctx.clock.now();
  await ctx.database.write((tx) => [
    tx.delete(invitations).where(and(eq(invitations.staffId, personId), eq(invitations.siteId, siteId))),
    tx.insert(invitations).values({
      hash: hashSecret(secret),
      siteId,
      staffId: personId,
      createdAt: now,
      endsAt: now + invitationLifetime,
    }),
  ]);
  return person;
};

const lastOwner = () =>
  new Failure('conflict', 'A site keeps at least one owner.', { fields: { role: 'not_allowed' } });

/** Changes a person's name or role. @throws Failure `forbidden`, or `conflict` for the last owner */
export const changeColleague = async (
  ctx: Context,
  siteId: string,
  actor: Actor,
  personId: string,
  change: { name?: string | undefined; role?: Role | undefined },
): Promise<Colleague> => {
  const person = await findColleague(ctx, siteId, personId);
  const role = change.role !== undefined && change.role !== person.role ? change.role : null;
  if (role) allow(actor, person, role);
  // A name belongs to the person on every site: their own, or of somebody whom this actor could also take off.
  if (change.name !== undefined && person.id !== actor.id) allow(actor, person, person.role);
  const { applied } = await ctx.database.commit({
    site: siteId,
    events: [changedPeople(siteId)],
    write: (tx) => [
      ...(role
        ? [
            decisive(
              tx
                .update(memberships)
                .set({ role })
                .where(and(ofMember(siteId, personId), role === 'owner' ? undefined : leavesAnOwner(siteId))),
            ),
          ]
        : []),
      ...(change.name === undefined
        ? []
        : [tx.update(staff).set({ name: change.name }).where(eq(staff.id, personId))]),
    ],
  });
  if (!applied) throw lastOwner();
  return findColleague(ctx, siteId, personId);
};

/**
 * Takes a person off the site: their sessions and streams end, what was theirs to answer goes back to the team.
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
  const ended = await ctx.database.read
    .select({ hash: sessions.hash })
    .from(sessions)
    .where(eq(sessions.staffId, personId));
  const { applied } = await ctx.database.commit({
    site: siteId,
    events: [changedPeople(siteId)],
    write: (tx) => [
      decisive(tx.delete(memberships).where(and(ofMember(siteId, personId), leavesAnOwner(siteId)))),
      tx.delete(invitations).where(and(eq(invitations.staffId, personId), eq(invitations.siteId, siteId))),
      tx.delete(sessions).where(eq(sessions.staffId, personId)),
    ],
  });
  if (!applied) throw lastOwner();
  for (const { hash } of ended) ctx.live.revoke(hash);
  for (const row of await findOpenAssigned(ctx, siteId, personId))
    await changeRow(ctx, row, { assigneeId: null, promiseOwnerId: null });
};

/** Links that ended; called with the next invitation's use, so that they do not pile up. */
export const forgetEnded = (ctx: Context): Promise<boolean> =>
  ctx.database.write((tx) => [tx.delete(invitations).where(lt(invitations.endsAt, ctx.clock.now()))]);
