import type { Message } from '../../../shared/core/conversations/schema.ts';
import type { Context } from '../../context.ts';

/** Messages that are kept, over all sites: what streams are about to send was written a moment ago, mostly here. */
const mostKept = 500;

const keptBeside = new WeakMap<Context['database'], Map<string, Message>>();

const keptOf = (ctx: Pick<Context, 'database'>): Map<string, Message> => {
  const kept = keptBeside.get(ctx.database) ?? new Map<string, Message>();
  keptBeside.set(ctx.database, kept);
  return kept;
};

/** Keeps a message that was just committed, as its readers get it: it never changes, so it need not be read again. */
export const keepMessage = (ctx: Pick<Context, 'database'>, siteId: string, message: Message): void => {
  const kept = keptOf(ctx);
  kept.set(`${siteId} ${message.id}`, message);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
};

export const recallMessage = (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  id: string,
): Message | undefined => keptOf(ctx).get(`${siteId} ${id}`);
