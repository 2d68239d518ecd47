import { isAtLeast, type Role } from '../../shared/core/people/roles.ts';
import type { GroupRole } from '../../shared/oidc/schema.ts';

/** Claims of a person, as a provider answers with them. */
export type Claims = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Claims =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a claim's name; where there's none of the name, dots lead into objects (`realm_access.roles`). */
const claimAt = (claims: Claims, name: string): unknown =>
  Object.hasOwn(claims, name)
    ? claims[name]
    : name
        .split('.')
        .reduce<unknown>(
          (value, part) => (isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined),
          claims,
        );

/** The groups of a person: a list of names, or one name. */
export const readGroups = (claims: Claims, name: string): string[] => {
  const value = name === '' ? undefined : claimAt(claims, name);
  const list = Array.isArray(value) ? value : [value];
  return list.filter((group) => typeof group === 'string');
};

/** The highest role of a person's groups; null for who is in none of those that have one. */
const highestRole = (groups: readonly string[], mapped: readonly GroupRole[]): Role | null =>
  mapped
    .filter(({ group }) => groups.includes(group))
    .reduce<Role | null>((best, { role }) => (best === null || isAtLeast(role, best) ? role : best), null);

/**
 * The role that a person has from this login on. Where groups have roles, those of the person say; where none do, who
 * has a role keeps it.
 * @param current the role until now; null for who has none
 * @returns null for who isn't let in
 */
export const roleFrom = (
  provider: { groups: readonly GroupRole[]; defaultRole: Role | null },
  groups: readonly string[],
  current: Role | null,
): Role | null =>
  provider.groups.length === 0
    ? (current ?? provider.defaultRole)
    : (highestRole(groups, provider.groups) ?? provider.defaultRole);

/** Whether an address is of one of the domains; of any where none are named. */
export const isOfDomain = (email: string, domains: readonly string[]): boolean =>
  domains.length === 0 ||
  domains.some((domain) => email.slice(email.lastIndexOf('@') + 1) === domain.toLowerCase());
