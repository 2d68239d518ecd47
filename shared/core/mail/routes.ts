import type { VisitorThread } from '../conversations/schema.ts';
import { route } from '../route.ts';
import type { MailList, MailLog, MailLogQuery, OriginalQuery, SetAsideList } from './schema.ts';

/** The mails of a conversation, oldest first: what was sent, what was not, and what came in. */
export const listMails = route<undefined, MailList>(
  'GET',
  '/api/inbox/:site/conversations/:conversation/mails',
);
/** Mails to and from a site's visitors and team, newest first, a page at a time. */
export const listMailLog = route<undefined, MailLog, MailLogQuery>('GET', '/api/inbox/:site/mails');
/** Mails that came in and became no message, newest first: the newest hundred, with the reason of each. */
export const listSetAside = route<undefined, SetAsideList>('GET', '/api/inbox/:site/mails/set-aside');
/** A mail's HTML as its sender made it, made harmless, as a page for a frame without scripts. */
export const getOriginal = route<undefined, undefined, OriginalQuery>(
  'GET',
  '/api/inbox/:site/messages/:message/original',
);
/**
 * Where a mail provider posts each mail as it came: `message/rfc822`, at most 25 MB, with
 * `Authorization: Bearer <INBOUND_TOKEN>`. 2xx: it is stored, or there is nothing to store; else it is to be posted again.
 */
export const inboundPath = '/api/mail/inbound';
/**
 * Exchanges the token of a mail's link (what follows the `#`) for the visitor: the secret that this is called with,
 * which must be new to the site, is theirs from then on. Works once, and for 14 days.
 */
export const postResume = route<{ token: string }, VisitorThread>('POST', '/api/sites/:site/resume');

/** A page of one site's staff, as a mail's link names it. @param page below `/inbox/` */
export const staffPath = (site: string, page: string): string => `/inbox/sites/${site}/${page}`;
/** The page on which staff read a conversation, as a mail's link names it. */
export const inboxPath = (site: string, conversation: string): string =>
  staffPath(site, `conversations/${conversation}`);
