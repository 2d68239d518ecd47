import type { z } from 'zod';
import { route } from '../../core/route.ts';
import type { Me } from '../../core/people/staff.ts';
import type { Account } from '../schema.ts';
import type * as schema from './schema.ts';

type Of<Schema extends z.ZodType> = z.infer<Schema>;

export const postPasskeyOptions = route<Of<typeof schema.beginPasskey>, schema.Creation>(
  'POST',
  '/api/staff/account/passkeys/options',
);
export const postPasskey = route<Of<typeof schema.addPasskey>, Account>(
  'POST',
  '/api/staff/account/passkeys',
);
export const postRemovePasskey = route<Of<typeof schema.removePasskey>, Account>(
  'POST',
  '/api/staff/account/passkeys/:passkey/remove',
);
export const postPasskeyChallenge = route<undefined, schema.Challenge>('POST', '/api/staff/login/challenge');
export const postPasskeyLogin = route<Of<typeof schema.passkeyLogin>, Me>('POST', '/api/staff/login/passkey');
