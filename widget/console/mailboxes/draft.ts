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
  | 'imap'
  | 'smtp'
> & { password: string; smtpPassword: string };

export const blank: MailboxDraft = {
  address: '',
  name: '',
  team: null,
  language: '',
  signature: '',
  acknowledges: false,
  acknowledgement: '',
  imap: { host: '', port: 993, security: 'tls', user: '' },
  smtp: { host: '', port: 465, security: 'tls', user: '' },
  password: '',
  smtpPassword: '',
};

export const draftOf = (mailbox: Mailbox): MailboxDraft => {
  const { address, name, team, language, signature, acknowledges, acknowledgement, imap, smtp } = mailbox;
  return {
    address,
    name,
    team,
    language,
    signature,
    acknowledges,
    acknowledgement,
    imap,
    smtp,
    password: '',
    smtpPassword: '',
  };
};

/** The fields as they are sent: a password that was not typed stays as it is. */
export const bodyOf = ({ password, smtpPassword, ...draft }: MailboxDraft) => ({
  ...draft,
  ...(password && { password }),
  ...(smtpPassword && draft.smtp.user && { smtpPassword }),
});

/** Providers whose servers are not called after the address. */
const known: Record<string, [imap: string, smtp: string]> = {
  'gmail.com': ['imap.gmail.com', 'smtp.gmail.com'],
  'googlemail.com': ['imap.gmail.com', 'smtp.gmail.com'],
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
    imap: { ...draft.imap, host: draft.imap.host || imap, user: draft.imap.user || draft.address },
    smtp: { ...draft.smtp, host: draft.smtp.host || smtp },
  };
};
