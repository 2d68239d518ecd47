import { and, desc, eq, exists, gt, isNotNull, isNull, not, or } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { conversations } from '../core/conversations/tables.ts';
import { visitorSecrets, visitors } from '../core/people/visitors/tables.ts';

/** A visitor whom a link may bring back, by the conversation that it leads to. */
export interface Returning {
  conversationId: string;
  visitorId: string;
  email: string | null;
}

/**
 * Finds whom an address is for certain: those who have shown that it's theirs, and those who only ever wrote by mail, for
 * whom nobody has a secret. A typed address proves nothing: who typed it would share what its reader is led to. Nobody
 * whom the site itself signs in, and nobody who is blocked. Of several the one seen last, with what was said last.
 * @param who an address in the form it's compared in, or one visitor's conversation
 */
export const findReturning = async (
  ctx: Pick<Context, 'database' | 'clock'>,
  siteId: string,
  who: { emailKey: string } | { conversationId: string },
): Promise<Returning | null> => {
  const read = ctx.database.read;
  const inBrowser = read
    .select({ hash: visitorSecrets.hash })
    .from(visitorSecrets)
    .where(
      and(
        eq(visitorSecrets.siteId, visitors.siteId),
        eq(visitorSecrets.visitorId, visitors.id),
        gt(visitorSecrets.endsAt, ctx.clock.now()),
      ),
    );
  const [row] = await read
    .select({ conversationId: conversations.id, visitorId: visitors.id, email: visitors.email })
    .from(visitors)
    .innerJoin(
      conversations,
      and(eq(conversations.siteId, visitors.siteId), eq(conversations.visitorId, visitors.id)),
    )
    .where(
      and(
        eq(visitors.siteId, siteId),
        'emailKey' in who ? eq(visitors.emailKey, who.emailKey) : eq(conversations.id, who.conversationId),
        isNull(visitors.blockedAt),
        or(isNull(visitors.subject), eq(visitors.subjectImported, true)),
        or(isNotNull(visitors.emailVerifiedAt), and(eq(conversations.kind, 'mail'), not(exists(inBrowser)))),
        eq(conversations.held, false),
        isNull(conversations.mergedInto),
      ),
    )
    .orderBy(
      desc(visitors.seenAt),
      desc(visitors.id),
      desc(conversations.lastMessageAt),
      desc(conversations.id),
    )
    .limit(1);
  return row ?? null;
};
