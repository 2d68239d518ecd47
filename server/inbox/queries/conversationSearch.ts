import { listTeams } from './teams.ts';
import { and, desc, eq, gte, inArray, isNull, lt, type SQL } from 'drizzle-orm';
import { kinds, priorities } from '../../../shared/core/conversations/schema.ts';
import type { Context } from '../../context.ts';
import { type ConversationRow, findConversations } from '../../core/conversations/queries/conversations.ts';
import { conversationLabels, conversations } from '../../core/conversations/tables.ts';
import { foldWord } from '../../core/search/engine/normalise.ts';
import { listStaff } from '../../core/people/staff/queries.ts';
import { listLabels } from './labels.ts';
import type { SearchQuery } from '../searchQuery.ts';
import { maxScanned, maxFound } from './messageSearch.ts';

/** The conditions of a query's filters on this site; null when one of them can be met by nothing. */
export const conditionsOf = async (
  ctx: Context,
  siteId: string,
  query: SearchQuery,
): Promise<SQL[] | null> => {
  const { label, assigned, team, kind, priority, status, from, to } = query;
  const { assigneeId, teamId, held, lastMessageAt } = conversations;
  const conditions: SQL[] = [isNull(conversations.mergedInto)];
  const among = <One extends { id: string; name: string }>(list: One[], wanted: string): string[] =>
    list.filter(({ name }) => foldWord(name).includes(foldWord(wanted))).map(({ id }) => id);
  if (label !== null) {
    const ids = among(await listLabels(ctx, siteId), label);
    if (!ids.length) return null;
    conditions.push(
      inArray(
        conversations.id,
        ctx.database.read
          .select({ id: conversationLabels.conversationId })
          .from(conversationLabels)
          .where(and(eq(conversationLabels.siteId, siteId), inArray(conversationLabels.labelId, ids))),
      ),
    );
  }
  if (assigned !== null) {
    const ids = among(await listStaff(ctx, siteId), assigned);
    if (!ids.length) return null;
    conditions.push(inArray(assigneeId, ids));
  }
  if (team !== null) {
    const ids = among(await listTeams(ctx, siteId), team);
    if (!ids.length) return null;
    conditions.push(inArray(teamId, ids));
  }
  // Half typed, a name stands for those that begin like it; what none begins like is met by nothing.
  if (kind !== null) {
    const meant = kinds.filter((one) => one.startsWith(kind));
    const [first, ...others] = meant;
    if (first === undefined) return null;
    // One alone is read down its own index.
    conditions.push(others.length === 0 ? eq(conversations.kind, first) : inArray(conversations.kind, meant));
  }
  if (priority !== null) {
    const meant = priorities.filter((one) => one.startsWith(priority));
    if (!meant.length) return null;
    conditions.push(inArray(conversations.priority, meant));
  }
  if (status === 'held') conditions.push(eq(held, true));
  else if (status !== null) conditions.push(eq(conversations.status, status), eq(held, false));
  if (from !== null) conditions.push(gte(lastMessageAt, from));
  if (to !== null) conditions.push(lt(lastMessageAt, to));
  return conditions;
};

/**
 * The newest conversations that pass filters, where no words were typed. Read down an index in their order, so that it
 * ends with the page; filters that nothing meets read on to the bound and no further.
 */
export const listFiltered = async (
  ctx: Context,
  siteId: string,
  { from, to }: SearchQuery,
  conditions: SQL[],
): Promise<ConversationRow[]> => {
  const { read } = ctx.database;
  const { lastMessageAt } = conversations;
  const newestFirst = [desc(lastMessageAt), desc(conversations.id)] as const;
  const within = and(
    eq(conversations.siteId, siteId),
    from === null ? undefined : gte(lastMessageAt, from),
    to === null ? undefined : lt(lastMessageAt, to),
  );
  const [bound] = await read
    .select({ at: lastMessageAt })
    .from(conversations)
    .where(within)
    .orderBy(...newestFirst)
    .offset(maxScanned)
    .limit(1);
  return read
    .select()
    .from(conversations)
    .where(and(within, bound && gte(lastMessageAt, bound.at), ...conditions))
    .orderBy(...newestFirst)
    .limit(maxFound);
};

/** Conversations of labels whose name is what was typed: their name stands in no message. */
export const listLabelled = async (ctx: Context, siteId: string, text: string): Promise<string[]> => {
  const wanted = foldWord(text.trim());
  const ids = (await listLabels(ctx, siteId))
    .filter(({ name }) => wanted.length > 1 && foldWord(name).startsWith(wanted))
    .map(({ id }) => id);
  if (!ids.length) return [];
  const rows = await ctx.database.read
    .select({ id: conversationLabels.conversationId })
    .from(conversationLabels)
    .where(
      and(
        eq(conversationLabels.siteId, siteId),
        inArray(conversationLabels.labelId, ids),
        eq(conversationLabels.held, false),
        eq(conversationLabels.status, 'open'),
      ),
    )
    .orderBy(desc(conversationLabels.lastMessageAt))
    .limit(10);
  return rows.map(({ id }) => id);
};

/** Of these conversations those that pass, as rows. */
export const passing = async (
  ctx: Context,
  siteId: string,
  ids: string[],
  conditions: SQL[],
  isFiltered: boolean,
) => {
  if (!isFiltered)
    return (await findConversations(ctx, siteId, ids)).filter((row) => row.mergedInto === null);
  const found: ConversationRow[] = [];
  // In parts: an engine takes only so many parameters.
  for (let place = 0; place < ids.length && found.length < maxFound; place += 500)
    found.push(
      ...(await ctx.database.read
        .select()
        .from(conversations)
        .where(
          and(
            eq(conversations.siteId, siteId),
            inArray(conversations.id, ids.slice(place, place + 500)),
            ...conditions,
          ),
        )),
    );
  return found;
};
