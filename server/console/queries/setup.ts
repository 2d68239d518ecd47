import { and, eq, gt } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Failure } from '../../core/http/failure.ts';
import { staff, invitations } from '../../core/people/staff/tables.ts';
import { setups, sites } from '../../core/people/sites/tables.ts';
import { hashSecret } from '../../core/people/secrets.ts';

/** True while nobody is here: no account, no site, no set-up. */
export const isEmptyInstallation = async (ctx: Pick<Context, 'database'>): Promise<boolean> => {
  const found = await Promise.all([
    ctx.database.read.select({ id: setups.id }).from(setups).limit(1),
    ctx.database.read.select({ id: staff.id }).from(staff).limit(1),
    ctx.database.read.select({ id: sites.id }).from(sites).limit(1),
  ]);
  return found.every((rows) => rows.length === 0);
};

export const findInvitation = async (ctx: Context, secret: string) => {
  const [row] = await ctx.database.read
    .select({
      hash: invitations.hash,
      siteId: sites.id,
      site: sites.name,
      staffId: staff.id,
      name: staff.name,
      email: staff.email,
    })
    .from(invitations)
    .innerJoin(sites, eq(sites.id, invitations.siteId))
    .innerJoin(staff, eq(staff.id, invitations.staffId))
    .where(and(eq(invitations.hash, hashSecret(secret)), gt(invitations.endsAt, ctx.clock.now())))
    .limit(1);
  if (!row) throw new Failure('not_found', 'This link does not work any more. Ask for a new one.');
  return row;
};
