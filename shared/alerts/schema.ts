import { z } from 'zod';
import { alertChoices } from '../core/people/alertChoices.ts';
import { id, instant } from '../core/fields.ts';

/** A browser's `PushSubscription` (Push API), and the language in which it wants to be told. */
export const putDevice = z.strictObject({
  endpoint: z.url({ protocol: /^https$/ }).max(2_000),
  p256dh: z.string().regex(/^[\w-]{87}=?$/),
  auth: z.string().regex(/^[\w-]{22}(?:==)?$/),
  language: z.string().regex(/^[a-z]{2,3}$/),
});

export const alerts = z.object({
  choices: alertChoices,
  /** Whether a mail can be sent at all. */
  hasMail: z.boolean(),
  /** The key under which this installation pushes (RFC 8292), base64url; a browser subscribes to it. */
  pushKey: z.string(),
  /** The person's browsers that pushes go to. */
  devices: z.array(z.object({ id, device: z.string(), createdAt: instant, isThis: z.boolean() })),
});
export type Alerts = z.infer<typeof alerts>;

/** The payload of a push to our service worker. */
export interface Push {
  title: string;
  body: string;
  /** Of one conversation there is one notification at a time. */
  tag: string;
  /** The conversation's path in the inbox. */
  path: string;
  language: string;
}
