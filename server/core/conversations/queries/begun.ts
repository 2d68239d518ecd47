import { and, desc, eq, gte, ne } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { conversations, messages } from '../tables.ts';

/** Conversations that visitors began since an instant, with what they wrote first, the newest first; not what is held. */
export const listBegun = (
  { database }: Pick<Context, 'database'>,
  siteId: string,
  since: number,
  limit: number,
) =>
  database.read
    .select({
      id: conversations.id,
      visitorId: conversations.visitorId,
      language: conversations.language,
      subject: conversations.subject,
      body: messages.body,
      at: conversations.createdAt,
    })
    .from(conversations)
    .innerJoin(messages, and(eq(messages.siteId, conversations.siteId), eq(messages.id, conversations.id)))
    .where(
      and(
        eq(conversations.siteId, siteId),
        gte(conversations.lastMessageAt, since),
        gte(conversations.createdAt, since),
        eq(conversations.held, false),
        ne(conversations.kind, 'callback'),
        eq(messages.authorKind, 'visitor'),
      ),
    )
    .orderBy(desc(conversations.createdAt))
    .limit(limit);
