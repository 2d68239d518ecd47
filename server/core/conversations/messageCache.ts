import { bytesHeld } from '../bytesHeld.ts';
import type { Message } from '../../../shared/core/conversations/schema.ts';
import type { Context } from '../../context.ts';
import { BoundedMap } from '../boundedMap.ts';

/** Maximum of cached messages over all sites: what streams are about to send was written a moment ago, mostly here. */
const maxMessages = 1_000;
/** A text of 10,000 characters may become a tree of 4,000 nodes. */
const maxBytes = 16 * 1024 * 1024;

const caches = new WeakMap<Context['database'], BoundedMap<string, Message>>();

const cacheOf = (ctx: Pick<Context, 'database'>): BoundedMap<string, Message> => {
  const cache =
    caches.get(ctx.database) ??
    new BoundedMap<string, Message>(maxMessages, { maxBytes, bytesOf: (_, message) => bytesHeld(message) });
  caches.set(ctx.database, cache);
  return cache;
};

/** Caches a message that was just committed, as its readers get it: it never changes, so it need not be read again. */
export const cacheMessage = (ctx: Pick<Context, 'database'>, siteId: string, message: Message): void => {
  cacheOf(ctx).set(`${siteId} ${message.id}`, message);
};

export const cachedMessage = (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  id: string,
): Message | undefined => cacheOf(ctx).get(`${siteId} ${id}`);

/** Forgets what is cached, of all sites: what it holds may have been removed. */
export const forgetMessages = (ctx: Pick<Context, 'database'>): void => void caches.delete(ctx.database);

/** Forgets one message: it is no longer what it was. */
export const forgetMessage = (ctx: Pick<Context, 'database'>, siteId: string, id: string): void =>
  cacheOf(ctx).delete(`${siteId} ${id}`);
