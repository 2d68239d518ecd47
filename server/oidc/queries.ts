import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { sites } from '../core/people/sites/tables.ts';
import { memberships, staff } from '../core/people/staff/tables.ts';
import { oidcIdentities, oidcProviders } from './tables.ts';

export type ProviderRow = typeof oidcProviders.$inferSelect;

export const findProvider = async (ctx: Context, siteId: string): Promise<ProviderRow | null> => {
  const [row] = await ctx.database.read.select().from(oidcProviders).where(eq(oidcProviders.siteId, siteId));
  return row ?? null;
};

/** Providers that are on, of sites that the team finds. */
export const listProviders = (ctx: Context, max: number) =>
  ctx.database.read
    .select({ siteId: oidcProviders.siteId, label: oidcProviders.label })
    .from(oidcProviders)
    .innerJoin(sites, eq(sites.id, oidcProviders.siteId))
    .where(and(eq(oidcProviders.isOn, true), isNull(sites.deletedAt)))
    .orderBy(asc(oidcProviders.label), asc(oidcProviders.siteId))
    .limit(max);

const account = { id: staff.id, name: staff.name, email: staff.email, disabledAt: staff.disabledAt };
export type AccountRow = { id: string; name: string; email: string; disabledAt: number | null };

/** The account that a provider's person has logged in to before. */
export const findLinked = async (
  ctx: Context,
  { siteId, issuer }: ProviderRow,
  subject: string,
): Promise<AccountRow | null> => {
  const [row] = await ctx.database.read
    .select(account)
    .from(oidcIdentities)
    .innerJoin(staff, eq(staff.id, oidcIdentities.staffId))
    .where(
      and(
        eq(oidcIdentities.siteId, siteId),
        eq(oidcIdentities.issuer, issuer),
        eq(oidcIdentities.subject, subject),
      ),
    );
  return row ?? null;
};

/** The account of an address, shut out or not. */
export const findAccountOf = async (ctx: Context, email: string): Promise<AccountRow | null> => {
  const [row] = await ctx.database.read.select(account).from(staff).where(eq(staff.email, email));
  return row ?? null;
};

/** A person's roles, by site. */
export const listRoles = (ctx: Context, staffId: string) =>
  ctx.database.read
    .select({ siteId: memberships.siteId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.staffId, staffId));
