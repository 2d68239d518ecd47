import { emptyReplays } from '../../people/tokens/writes/replays.ts';
import { and, eq, gt, inArray, ne } from 'drizzle-orm';
import type { Removed } from '../../../../shared/core/conversations/schema.ts';
import type { Message } from '../../../../shared/core/conversations/schema.ts';
import type { Context } from '../../../context.ts';
import { attachments } from '../../content/attachments/tables.ts';
import { removeFiles } from '../../content/attachments/store.ts';
import { Failure, notFound } from '../../http/failure.ts';
import { planJob } from '../../jobs/queries.ts';
import { changed } from '../changes.ts';
import { forgetMessage } from '../messageCache.ts';
import type { ConversationRow } from '../queries/conversations.ts';
import { findMessages, toMessageViews } from '../queries/messages.ts';
import { messages } from '../tables.ts';
import { ratingCommentOf, removeRatingComment } from './redactRating.ts';
import { changeRepeated, readNaming } from './repeated.ts';
import { scrubJobKind } from './scrubJob.ts';

type MessageRow = typeof messages.$inferSelect;

/** A visitor takes back what they wrote for so long, milliseconds. */
export const takenBackFor = 10 * 60_000;

const findMessage = async (ctx: Context, row: ConversationRow, id: string): Promise<MessageRow> => {
  const [message] = await findMessages(ctx, row.siteId, [id]);
  if (!message || message.conversationId !== row.id) throw notFound();
  return message;
};

const viewOf = async (ctx: Context, row: ConversationRow, id: string): Promise<Message> => {
  const [view] = await toMessageViews(ctx, row.siteId, await findMessages(ctx, row.siteId, [id]));
  if (!view) throw notFound();
  return view;
};

/**
 * Takes away what a message said, or one of its files: from its row, the conversation's, the search, caches and the disk.
 * Its place stays and says who did it. Again, it is done already.
 * @param file the one file; null for the whole message
 */
const removeFrom = async (
  ctx: Context,
  row: ConversationRow,
  message: MessageRow,
  file: string | null,
  by: Pick<Removed, 'by' | 'name'>,
): Promise<Message> => {
  const { siteId } = row;
  const carried = message.attachments ?? [];
  const gone = file === null ? carried : carried.filter(({ id }) => id === file);
  if (message.removed?.what === 'message' || (file !== null && gone.length === 0 && message.removed))
    return viewOf(ctx, row, message.id);
  if (file !== null && gone.length === 0) throw notFound();
  const kept = carried.filter((one) => !gone.includes(one));
  const { original, ...mail } = message.mail ?? {};
  const ids = [...gone.map(({ id }) => id), ...(original && file === null ? [original.file] : [])];
  for (const id of ids) await removeFiles(ctx.config.dataDirectory, siteId, id);
  const isWhole = file === null;
  const now = ctx.clock.now();
  const naming = isWhole ? await readNaming(ctx, row, message) : [];
  await ctx.database.commit({
    site: siteId,
    events: [
      {
        ...changed(row, 'message.changed', message.id),
        audience: message.visibility === 'public' ? 'visitor' : 'staff',
      },
      ...naming.map(({ id, conversationId }) => ({
        ...changed({ ...row, id: conversationId }, 'message.changed', id),
        audience: 'staff' as const,
      })),
    ],
    write: (tx) => [
      // Before the message: the search is told of both by it.
      ...changeRepeated(tx, row, message, { kept, isWhole, naming }),
      tx
        .update(messages)
        .set({
          ...(isWhole && {
            ...{ body: '', rich: [], quoted: null },
            mail: Object.keys(mail).length ? mail : null,
          }),
          ...(!isWhole && { body: message.body }),
          attachments: kept.length ? kept : null,
          removed: { ...by, what: isWhole ? 'message' : 'file' },
        })
        .where(and(eq(messages.siteId, siteId), eq(messages.id, message.id))),
      ...(ids.length
        ? [tx.delete(attachments).where(and(eq(attachments.siteId, siteId), inArray(attachments.id, ids)))]
        : []),
      ...ctx.personalData.flatMap(
        ({ redact }) => redact?.(tx, siteId, message.id, isWhole ? 'message' : 'file') ?? [],
      ),
      emptyReplays(tx, siteId),
      planJob(tx, siteId, { kind: scrubJobKind, key: `${message.id} ${now}`, payload: {}, runAt: now }, now),
    ],
    committed: () => {
      for (const { id } of [message, ...naming]) forgetMessage(ctx, siteId, id);
    },
  });
  return viewOf(ctx, row, message.id);
};

/** Redacts content for staff: a card number, a password, a file, the words of a rating. */
export const redactMessage = async (
  ctx: Context,
  row: ConversationRow,
  id: string,
  file: string | null,
  staff: { name: string },
): Promise<Message> => {
  const message = await findMessage(ctx, row, id);
  const by = { by: 'staff', name: staff.name } as const;
  if (message.authorKind !== 'system') return removeFrom(ctx, row, message, file, by);
  // Of what the system says, a visitor's words are these alone.
  if (file !== null || (!ratingCommentOf(message) && !message.removed)) throw notFound();
  await removeRatingComment(ctx, row, message, by);
  return viewOf(ctx, row, id);
};

/** Finds public messages after one, other than the system's. */
const saidAfter = (ctx: Context, { siteId, conversationId, seq }: MessageRow) =>
  ctx.database.read
    .select({ authorKind: messages.authorKind })
    .from(messages)
    .where(
      and(
        eq(messages.siteId, siteId),
        eq(messages.conversationId, conversationId),
        gt(messages.seq, seq),
        eq(messages.visibility, 'public'),
        ne(messages.authorKind, 'system'),
      ),
    )
    .limit(50);

/**
 * Takes back a visitor's last message.
 * @throws Failure `answered_meanwhile` once staff have replied, `forbidden` when it is not the last or too old
 */
export const takeBackMessage = async (
  ctx: Context,
  row: ConversationRow,
  id: string,
  visitor: { id: string },
): Promise<Message> => {
  const message = await findMessage(ctx, row, id);
  if (message.authorKind !== 'visitor' || message.authorId !== visitor.id) throw notFound();
  if (!message.removed) {
    const after = await saidAfter(ctx, message);
    if (after.some(({ authorKind }) => authorKind === 'staff'))
      throw new Failure('answered_meanwhile', 'Someone has already replied to this message.');
    if (after.length > 0) throw new Failure('forbidden', 'Only the last message can be taken back.');
    if (ctx.clock.now() > message.at + takenBackFor)
      throw new Failure('forbidden', 'A message can be taken back for ten minutes.');
  }
  return removeFrom(ctx, row, message, null, { by: 'visitor', name: '' });
};
