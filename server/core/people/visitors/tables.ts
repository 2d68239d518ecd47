import { at, bool, index, json, primaryKey, table, text, uniqueIndex } from '../../db/columns.ts';

export const visitors = table(
  'visitors',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    name: text('name'),
    /** The typed address: a label, never a key, until an identity is signed. */
    /** As it was typed or signed, and the one form that it is compared in. */
    email: text('email'),
    emailKey: text('email_key'),
    /** When they answered a mail that was sent to this address: then it is theirs. */
    emailVerifiedAt: at('email_verified_at'),
    /** Staff take no more writes of theirs. */
    blockedAt: at('blocked_at'),
    /** The person's id on the site itself, from a signed identity or an import; null for the anonymous. */
    subject: text('subject'),
    /** True while only an import said that id, and the site never signed it: it proves nothing. */
    subjectImported: bool('subject_imported').notNull().default(false),
    /** True when the e-mail came signed: what is typed later does not replace it. */
    emailSigned: bool('email_signed').notNull().default(false),
    /** Attributes from the site's own script, unsigned: for staff to read, never a key. */
    attributes: json<Record<string, string>>('attributes'),
    /** When they last said that they write something: files may go before it. Null for who never did. */
    draftAt: at('draft_at'),
    language: text('language').notNull(),
    createdAt: at('created_at').notNull(),
    seenAt: at('seen_at').notNull(),
  },
  (visitor) => [
    primaryKey({ columns: [visitor.siteId, visitor.id] }),
    uniqueIndex('visitors_subject').on(visitor.siteId, visitor.subject),
    index('visitors_email').on(visitor.siteId, visitor.emailKey),
    index('visitors_seen').on(visitor.siteId, visitor.seenAt, visitor.id),
  ],
);

/** Secrets that authorise a visitor, as SHA-256. A visitor has two for an hour after a rotation. */
export const visitorSecrets = table(
  'visitor_secrets',
  {
    siteId: text('site_id').notNull(),
    hash: text('hash').notNull(),
    visitorId: text('visitor_id').notNull(),
    createdAt: at('created_at').notNull(),
    /** Moves on while it is used; afterwards the secret is worth nothing. */
    endsAt: at('ends_at').notNull(),
  },
  (secret) => [
    primaryKey({ columns: [secret.siteId, secret.hash] }),
    index('visitor_secrets_visitor').on(secret.siteId, secret.visitorId),
    index('visitor_secrets_ends').on(secret.siteId, secret.endsAt),
  ],
);
