import { replace } from './place.ts';
import { inboxPath } from '../../shared/core/mail/routes.ts';

const form = new RegExp(`^${inboxPath('([\\w-]+)', '([\\w-]+)')}$`);

/**
 * The conversation that the address names, as the links of mails do: once, because from then on it is the reader who
 * decides what is open.
 */
export const takeLink = (): { site: string; conversation: string } | null => {
  const [, site, conversation] = form.exec(location.pathname) ?? [];
  if (!site || !conversation) return null;
  replace('/inbox');
  return { site, conversation };
};
