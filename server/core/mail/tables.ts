import { at, bool, index, int, json, primaryKey, seq, table, text, uniqueIndex } from '../db/columns.ts';
import type { MailFault, MailLogin, MailServer, MailboxTest } from '../../../shared/core/mail/connection.ts';
import type { MailKind, MailState, SetAsideReason } from '../../../shared/core/mail/schema.ts';

/** Mails that went out, or are to, and those that came in. A row is there before the first byte leaves. */
export const mails = table(
  'mails',
  {
    siteId: text('site_id').notNull(),
    /** Of what goes out the job's: its Message-ID, reply address and links follow from it, at every try. */
    id: text('id').notNull(),
    kind: text('kind').$type<MailKind>().notNull(),
    conversationId: text('conversation_id').notNull(),
    /** The one other side: who gets it, or who wrote it. */
    address: text('address').notNull(),
    /** Null for a visitor. */
    staffId: text('staff_id'),
    messageId: text('message_id').notNull(),
    /** Of what came in at an address of the site: that address; replies go out from it. */
    mailbox: text('mailbox'),
    state: text('state').$type<MailState>().notNull(),
    /** The messages that it tells of: after the first place, up to the second. */
    after: seq('after_seq').notNull(),
    upTo: seq('up_to_seq').notNull(),
    createdAt: at('created_at').notNull(),
    /** When its state last changed. */
    at: at('at').notNull(),
  },
  (mail) => [
    primaryKey({ columns: [mail.siteId, mail.id] }),
    // A reply address names a mail and no site.
    uniqueIndex('mails_id').on(mail.id),
    index('mails_conversation').on(mail.siteId, mail.conversationId, mail.createdAt),
    index('mails_state').on(mail.siteId, mail.state, mail.createdAt, mail.id),
    // Mails of one thread name each other.
    index('mails_message').on(mail.siteId, mail.messageId),
    index('mails_address').on(mail.siteId, mail.address, mail.createdAt),
  ],
);

/** Addresses that sites take mail at, each one site's, in the form that addresses are compared in. */
export const mailAddresses = table('mail_addresses', {
  address: text('address').primaryKey(),
  siteId: text('site_id').notNull(),
  /** The connected mailbox that it is the address of; null for one of the settings. */
  mailboxId: text('mailbox_id'),
});

/** Mailboxes that sites read and send by, each with servers and a login of its own. */
export const connectedMailboxes = table(
  'connected_mailboxes',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    address: text('address').notNull(),
    /** Stands beside the address in mails; empty for the site's. */
    name: text('name').notNull(),
    /** The team that its conversations go to; null for none. */
    team: text('team'),
    /** The language of its conversations; empty for the site's main one. */
    language: text('language').notNull(),
    signature: text('signature').notNull(),
    acknowledges: bool('acknowledges').notNull(),
    /** Words of the acknowledgement; empty for ours. */
    acknowledgement: text('acknowledgement').notNull(),
    login: text('login').$type<MailLogin>().notNull(),
    imap: json<MailServer>('imap').notNull(),
    smtp: json<MailServer>('smtp').notNull(),
    /** Sealed with the installation's secret; null before there is one. */
    secrets: text('secrets'),
    /** With a consent: the client that the owner made at the provider; null with a password. */
    client: json<{ id: string; tenant: string } | null>('client'),
    /** The address of who consented, and when; null before. */
    account: text('account'),
    grantedAt: at('granted_at'),
    /** A consent that is being asked for: its state as SHA-256, and what belongs to it, sealed. */
    consentState: text('consent_state'),
    consent: text('consent'),
    /** No token is asked for before: somebody is asking, or the provider wants patience. */
    tokenAfter: at('token_after').notNull(),
    /** Tries for a token that failed in a row. */
    tokenFailures: int('token_failures').notNull(),
    paused: bool('paused').notNull(),
    /** One more at each change of what it connects with: whoever reads it connects anew. */
    revision: int('revision').notNull(),
    /** Mails that came before are not read. */
    startsAt: at('starts_at').notNull(),
    readAt: at('read_at'),
    /** The fault that keeps it from being read, since when, and when the owners were told. */
    fault: text('fault').$type<MailFault>(),
    faultSince: at('fault_since'),
    toldAt: at('told_at'),
    /** The fault that kept the last mail from being sent, and since when. */
    sendFault: text('send_fault').$type<MailFault>(),
    sendFaultSince: at('send_fault_since'),
    test: json<MailboxTest | null>('test'),
    /** The process that reads it, and until when no other does. */
    leaseBy: text('lease_by'),
    leaseUntil: at('lease_until').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (mailbox) => [
    primaryKey({ columns: [mailbox.siteId, mailbox.id] }),
    index('connected_mailboxes_consent').on(mailbox.consentState),
  ],
);

/** Mails that came in and became no message, with the reason: staff look through them. The newest of each site. */
export const setAsideMails = table(
  'set_aside_mails',
  {
    siteId: text('site_id').notNull(),
    /** The same mail brought again has the same. */
    id: text('id').notNull(),
    reason: text('reason').$type<SetAsideReason>().notNull(),
    /** The sender as the mail says; empty when it doesn't. */
    address: text('address').notNull(),
    subject: text('subject').notNull(),
    /** Its first words; empty when they were not read. */
    excerpt: text('excerpt').notNull(),
    /** The conversation it answers; null when that cannot be told. */
    conversationId: text('conversation_id'),
    at: at('at').notNull(),
  },
  (mail) => [
    primaryKey({ columns: [mail.siteId, mail.id] }),
    index('set_aside_mails_time').on(mail.siteId, mail.at, mail.id),
  ],
);

/** Addresses that want no more mails of a site, as SHA-256. */
export const mailStops = table(
  'mail_stops',
  {
    siteId: text('site_id').notNull(),
    addressHash: text('address_hash').notNull(),
    at: at('at').notNull(),
  },
  (stop) => [primaryKey({ columns: [stop.siteId, stop.addressHash] })],
);

/** Amounts taken from each budget of mails, by the budget's key, since a day began. */
export const mailBudgets = table('mail_budgets', {
  key: text('key').primaryKey(),
  startedAt: at('started_at').notNull(),
  mails: int('mails').notNull(),
});

/** Links that work once and have been used, as SHA-256, until they would have ended anyway. */
export const usedLinks = table(
  'used_links',
  {
    siteId: text('site_id').notNull(),
    hash: text('hash').notNull(),
    endsAt: at('ends_at').notNull(),
  },
  (link) => [primaryKey({ columns: [link.siteId, link.hash] })],
);

/**
 * The place up to which each mailbox was read. It belongs to the installation: whose a mail is, is known once it was
 * read.
 */
export const mailboxes = table(
  'mailboxes',
  {
    /** User, host and folder. */
    name: text('name').notNull(),
    /** The numbering that `uid` belongs to (RFC 3501, 2.3.1.1); with another, all is read anew. */
    uidValidity: text('uid_validity').notNull(),
    /** Everything up to here is stored, or there was nothing to store. */
    uid: seq('uid').notNull(),
    /** Those up to there that were put off: their conversation had too much at once. */
    later: json<number[]>('later').notNull(),
    at: at('at').notNull(),
  },
  (mailbox) => [primaryKey({ columns: [mailbox.name] })],
);
