import { and, eq, gt, or } from 'drizzle-orm';
import type { Role } from '../../../shared/core/people/roles.ts';
import type { Context } from '../../context.ts';
import { Failure } from '../../core/http/failure.ts';
import { staff, staffInvites } from '../../core/people/staff/tables.ts';
import { setups, sites } from '../../core/people/sites/tables.ts';
import { hashSecret } from '../../core/people/secrets.ts';

/** An invitation: a place on one site, whatever else its address answers on. */
export interface Invitation {
  siteId: string;
  site: string;
  id: string;
  name: string;
  email: string;
  role: Role;
  /** The account of the address, if it has one. Not for who holds the link: see `isProved`. */
  accountId: string | null;
  /** The link is the one that went to the address by mail: its holder reads what is sent there. */
  isProved: boolean;
}

/** True while nobody is here: no account, no site, no set-up. */
export const isEmptyInstallation = async (ctx: Pick<Context, 'database'>): Promise<boolean> => {
  const found = await Promise.all([
    ctx.database.read.select({ id: setups.id }).from(setups).limit(1),
    ctx.database.read.select({ id: staff.id }).from(staff).limit(1),
    ctx.database.read.select({ id: sites.id }).from(sites).limit(1),
  ]);
  return found.every((rows) => rows.length === 0);
};

/** The invitation behind a link, the inviter's or the mail's. @throws Failure `not_found` */
export const findInvitation = async (ctx: Context, secret: string): Promise<Invitation> => {
  const hash = hashSecret(secret);
  const [row] = await ctx.database.read
    .select({
      siteId: sites.id,
      site: sites.name,
      id: staffInvites.id,
      name: staffInvites.name,
      email: staffInvites.email,
      role: staffInvites.role,
      accountId: staff.id,
      mailHash: staffInvites.mailHash,
    })
    .from(staffInvites)
    .innerJoin(sites, eq(sites.id, staffInvites.siteId))
    .leftJoin(staff, eq(staff.email, staffInvites.email))
    .where(
      and(
        or(eq(staffInvites.hash, hash), eq(staffInvites.mailHash, hash)),
        gt(staffInvites.endsAt, ctx.clock.now()),
      ),
    )
    .limit(1);
  if (!row) throw new Failure('not_found', 'This link no longer works. Request a new one.');
  const { mailHash, ...invitation } = row;
  return { ...invitation, isProved: mailHash === hash };
};
