import type { Mailbox } from '../../../shared/mailboxes/schema.ts';

/** A mailbox as it is typed: passwords only where they are typed anew. */
export type MailboxDraft = Pick<
  Mailbox,
  | 'address'
  | 'name'
  | 'team'
  | 'language'
  | 'signature'
  | 'acknowledges'
  | 'acknowledgement'
  | 'login'
  | 'imap'
  | 'smtp'
> & {
  password: string;
  smtpPassword: string;
  client: { id: string; secret: string; tenant: string };
  /** The mailbox that a consent opens; empty for that of the address. */
  user: string;
};

export const blank: MailboxDraft = {
  address: '',
  name: '',
  team: null,
  language: '',
  signature: '',
  acknowledges: false,
  acknowledgement: '',
  login: 'password',
  imap: { host: '', port: 993, security: 'tls', user: '' },
  smtp: { host: '', port: 465, security: 'tls', user: '' },
  password: '',
  smtpPassword: '',
  client: { id: '', secret: '', tenant: '' },
  user: '',
};

export const draftOf = (mailbox: Mailbox): MailboxDraft => {
  const {
    address,
    name,
    team,
    language,
    signature,
    acknowledges,
    acknowledgement,
    login,
    imap,
    smtp,
    client,
  } = mailbox;
  return {
    address,
    name,
    team,
    language,
    signature,
    acknowledges,
    acknowledgement,
    login,
    imap,
    smtp,
    password: '',
    smtpPassword: '',
    client: { id: client?.id ?? '', secret: '', tenant: client?.tenant ?? '' },
    user: login === 'password' || imap.user === address ? '' : imap.user,
  };
};

/** Fields of every mailbox as they are sent. */
const commonOf = ({ login, imap, smtp, password, smtpPassword, client, user, ...common }: MailboxDraft) =>
  common;

const serversOf = ({ imap, smtp, password, smtpPassword }: MailboxDraft) => ({
  imap,
  smtp,
  ...(password && { password }),
  ...(smtpPassword && smtp.user && { smtpPassword }),
});

/** The fields as they are sent: a password or secret that was not typed stays as it is. */
export const bodyOf = (draft: MailboxDraft) => {
  if (draft.login === 'password') return { ...commonOf(draft), ...serversOf(draft) };
  const { secret, ...client } = draft.client;
  return { ...commonOf(draft), user: draft.user, client: { ...client, ...(secret && { secret }) } };
};

/** The fields of one that is added. */
export const newBodyOf = (draft: MailboxDraft) => {
  const { login, client, user, password } = draft;
  return login === 'password'
    ? { ...commonOf(draft), ...serversOf(draft), login, password }
    : { ...commonOf(draft), login, client, user };
};

/** Providers that open mailboxes by consent alone, by the domains of their addresses. */
const byConsent: Record<string, Mailbox['login']> = {
  'gmail.com': 'google',
  'googlemail.com': 'google',
  'outlook.com': 'microsoft',
  'hotmail.com': 'microsoft',
  'live.com': 'microsoft',
};

/** Providers whose servers are not called after the address. */
const known: Record<string, [imap: string, smtp: string]> = {
  'gmail.com': ['imap.gmail.com', 'smtp.gmail.com'],
  'googlemail.com': ['imap.gmail.com', 'smtp.gmail.com'],
  'outlook.com': ['outlook.office365.com', 'smtp.office365.com'],
  'icloud.com': ['imap.mail.me.com', 'smtp.mail.me.com'],
  'fastmail.com': ['imap.fastmail.com', 'smtp.fastmail.com'],
  'gmx.de': ['imap.gmx.net', 'mail.gmx.net'],
  'gmx.net': ['imap.gmx.net', 'mail.gmx.net'],
  'web.de': ['imap.web.de', 'smtp.web.de'],
  'yahoo.com': ['imap.mail.yahoo.com', 'smtp.mail.yahoo.com'],
};

/** A draft with what can be told from its address, where nothing was typed yet. */
export const guessed = (draft: MailboxDraft): MailboxDraft => {
  const domain = draft.address.split('@')[1]?.toLowerCase() ?? '';
  if (!domain.includes('.')) return draft;
  const [imap, smtp] = known[domain] ?? [`imap.${domain}`, `smtp.${domain}`];
  return {
    ...draft,
    // Who has chosen, or typed a server, keeps it.
    ...(draft.imap.host === '' && { login: byConsent[domain] ?? draft.login }),
    imap: { ...draft.imap, host: draft.imap.host || imap, user: draft.imap.user || draft.address },
    smtp: { ...draft.smtp, host: draft.smtp.host || smtp },
  };
};
