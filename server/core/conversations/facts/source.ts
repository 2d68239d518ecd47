import type { Context } from '../../../context.ts';
import type { LogEvent } from '../../events/tables.ts';
import { findStates } from '../../facts/queries.ts';
import type { FactSource } from '../../facts/source.ts';
import type { NewFact } from '../../facts/types.ts';
import { openMinutesBetween } from '../../people/sites/hours.ts';
import { type ConversationRow, findConversations } from '../queries/conversations.ts';
import { findFirstReplies, listConversationsAfter, listHistory } from '../queries/facts.ts';
import { findMessages } from '../queries/messages.ts';
import { ConversationFold, type FoldedMessage } from './fold.ts';

/** Conversations whose past is filled in at once. */
const pageLength = 50;

const unique = (ids: (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

const openBetweenOf = async (ctx: Context, siteId: string) => {
  const hours = (await ctx.sites.byId(siteId))?.settings.hours;
  return (from: number, to: number): number =>
    hours ? Math.round(openMinutesBetween(hours, from, to) * 60_000) : Math.max(0, to - from);
};

const read = async (ctx: Context, siteId: string, batch: readonly LogEvent[]): Promise<NewFact[]> => {
  const ids = unique(batch.map(({ conversationId }) => conversationId));
  if (ids.length === 0) return [];
  const added = batch.filter(({ kind }) => kind === 'message.added');
  const [rows, found, states, openBetween] = await Promise.all([
    findConversations(ctx, siteId, ids),
    findMessages(ctx, siteId, unique(added.map(({ subjectId }) => subjectId))),
    findStates(ctx, siteId, ids),
    openBetweenOf(ctx, siteId),
  ]);
  const conversations = new Map(rows.map((row) => [row.id, row]));
  const messages = new Map(found.map((message) => [message.id, message]));
  const replied = found.filter(
    ({ authorKind, at, movedFrom, conversationId }) =>
      authorKind === 'staff' && conversations.get(movedFrom ?? conversationId)?.firstReplyAt === at,
  );
  const first = await findFirstReplies(
    ctx,
    siteId,
    unique(replied.map(({ conversationId }) => conversationId)),
  );
  const fold = new ConversationFold(states);
  for (const event of batch) {
    if (!event.conversationId) continue;
    const message =
      event.kind === 'message.added' && event.subjectId ? messages.get(event.subjectId) : undefined;
    fold.take(event, {
      row: conversations.get(event.conversationId) ?? null,
      message,
      isFirstReply: message !== undefined && first.has(message.seq),
      openBetween,
    });
  }
  return fold.facts;
};

type OpenBetween = Awaited<ReturnType<typeof openBetweenOf>>;

/** One message of the past, without its words. */
type PastMessage = FoldedMessage & { at: number };

/** Folds one conversation's past, from its messages in order. */
const foldPast = (
  fold: ConversationFold,
  row: ConversationRow,
  own: readonly PastMessage[],
  before: number,
  openBetween: OpenBetween,
): void => {
  const first = own.find(({ authorKind, visibility }) => authorKind === 'staff' && visibility === 'public');
  for (const message of own)
    fold.take(
      {
        kind: 'message.added',
        at: message.at,
        conversationId: row.id,
        audience: 'staff',
        amount: row.held && message.id === row.id ? 1 : null,
      },
      { row, message, isFirstReply: message === first, openBetween },
    );
  if (row.ratingAskedAt !== null && row.ratingAskedAt <= before)
    fold.take(
      {
        kind: 'rating.asked',
        audience: 'staff',
        at: row.ratingAskedAt,
        conversationId: row.id,
        amount: null,
      },
      { row, message: undefined, isFirstReply: false, openBetween },
    );
  const last = own.at(-1);
  const end = { at: Math.max(last?.at ?? 0, row.closedAt ?? 0), conversationId: row.id, amount: null };
  if (last && !row.held)
    fold.take(
      { kind: 'conversation.changed', audience: 'staff', ...end },
      { row, message: undefined, isFirstReply: false, openBetween },
    );
};

/** The facts of a conversation that comes with its whole past. */
export const pastFacts = async (
  ctx: Context,
  row: ConversationRow,
  own: readonly (Omit<PastMessage, 'system' | 'authorId'> & Partial<PastMessage>)[],
): Promise<NewFact[]> => {
  const fold = new ConversationFold(new Map());
  const past = own.map((message) => ({
    ...message,
    system: message.system ?? null,
    authorId: message.authorId ?? null,
  }));
  foldPast(fold, row, past, ctx.clock.now(), await openBetweenOf(ctx, row.siteId));
  return fold.facts;
};

/** The past of conversations, from their messages: what only the log said of them is forgotten. */
const fill: FactSource['fill'] = async (ctx, siteId, { after, start, before }) => {
  const rows = await listConversationsAfter(ctx, siteId, after, pageLength);
  const openBetween = await openBetweenOf(ctx, siteId);
  const history = await listHistory(
    ctx,
    siteId,
    rows.map(({ id, mergedInto }) => mergedInto ?? id),
    start,
  );
  const fold = new ConversationFold(new Map());
  for (const row of rows) {
    const own = history.filter((message) => (message.movedFrom ?? message.conversationId) === row.id);
    foldPast(fold, row, own, before, openBetween);
  }
  return { facts: fold.facts, after: rows.length < pageLength ? null : (rows.at(-1)?.id ?? null) };
};

/** The source of facts about conversations, whichever feature they came from. */
export const conversationFacts: FactSource = { read, fill };
