import { z } from 'zod';
import { cursor, id, instant } from '../core/fields.ts';
import { deliveryStates, endpointStates } from './limits.ts';

export const endpointState = z.enum(endpointStates);
export type EndpointState = z.infer<typeof endpointState>;

// Parsers of addresses leave out what is no sign of one: what is kept and shown is what is called.
const url = z
  .string()
  .trim()
  .max(2_000)
  .regex(/^[^\s\p{Cc}\p{Cf}]+$/u);
const types = z.array(z.string().min(1).max(60)).min(1).max(100);
const description = z.string().trim().max(200);

export const addEndpoint = z.strictObject({ id, url, types, description });
export const changeEndpoint = z.strictObject({
  url: url.optional(),
  types: types.optional(),
  description: description.optional(),
  /** True lets it get events (again), false ends that. */
  on: z.boolean().optional(),
});
export const rotateSecret = z.strictObject({
  /** The time the old secret still signs beside the new one, milliseconds; 0: not at all. */
  keepOld: z
    .number()
    .int()
    .min(0)
    .max(7 * 24 * 3_600_000),
});

export const endpoint = z.object({
  id,
  url: z.string(),
  types: z.array(z.string()),
  description: z.string(),
  state: endpointState,
  /** Since when every try has failed; null while it works. */
  failingSince: instant.nullable(),
  /** Until when the old secret signs, too; null when there is none. */
  oldSecretUntil: instant.nullable(),
  createdAt: instant,
  /** Deliveries that wait for it, those that were given up, and when one arrived last. */
  waiting: z.number().int(),
  failed: z.number().int(),
  lastDelivered: instant.nullable(),
});
export type Endpoint = z.infer<typeof endpoint>;

export const webhooks = z.object({
  endpoints: z.array(endpoint),
  /** Types that can be subscribed to, with what each means. */
  types: z.array(z.object({ name: z.string(), summary: z.string() })),
});
export type Webhooks = z.infer<typeof webhooks>;

export const endpointSecret = z.object({
  /** `whsec_` and 24 bytes in base64 (Standard Webhooks 1.0). */
  secret: z.string(),
});

export const deliveryState = z.enum(deliveryStates);

export const delivery = z.object({
  /** The receiver knows it as `msg_` and this. */
  id,
  type: z.string(),
  /** Place in the site's log of what it tells; 0 for a test. */
  sequence: cursor,
  state: deliveryState,
  attempts: z.number().int(),
  createdAt: instant,
  /** When it is tried next; null when it is not. */
  nextAt: instant.nullable(),
  /** Status of the last answer; null when there was none. */
  status: z.number().int().nullable(),
  /** Why the last try failed, in a word of ours; empty when it did not. */
  reason: z.string(),
});
export type Delivery = z.infer<typeof delivery>;

export const listQuery = z.object({
  state: deliveryState.optional(),
  /** The id of the last one that was got. */
  before: id.optional(),
});
export const deliveries = z.object({ deliveries: z.array(delivery), more: z.boolean() });
export type Deliveries = z.infer<typeof deliveries>;

export const attempt = z.object({
  at: instant,
  status: z.number().int().nullable(),
  reason: z.string(),
  /** Milliseconds from the look-up of the name to the last byte of the answer. */
  duration: z.number().int(),
  /** The beginning of what was answered. */
  answer: z.string(),
});
export type Attempt = z.infer<typeof attempt>;

export const deliveryDetails = z.object({
  delivery,
  /** The request's body. */
  body: z.string(),
  /** Newest first. */
  attempts: z.array(attempt),
});
export type DeliveryDetails = z.infer<typeof deliveryDetails>;
