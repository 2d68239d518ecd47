import { z } from 'zod';
import { id, instant, line } from '../core/fields.ts';
import { hookProviders } from './providers.ts';

/** Mailgun's own key that signs what it posts; the others carry a secret that Foyer makes. */
const key = line(200).min(8);

export const addMailHook = z.strictObject({
  id,
  provider: z.enum(hookProviders),
  key: key.optional(),
});

export const replaceMailHookSecret = z.strictObject({ key: key.optional() });

export const mailHook = z.object({
  id,
  provider: z.enum(hookProviders),
  /** The address without its secret. */
  address: z.string(),
  createdAt: instant,
  /** The last time that an email came in by it; null before the first. */
  usedAt: instant.nullable(),
});
export type MailHook = z.infer<typeof mailHook>;

export const mailHooks = z.object({ hooks: z.array(mailHook) });
export type MailHooks = z.infer<typeof mailHooks>;

/** The hooks, and the whole address to enter at the provider: shown this once. Null where it was shown before. */
export const madeMailHook = z.object({ hooks: z.array(mailHook), secretAddress: z.string().nullable() });
export type MadeMailHook = z.infer<typeof madeMailHook>;
