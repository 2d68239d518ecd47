import { z } from 'zod';
import { email, id, instant, line, longest, someLine } from '../core/fields.ts';

/** Ten characters at least; length is what makes it strong. */
export const newPassword = z.string().min(10).max(1_000);

/** Six digits of an authenticator, or a recovery code. */
export const secondFactor = z.string().min(6).max(40);

/** A browser that somebody is logged in with. */
export const session = z.object({
  id: z.string(),
  device: z.string(),
  createdAt: instant,
  seenAt: instant,
  isThis: z.boolean(),
});
export type Session = z.infer<typeof session>;

/** A passkey as its owner sees it. */
export const passkey = z.object({
  id,
  name: z.string(),
  /** True where a password manager keeps it for all of a person's devices. */
  isSynced: z.boolean(),
  createdAt: instant,
  /** Null before its first login. */
  usedAt: instant.nullable(),
});
export type Passkey = z.infer<typeof passkey>;

export const account = z.object({
  name: z.string(),
  email: z.string(),
  sessions: z.array(session),
  /** Since when a second factor is asked for; null while it is not. */
  secondFactorSince: instant.nullable(),
  /** Recovery codes that have not been used. */
  codesLeft: z.number().int(),
  passkeys: z.array(passkey),
});
export type Account = z.infer<typeof account>;

/** The name that colleagues and visitors read beside one's replies. */
export const changeName = z.strictObject({ name: someLine(longest.name) });

export const revokeSessions = z.strictObject({
  /** The password. */
  current: z.string().min(1).max(1_000),
  /** One; without it all but this one. */
  session: z.string().max(100).optional(),
});
export const changePassword = z.strictObject({
  current: z.string().min(1).max(1_000),
  password: newPassword,
  code: secondFactor.optional(),
});

/** A new second factor for an authenticator: as a picture of squares, as a link, and as text. */
export const enrolment = z.object({
  secret: z.string(),
  uri: z.string(),
  /** A QR code: so many modules wide, and the dark ones as an SVG path. */
  qr: z.object({ size: z.number().int(), path: z.string() }),
});
export type Enrolment = z.infer<typeof enrolment>;

export const beginSecondFactor = z.strictObject({ password: z.string().min(1).max(1_000) });
export const confirmSecondFactor = z.strictObject({ code: secondFactor });
/** Shown once. */
export const recoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodes>;
export const endSecondFactor = z.strictObject({
  password: z.string().min(1).max(1_000),
  code: secondFactor,
});

export const askReset = z.strictObject({ email });
export const resetSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const finishReset = z.strictObject({ secret: resetSecret, password: newPassword });

/** An entry of a site's activity log. */
export const auditEntry = z.object({
  id,
  at: instant,
  who: z.string(),
  /** The API token that acted in their name; null where they acted themselves. */
  via: z.string().nullable(),
  action: z.string(),
  /** The conversation it was done to, if any. */
  conversation: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;
export const auditQuery = z.object({
  /** Entries before this one. */
  before: id.optional(),
  staff: line(60).optional(),
});
export type AuditQuery = z.infer<typeof auditQuery>;
export const auditPage = z.object({ entries: z.array(auditEntry), next: id.nullable() });
export type AuditPage = z.infer<typeof auditPage>;
