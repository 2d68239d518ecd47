import { z } from 'zod';
import { email, language, line, someLine, longest } from '../fields.ts';

/** Maximum of attributes, and the lengths of their names and values. */
export const maxAttributes = 20;

export const attributes = z
  .record(z.string().regex(/^[\w .-]{1,40}$/), line(200))
  .refine((given) => Object.keys(given).length <= maxAttributes, { params: { code: 'too_many' } });

/** A visitor as a page's script identifies them. Only what stands in the token is believed. */
export const identify = z.strictObject({
  /** A JSON Web Token, HS256, signed with the site's secret. */
  token: z.string().max(4_096).optional(),
  name: line(longest.name).optional(),
  email: email.optional(),
  attributes: attributes.optional(),
  language,
});
export type Identify = z.infer<typeof identify>;

/** The claims that are read of a token whose signature, end and audience hold. */
export const claims = z.object({
  sub: someLine(200),
  name: line(longest.name).optional(),
  email: email.optional(),
  /** When it was signed, seconds. */
  iat: z.number().optional(),
});
export type Claims = z.infer<typeof claims>;

export const identified = z.object({ verified: z.boolean() });
export type Identified = z.infer<typeof identified>;
