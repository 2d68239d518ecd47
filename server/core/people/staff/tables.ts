import type { AlertChoices } from '../../../../shared/core/people/alertChoices.ts';
import type { PresenceState } from '../../../../shared/core/people/presence.ts';
import type { Role } from '../../../../shared/core/people/roles.ts';
import { at, index, int, json, primaryKey, table, text, uniqueIndex } from '../../db/columns.ts';

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
    /** The authenticator's secret, sealed with the installation's; null before it was shown. */
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

/** A person's alert choices on a site; no row for who never chose. */
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

/** Presence of staff at the inbox; worth nothing a minute after it was last said. */
export const presences = table(
  'presences',
  {
    siteId: text('site_id').notNull(),
    staffId: text('staff_id').notNull(),
    state: text('state').$type<PresenceState>().notNull(),
    seenAt: at('seen_at').notNull(),
    /** The hour of the site's clock that `onlineFor` is of: when it began. */
    hourAt: at('hour_at').notNull(),
    /** Milliseconds that they were online in it, up to `seenAt`. */
    onlineFor: int('online_for').notNull(),
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
    /** The site whose provider vouched for the person: it opens no other. Null for a login of the person's own. */
    vouchedBy: text('vouched_by'),
  },
  (session) => [index('sessions_staff').on(session.staffId)],
);

/**
 * Staff invited to a site but not yet joined. Nobody's account before they accept: an address that answers on another
 * site already is not touched, not even looked at.
 */
export const staffInvites = table(
  'invitations',
  {
    siteId: text('site_id').notNull(),
    /** Of the account, too, where accepting makes one. */
    id: text('id').notNull(),
    email: text('email').notNull(),
    /** As who invites them calls them. */
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    /** The secret of the link that the inviter hands on, as SHA-256; it works once, and for a week. */
    hash: text('hash').notNull(),
    /** That of the link in our mail; null before it was sent. */
    mailHash: text('mail_hash'),
    createdAt: at('created_at').notNull(),
    endsAt: at('ends_at').notNull(),
  },
  (invitation) => [
    primaryKey({ columns: [invitation.siteId, invitation.id] }),
    uniqueIndex('invitations_email').on(invitation.siteId, invitation.email),
    uniqueIndex('invitations_hash').on(invitation.hash),
    uniqueIndex('invitations_mail_hash').on(invitation.mailHash),
  ],
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

/** Actions of people on a site: a name for the action and ids, never words. */
export const auditEntries = table(
  'audit_entries',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    at: at('at').notNull(),
    staffId: text('staff_id').notNull(),
    action: text('action').notNull(),
    conversationId: text('conversation_id'),
    /** The token that acted in the person's name; null where they acted themselves. */
    tokenId: text('token_id'),
  },
  (entry) => [
    // Ids are time-ordered.
    primaryKey({ columns: [entry.siteId, entry.id] }),
    index('audit_staff').on(entry.siteId, entry.staffId, entry.id),
  ],
);
