import type { Role } from '../../../shared/core/people/staff.ts';
import type { ConsoleTexts } from '../i18n.ts';

/** The roles that somebody may give, with their names. @param own their own role */
export const rolesFor = (texts: ConsoleTexts, own: Role): (readonly [Role, string])[] => {
  const all = [
    ['agent', texts.role_agent],
    ['admin', texts.role_admin],
    ['owner', texts.role_owner],
  ] as const;
  return own === 'owner' ? [...all] : all.slice(0, 2);
};
