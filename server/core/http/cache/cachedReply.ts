import { createHash } from 'node:crypto';
import type { z } from 'zod';

/** The JSON of replies that are cached; null until they are written out. */
const texts = new WeakMap<object, string | null>();
const encoded = new WeakMap<object, CachedBytes>();
const derived = new WeakMap<object, object>();

/**
 * Marks a reply that is cached and sent again as it is: it is checked against its schema and written out once. It must
 * never be changed afterwards.
 */
export const cachedReply = <Reply extends object>(reply: Reply): Reply => {
  if (!texts.has(reply)) texts.set(reply, null);
  return reply;
};

/** The reply that is made of something cached, itself cached for as long. */
export const cachedReplyOf = <Source extends object, Reply extends object>(
  source: Source,
  make: (source: Source) => Reply,
): Reply => {
  const known = derived.get(source) as Reply | undefined;
  if (known) return known;
  const reply = cachedReply(make(source));
  derived.set(source, reply);
  return reply;
};

/** A cached reply as it is sent, with what names its bytes (RFC 9110, 8.8.3). */
export interface CachedBytes {
  bytes: Buffer;
  tag: string;
}

/** Names bytes: 22 characters of their SHA-256. */
export const bytesWithTag = (text: string): CachedBytes => {
  // Memory of its own: a small one from Node's pool would hold a slab that nothing counts.
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
};

/** The bytes of a cached reply, once it is written out; null for one that is not cached. */
export const cachedBytes = (reply: unknown): CachedBytes | null => {
  if (typeof reply !== 'object' || reply === null) return null;
  const text = texts.get(reply);
  if (!text) return null;
  let known = encoded.get(reply);
  if (!known) encoded.set(reply, (known = bytesWithTag(text)));
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
