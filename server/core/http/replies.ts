import { createHash } from 'node:crypto';
import type { z } from 'zod';

const texts = new WeakMap<object, string | null>();
const kept = new WeakMap<object, KeptReply>();
const replies = new WeakMap<object, object>();

/**
 * Marks a reply that is kept and sent again as it is: it is checked against its schema and written out once. It must
 * never be changed afterwards.
 */
export const reusable = <Reply extends object>(reply: Reply): Reply => {
  if (!texts.has(reply)) texts.set(reply, null);
  return reply;
};

/** The reply that is made of something kept, itself kept for as long. */
export const reusableOf = <Kept extends object, Reply extends object>(
  kept: Kept,
  make: (kept: Kept) => Reply,
): Reply => {
  const known = replies.get(kept) as Reply | undefined;
  if (known) return known;
  const reply = reusable(make(kept));
  replies.set(kept, reply);
  return reply;
};

/** A kept reply as it is sent, with what names its bytes (RFC 9110, 8.8.3). */
export interface KeptReply {
  bytes: Buffer;
  tag: string;
}

/** The bytes of a kept reply, once they are written out; null for one that is not kept. */
export const keptReply = (reply: unknown): KeptReply | null => {
  if (typeof reply !== 'object' || reply === null) return null;
  const text = texts.get(reply);
  if (!text) return null;
  let known = kept.get(reply);
  if (!known) {
    const bytes = Buffer.from(text);
    known = { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
    kept.set(reply, known);
  }
  return known;
};

/** The JSON of a reply that fits its schema: a field that is not in the schema never leaves. */
export const replyText = <Reply>(schema: z.ZodType<Reply>, reply: Reply): string => {
  if (typeof reply !== 'object' || reply === null) return JSON.stringify(schema.parse(reply));
  const known = texts.get(reply);
  if (known) return known;
  const text = JSON.stringify(schema.parse(reply));
  if (known === null) texts.set(reply, text);
  return text;
};
