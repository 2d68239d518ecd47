import { replacePath } from '../../core/staff/router.ts';
import { staffPath } from '../../../shared/core/mail/routes.ts';

const form = new RegExp(`^${staffPath('([\\w-]+)', '(.+)')}$`);

/** A page of one site: a conversation, or another one of ours. */
export interface Link {
  site: string;
  /** Undefined for another page. */
  conversation: string | undefined;
  /** The page without the site in it. */
  path: string;
}

/** The site and page that a path names; null where it names no site. */
export const readLink = (path: string): Link | null => {
  const [, site, page = ''] = form.exec(path) ?? [];
  if (!site) return null;
  const conversation = /^conversations\/([\w-]+)$/.exec(page)?.[1];
  return { site, conversation, path: conversation ? '/inbox' : `/inbox/${page}` };
};

/**
 * The site and page that the address names, as the links of mails do: once, because from then on it is the reader who
 * decides what is open.
 */
export const takeLink = (): Link | null => {
  const link = readLink(location.pathname);
  if (link) replacePath(link.path);
  return link;
};
