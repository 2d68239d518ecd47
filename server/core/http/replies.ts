import type { z } from 'zod';

const texts = new WeakMap<object, string | null>();
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

/** The JSON of a reply that fits its schema: a field that is not in the schema never leaves. */
export const replyText = <Reply>(schema: z.ZodType<Reply>, reply: Reply): string => {
  if (typeof reply !== 'object' || reply === null) return JSON.stringify(schema.parse(reply));
  const known = texts.get(reply);
  if (known) return known;
  const text = JSON.stringify(schema.parse(reply));
  if (known === null) texts.set(reply, text);
  return text;
};
