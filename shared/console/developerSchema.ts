import { z } from 'zod';
import { id, instant, someLine } from '../core/fields.ts';
import { scope } from '../core/people/scopes.ts';
import { proof } from '../core/people/siteSecret.ts';

export const readSecret = z.strictObject({ proof });
export const checkToken = z.strictObject({ token: z.string().min(1).max(8_192) });

/** Longest name of an API token, UTF-16 code units. */
export const longestTokenName = 60;
/** API tokens that a site may have at once. */
export const maxTokens = 100;
/** Longest life of an API token that ends by itself, days. */
export const longestLife = 366;

/** An API token as its managers see it: never the token itself. */
export const apiToken = z.object({
  id,
  name: z.string(),
  /** Its last characters, to know it by. */
  ending: z.string(),
  scopes: z.array(scope),
  /** The maker, in whose name it acts. */
  by: z.string(),
  createdAt: instant,
  /** Null for one that ends only when it's revoked. */
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
});
export type ApiToken = z.infer<typeof apiToken>;
export const apiTokens = z.object({ tokens: z.array(apiToken), now: instant });
export type ApiTokens = z.infer<typeof apiTokens>;

export const newApiToken = z.strictObject({
  id,
  name: someLine(longestTokenName),
  scopes: z.array(scope).min(1).max(30),
  /** Days until it ends; null for one that ends only when it's revoked. */
  days: z.number().int().min(1).max(longestLife).nullable(),
});
export type NewApiToken = z.infer<typeof newApiToken>;
/** The only time that the token is shown. */
export const madeApiToken = z.object({ token: z.string(), made: apiToken });
export type MadeApiToken = z.infer<typeof madeApiToken>;
