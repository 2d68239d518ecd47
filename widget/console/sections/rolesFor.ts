import type { Role } from '../../../shared/core/people/roles.ts';
import type { ConsoleTexts } from '../i18n.ts';

/** The roles that somebody may give, with their names. @param own their own role */
export const rolesFor = (texts: ConsoleTexts, own: Role): (readonly [Role, string])[] => {
  const all = [
    ['moderator', texts.role_moderator],
    ['agent', texts.role_agent],
    ['admin', texts.role_admin],
    ['owner', texts.role_owner],
  ] as const;
  return own === 'owner' ? [...all] : all.slice(0, 3);
};
