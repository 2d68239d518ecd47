import { z } from 'zod';
import { email, id } from '../fields.ts';
import { roles } from './roles.ts';

export const role = z.enum(roles);

export const credentials = z.strictObject({
  email,
  password: z.string().min(1).max(1_000),
  /** Of the second factor, where there is one: asked for after the password fits. */
  code: z.string().min(6).max(40).optional(),
});
export type Credentials = z.infer<typeof credentials>;

export const membership = z.object({ site: id, key: z.string(), name: z.string(), role });
export type Membership = z.infer<typeof membership>;

export const me = z.object({ id, name: z.string(), email: z.string(), memberships: z.array(membership) });
export type Me = z.infer<typeof me>;
