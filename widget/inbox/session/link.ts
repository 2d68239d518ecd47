import { replacePath } from '../../core/staff/router.ts';
import { inboxPath } from '../../../shared/core/mail/routes.ts';

const form = new RegExp(`^${inboxPath('([\\w-]+)', '([\\w-]+)')}$`);

export interface Link {
  site: string;
  conversation: string;
}

/** The conversation that a path names. */
export const readLink = (path: string): Link | null => {
  const [, site, conversation] = form.exec(path) ?? [];
  return site && conversation ? { site, conversation } : null;
};

/**
 * The conversation that the address names, as the links of mails do: once, because from then on it is the reader who
 * decides what is open.
 */
export const takeLink = (): Link | null => {
  const link = readLink(location.pathname);
  if (link) replacePath('/inbox');
  return link;
};
