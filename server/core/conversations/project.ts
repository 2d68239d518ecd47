import { findConversations } from './queries/conversations.ts';
import { toMessageViews, findMessages } from './queries/messages.ts';
import type { LogEvent } from '../events/tables.ts';
import type { Context } from '../../context.ts';
import type { Projection, Readers } from '../events/liveTypes.ts';
import { toStaffViews } from './queries/staffView.ts';
import type { Message } from '../../../shared/core/conversations/schema.ts';
import { cachedMessage } from './messageCache.ts';
import { toVisitorViews } from './queries/visitorView.ts';

const unique = (ids: (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

const byId = <Row extends { id: string }>(rows: Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/** A message without what only staff know of it. */
const forVisitors = ({ via: _, mail: __, ...message }: Message): Message => message;

/** Projects conversations to streams: the row as it is now, and a new message with it. */
export const projectConversations = async (
  ctx: Context,
  siteId: string,
  batch: LogEvent[],
  readers: Readers,
): Promise<Map<number, Projection>> => {
  const about = batch.filter(
    (event) =>
      event.kind === 'message.added' ||
      event.kind === 'message.changed' ||
      event.kind === 'conversation.changed',
  );
  const projections = new Map<number, Projection>();
  // Carries nothing: whoever shows labels, teams or canned replies asks for them.
  for (const event of batch) if (event.kind === 'inbox.changed') projections.set(event.seq, { staff: {} });
  for (const event of batch)
    if (event.kind === 'conversation.erased' && event.conversationId)
      projections.set(event.seq, { staff: { erased: event.conversationId } });
  if (about.length === 0) return projections;
  const ids = unique(about.map((event) => event.conversationId));
  const forStaff = readers.staff
    ? byId(await toStaffViews(ctx, siteId, await findConversations(ctx, siteId, ids)))
    : null;
  const forVisitor = readers.visitor ? byId(await toVisitorViews(ctx, siteId, ids)) : null;
  const added = unique(
    about.filter((event) => event.kind !== 'conversation.changed').map((event) => event.subjectId),
  );
  const known = added.flatMap((id) => cachedMessage(ctx, siteId, id) ?? []);
  const messages = byId(known);
  const unknown = added.filter((id) => !messages.has(id));
  if (unknown.length)
    for (const message of await toMessageViews(ctx, siteId, await findMessages(ctx, siteId, unknown)))
      messages.set(message.id, message);

  for (const event of about) {
    const conversation = forStaff?.get(event.conversationId ?? '');
    const own = forVisitor?.get(event.conversationId ?? '');
    if (event.kind === 'conversation.changed') {
      projections.set(event.seq, {
        ...(conversation && { staff: { conversation } }),
        ...(own && { visitor: { conversation: own } }),
      });
      continue;
    }
    const message = messages.get(event.subjectId ?? '');
    if (!message) continue;
    projections.set(event.seq, {
      ...(conversation && { staff: { message, conversation } }),
      ...(own &&
        message.visibility === 'public' &&
        !message.mail?.isApart && { visitor: { message: forVisitors(message), conversation: own } }),
    });
  }
  return projections;
};
