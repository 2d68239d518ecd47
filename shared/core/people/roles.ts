/** Roles of staff on a site, each may do what those before it may. */
export const roles = ['moderator', 'agent', 'admin', 'owner'] as const;
export type Role = (typeof roles)[number];

/** True for a role that may do at least what another may. */
export const isAtLeast = (role: Role, least: Role): boolean => roles.indexOf(role) >= roles.indexOf(least);
