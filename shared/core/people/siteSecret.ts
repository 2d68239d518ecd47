import { z } from 'zod';
import { instant } from '../fields.ts';

/** Findings of a token's check; each has a sentence in the console. */
export const tokenFinding = z.enum([
  'not_a_token',
  'algorithm_good',
  'algorithm_other',
  'signed_current',
  'signed_previous',
  'signed_other',
  'exp_good',
  'exp_missing',
  'expired',
  'too_long',
  'not_yet',
  'aud_good',
  'aud_other',
  'aud_missing',
  'sub_missing',
  'claims_good',
  'claims_invalid',
  'scope_dialler',
  'scope_other',
]);
export type TokenFinding = z.infer<typeof tokenFinding>;

/** All findings about a token at once. */
export const tokenReport = z.object({
  valid: z.boolean(),
  findings: z.array(z.object({ finding: tokenFinding, good: z.boolean() })),
});
export type TokenReport = z.infer<typeof tokenReport>;

/** That it's really they: their password, or a code of their second factor. */
export const proof = z
  .strictObject({
    password: z.string().min(1).max(1_000).optional(),
    code: z.string().min(6).max(40).optional(),
  })
  .refine(({ password, code }) => (password === undefined) !== (code === undefined), {
    path: ['password'],
    params: { code: 'required' },
  });
export type Proof = z.infer<typeof proof>;

/** Longest time that a replaced secret is still taken, hours. */
export const longestOverlap = 168;

export const rotation = z.strictObject({
  proof,
  /** Hours for which the old secret is still taken; 0 ends it at once. */
  keepHours: z.number().int().min(0).max(longestOverlap),
});
export type Rotation = z.infer<typeof rotation>;

export const siteSecret = z.object({
  secret: z.string(),
  /** Until when the secret before it is taken, too; null when it isn't. */
  previousUntil: instant.nullable(),
});
export type SiteSecret = z.infer<typeof siteSecret>;
