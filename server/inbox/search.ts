import { findMessages } from '../core/conversations/queries/messages.ts';
import { toStaffViews } from '../core/conversations/queries/staffView.ts';
import type { Found } from '../../shared/inbox/schema.ts';
import type { Context } from '../context.ts';
import { excerpt } from '../core/content/markdown.ts';
import type { ConversationRow } from '../core/conversations/queries/conversations.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { excerptAround, markMatches } from './marks.ts';
import { isEmpty, readQuery } from './searchQuery.ts';
import { listLabelled, listFiltered, passing, conditionsOf } from './queries/conversationSearch.ts';
import { findHits, maxFound } from './queries/messageSearch.ts';

/**
 * Messages, the newest first, among which what passes the filters is looked for; and conversations, where only filters
 * were typed. A bound in work, not in truth: what is older is found with one more word or a date.
 */
const maxMessages = { plain: 500, filtered: 3_000 };

/** Everything of a site that fits a typed text, the newest first, with the place where it was found. */
export const searchInbox = async (ctx: Context, site: Site, text: string): Promise<Found[]> => {
  const siteId = site.id;
  const query = readQuery(text, site.settings.hours.zone);
  if (isEmpty(query)) return [];
  const conditions = await conditionsOf(ctx, siteId, query);
  if (!conditions) return [];
  const { words } = query;
  const isFiltered = conditions.length > 1;
  const hitOf = new Map<string, string>();
  let rows: ConversationRow[];
  if (words.length) {
    const max = isFiltered ? maxMessages.filtered : maxMessages.plain;
    for (const { conversation, message } of await findHits(ctx, siteId, words, max))
      if (!hitOf.has(conversation)) hitOf.set(conversation, message);
    const ids = [...(isFiltered ? [] : await listLabelled(ctx, siteId, text)), ...hitOf.keys()];
    const order = new Map([...new Set(ids)].map((id, place) => [id, place]));
    const wanted = [...order.keys()].slice(0, isFiltered ? ids.length : maxFound);
    rows = await passing(ctx, siteId, wanted, conditions, isFiltered);
    const placeOf = ({ id }: ConversationRow): number => order.get(id) ?? order.size;
    rows.sort((one, other) => placeOf(one) - placeOf(other));
    rows = rows.slice(0, maxFound);
  } else {
    rows = await listFiltered(ctx, siteId, query, conditions);
  }
  const described = await toStaffViews(ctx, siteId, rows);
  const messages = await findMessages(
    ctx,
    siteId,
    rows.flatMap((row) => hitOf.get(row.id) ?? []),
  );
  const byId = new Map(messages.map((message) => [message.id, message]));
  return described.map((conversation) => {
    const message = byId.get(hitOf.get(conversation.id) ?? '');
    const plain = message ? excerpt(message.rich, 10_000) : '';
    const matches = markMatches(plain, words);
    return {
      conversation,
      excerpt:
        message && matches.length
          ? { message: message.id, ...excerptAround(plain, matches), at: message.at }
          : null,
      name: markMatches(conversation.visitor.name, words),
      subject: markMatches(conversation.subject, words),
    };
  });
};
