import { email as emailSchema, longest } from '../../shared/core/fields.ts';
import { newId } from '../../shared/core/ids.ts';
import type { Role } from '../../shared/core/people/roles.ts';
import type { Context } from '../context.ts';
import { cutAtWord } from '../core/content/cut.ts';
import { canonicalEmail } from '../core/emailAddress.ts';
import { removeMember, setMemberRole } from '../core/people/members/writes.ts';
import type { Session } from '../core/people/staff/staff.ts';
import { recordAudit } from '../core/people/staff/writes.ts';
import { type AccountRow, findAccountOf, findLinked, listRoles, type ProviderRow } from './queries.ts';
import { type Claims, isOfDomain, readGroups, roleFrom } from './rules.ts';
import { joinByProvider } from './writes.ts';

/** Reasons why somebody isn't let in; each has a sentence on the page. */
export type Refusal =
  | 'off'
  | 'expired'
  | 'provider'
  | 'email'
  | 'unverified'
  | 'domain'
  | 'elsewhere'
  | 'unknown'
  | 'role'
  | 'disabled';

/** A person whom the provider vouches for. */
interface Found {
  account: AccountRow;
  /** True for an account that is still to be made. */
  isNew: boolean;
  /** True where the provider's name for them is known already. */
  isLinked: boolean;
  roles: { siteId: string; role: Role }[];
}

const emailOf = (claims: Claims): string | null => {
  const read = emailSchema.safeParse(claims['email']);
  return read.success ? canonicalEmail(read.data) : null;
};

/** The name of a new account: as the provider says it, or what stands before the `@`. */
const nameOf = (claims: Claims, email: string): string => {
  const name = typeof claims['name'] === 'string' ? claims['name'].replace(/\p{Cc}/gu, ' ').trim() : '';
  return cutAtWord(name || email.slice(0, email.indexOf('@')), longest.name);
};

/**
 * Finds whose account a login is for. Accounts are joined only where they prove themselves: by a verified address, and
 * where the account answers on other sites, too, by a login of its own in the same browser, because a provider is its
 * own site's alone.
 */
const findPerson = async (
  ctx: Context,
  provider: ProviderRow,
  { claims, subject, own }: { claims: Claims; subject: string; own: Session | null },
): Promise<Found | Refusal> => {
  const linked = await findLinked(ctx, provider, subject);
  const email = emailOf(claims);
  if (!isOfDomain(email ?? '', provider.domains)) return email === null ? 'email' : 'domain';
  if (linked)
    return { account: linked, isNew: false, isLinked: true, roles: await listRoles(ctx, linked.id) };
  if (email === null) return 'email';
  if (claims['email_verified'] !== true) return 'unverified';
  const known = await findAccountOf(ctx, email);
  if (!known) {
    const now = ctx.clock.now();
    const account = { id: newId(now), name: nameOf(claims, email), email, disabledAt: null };
    return { account, isNew: true, isLinked: false, roles: [] };
  }
  const roles = await listRoles(ctx, known.id);
  const isOwn = own?.vouchedBy === null && own.staff.id === known.id;
  if (!isOwn && roles.some(({ siteId }) => siteId !== provider.siteId)) return 'elsewhere';
  return { account: known, isNew: false, isLinked: false, roles };
};

/** Gives a member the role of this login. @returns whether they still are one */
const followGroups = async (
  ctx: Context,
  { siteId }: ProviderRow,
  staffId: string,
  current: Role,
  wanted: Role | null,
): Promise<boolean> => {
  if (wanted === current) return true;
  // The last owner who can log in by themselves stays, whatever the groups say.
  const isDone =
    wanted === null
      ? await removeMember(ctx, siteId, staffId)
      : await setMemberRole(ctx, siteId, { id: staffId, role: current }, wanted);
  if (isDone) await recordAudit(ctx, [siteId], staffId, 'provider_role');
  return wanted !== null || !isDone;
};

/**
 * Lets in whom the provider vouches for, in the role that it says.
 * @param own the browser's own session; null for none
 */
export const enterByProvider = async (
  ctx: Context,
  provider: ProviderRow,
  given: { claims: Claims; subject: string; own: Session | null },
): Promise<AccountRow | Refusal> => {
  const found = await findPerson(ctx, provider, given);
  if (typeof found === 'string') return found;
  const { account, isNew, isLinked, roles } = found;
  if (account.disabledAt !== null) return 'disabled';
  const current = roles.find(({ siteId }) => siteId === provider.siteId)?.role ?? null;
  if (current === null && !provider.provisions) return 'unknown';
  const wanted = roleFrom(provider, readGroups(given.claims, provider.groupsClaim), current);
  if (current !== null) {
    if (!(await followGroups(ctx, provider, account.id, current, wanted))) return 'role';
  } else if (wanted === null) return 'role';
  if (current === null || !isLinked)
    await joinByProvider(ctx, provider, given.subject, account, {
      role: current === null ? wanted : null,
      isNew,
    });
  return account;
};
