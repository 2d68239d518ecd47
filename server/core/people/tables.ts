import type { AlertChoices } from '../../../shared/core/people/alertChoices.ts';
import type { PresenceState } from '../../../shared/core/people/presence.ts';
import type { Role } from '../../../shared/core/people/staff.ts';
import type { SiteSettings } from '../../../shared/siteSettings.ts';
import { at, bool, index, int, json, primaryKey, table, text, uniqueIndex } from '../db/columns.ts';

/** A tenant. Its id is the first column of every other table's keys. */
export const sites = table(
  'sites',
  {
    id: text('id').primaryKey(),
    /** Public: stands in the snippet and in page addresses. */
    key: text('key').notNull(),
    name: text('name').notNull(),
    /** Signs identities and links; never leaves the server but to the owner. */
    secret: text('secret').notNull(),
    /** Exact origins (scheme, host, port) whose pages may use the widget. */
    origins: json<string[]>('origins').notNull(),
    settings: json<SiteSettings>('settings').notNull(),
    /** Counts the changes of name, origins and settings: who writes on an older one is told. */
    revision: int('revision').notNull().default(1),
    createdAt: at('created_at').notNull(),
  },
  (site) => [uniqueIndex('sites_key').on(site.key)],
);

export const visitors = table(
  'visitors',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    name: text('name'),
    /** What they typed: a label, never a key, until an identity is signed. */
    email: text('email'),
    /** When they answered a mail that was sent to this address: then it is theirs. */
    emailVerifiedAt: at('email_verified_at'),
    /** Staff take no more writes of theirs. */
    blockedAt: at('blocked_at'),
    /** Who they are on the site itself, from a signed identity; null for the anonymous. */
    subject: text('subject'),
    /** True when the e-mail came signed: what is typed later does not replace it. */
    emailSigned: bool('email_signed').notNull().default(false),
    /** What the site's own script says of them, unsigned: for staff to read, never a key. */
    attributes: json<Record<string, string>>('attributes'),
    language: text('language').notNull(),
    createdAt: at('created_at').notNull(),
    seenAt: at('seen_at').notNull(),
  },
  (visitor) => [
    primaryKey({ columns: [visitor.siteId, visitor.id] }),
    uniqueIndex('visitors_subject').on(visitor.siteId, visitor.subject),
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

/** Staff are people, not rows of a site: one login serves several sites through memberships. */
export const staff = table(
  'staff',
  {
    id: text('id').primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    passwordHash: text('password_hash').notNull(),
    disabledAt: at('disabled_at'),
    createdAt: at('created_at').notNull(),
    /** What the authenticator has, sealed with the installation's secret; null before it was shown. */
    totpSecret: text('totp_secret'),
    /** Since when it is asked for; null while it is not. */
    totpSince: at('totp_since'),
    /** The time step of the newest code that was used: none counts twice. */
    totpStep: int('totp_step').notNull().default(0),
  },
  (person) => [uniqueIndex('staff_email').on(person.email)],
);

export const memberships = table(
  'memberships',
  {
    siteId: text('site_id').notNull(),
    staffId: text('staff_id').notNull(),
    role: text('role').$type<Role>().notNull(),
    /** Conversations that they take at once, where the site gives them out; and in which languages, null for none said. */
    capacity: int('capacity').notNull().default(3),
    languages: json<string[]>('languages'),
    createdAt: at('created_at').notNull(),
  },
  (membership) => [
    primaryKey({ columns: [membership.siteId, membership.staffId] }),
    index('memberships_staff').on(membership.staffId),
  ],
);

/** What a person wants to be told of on a site, and when not; no row for who never chose. */
export const alertChoices = table(
  'alert_choices',
  {
    siteId: text('site_id').notNull(),
    staffId: text('staff_id').notNull(),
    choices: json<AlertChoices>('choices').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (choice) => [primaryKey({ columns: [choice.siteId, choice.staffId] })],
);

/** A part of a site's staff that conversations can be given to. */
export const teams = table(
  'teams',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (team) => [
    primaryKey({ columns: [team.siteId, team.id] }),
    uniqueIndex('teams_name').on(team.siteId, team.name),
  ],
);

export const teamMembers = table(
  'team_members',
  {
    siteId: text('site_id').notNull(),
    teamId: text('team_id').notNull(),
    staffId: text('staff_id').notNull(),
  },
  (member) => [primaryKey({ columns: [member.siteId, member.teamId, member.staffId] })],
);

/** Who of the staff is at the inbox; worth nothing a minute after it was last said. */
export const presences = table(
  'presences',
  {
    siteId: text('site_id').notNull(),
    staffId: text('staff_id').notNull(),
    state: text('state').$type<PresenceState>().notNull(),
    seenAt: at('seen_at').notNull(),
  },
  (presence) => [primaryKey({ columns: [presence.siteId, presence.staffId] })],
);

/** Staff logins, as SHA-256 of the cookie's value. */
export const sessions = table(
  'sessions',
  {
    hash: text('hash').primaryKey(),
    staffId: text('staff_id').notNull(),
    createdAt: at('created_at').notNull(),
    seenAt: at('seen_at').notNull(),
    /** Browser and system in plain words, for the list of sessions. */
    device: text('device').notNull(),
    /** Times that the id was changed; a changed id ends at once. */
    rotations: int('rotations').notNull(),
  },
  (session) => [index('sessions_staff').on(session.staffId)],
);

/** What a person who was invited sets their password with, as SHA-256; it works once, and for a week. */
export const invitations = table(
  'invitations',
  {
    hash: text('hash').primaryKey(),
    siteId: text('site_id').notNull(),
    staffId: text('staff_id').notNull(),
    createdAt: at('created_at').notNull(),
    endsAt: at('ends_at').notNull(),
  },
  (invitation) => [index('invitations_staff').on(invitation.staffId)],
);

/** Codes that stand in for a lost authenticator, as SHA-256; each is gone once it was used. */
export const recoveryCodes = table(
  'recovery_codes',
  { staffId: text('staff_id').notNull(), hash: text('hash').notNull() },
  (code) => [primaryKey({ columns: [code.staffId, code.hash] })],
);

/** Links to a new password, as SHA-256; each is gone once it was used. */
export const passwordResets = table(
  'password_resets',
  {
    hash: text('hash').primaryKey(),
    staffId: text('staff_id').notNull(),
    endsAt: at('ends_at').notNull(),
  },
  (reset) => [index('password_resets_staff').on(reset.staffId)],
);

/** Who did what on a site: a name for the deed and ids, never words. */
export const auditEntries = table(
  'audit_entries',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    at: at('at').notNull(),
    staffId: text('staff_id').notNull(),
    action: text('action').notNull(),
    conversationId: text('conversation_id'),
  },
  (entry) => [
    // Ids are time-ordered.
    primaryKey({ columns: [entry.siteId, entry.id] }),
    index('audit_staff').on(entry.siteId, entry.staffId, entry.id),
  ],
);

/** One row once the installation was set up: its key is what keeps a second set-up out, on every machine. */
export const setups = table('setups', {
  id: text('id').primaryKey(),
  at: at('at').notNull(),
});

/** On which origins the script asked for a site's settings. Nothing of a visitor. */
export const installations = table(
  'installations',
  {
    siteId: text('site_id').notNull(),
    origin: text('origin').notNull(),
    /** Whether the origin was one of the site's when it was last seen. */
    allowed: bool('allowed').notNull(),
    firstSeen: at('first_seen').notNull(),
    lastSeen: at('last_seen').notNull(),
  },
  (installation) => [primaryKey({ columns: [installation.siteId, installation.origin] })],
);
