import { z } from 'zod';
import { email, id, language, prose } from '../fields.ts';
import { settingsPart } from '../settings.ts';
import { maxAddresses, maxSignature } from './addressLimits.ts';

/** An address that people write to: what comes in there opens a conversation. */
export const mailAddress = z.strictObject({
  address: email,
  /** The team that its conversations go to; null for none. */
  team: id.nullable(),
  /** The language of its conversations; empty for the site's main one. */
  language: z.union([language, z.literal('')]),
  /** Stands under each reply; empty for nothing. */
  signature: prose(maxSignature),
  /** Whether who writes is told that it arrived, once a day. */
  acknowledges: z.boolean(),
});
export type MailAddress = z.infer<typeof mailAddress>;

/** Settings of mail: the addresses that open conversations. Each is one site's: saving them claims them. */
export const mailSettings = settingsPart({
  fields: { mail: z.object({ addresses: z.array(mailAddress).max(maxAddresses) }) },
  defaults: () => ({ mail: { addresses: [] } }),
});
