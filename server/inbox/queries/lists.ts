import { and, asc, count, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { maxCounted, type Sort, type View } from '../../../shared/inbox/schema.ts';
import type { Context } from '../../context.ts';
import type { ConversationRow } from '../../core/conversations/queries/conversations.ts';
import { conversationLabels, conversations, mentions, promiseKey } from '../../core/conversations/tables.ts';

/** Where a page ended: its last row's sort key and id. */
export interface Mark {
  key: number;
  id: string;
}

interface Keys {
  promise: SQL<number>;
  time: SQL<number>;
  id: SQL<string>;
}

const keysOf = (table: typeof conversations | typeof conversationLabels): Keys => ({
  promise: promiseKey(table.promiseAt),
  time: sql<number>`${table.lastMessageAt}`.mapWith(Number) as SQL<number>,
  id: sql<string>`${'id' in table ? table.id : table.conversationId}`,
});

const rowKeys = keysOf(conversations);

const labelKeys = keysOf(conversationLabels);

/** The last mention comes first, whatever has been said since. */
const mentionKeys: Keys = {
  promise: sql<number>`${mentions.at}`.mapWith(Number) as SQL<number>,
  time: sql<number>`${mentions.at}`.mapWith(Number) as SQL<number>,
  id: sql<string>`${mentions.conversationId}`,
};

/** The part of a view after its name: `label:…`, `team:…`, `kind:…`. */
const subjectOf = (view: View): string => view.slice(view.indexOf(':') + 1);

/** Which rows of {@link conversations} stand in a view; of `label:` and `mentions` other tables say it. */
const inView = (siteId: string, view: View, staffId: string): SQL | undefined => {
  const { status, held, waitingFor, assigneeId, teamId, kind } = conversations;
  const site = eq(conversations.siteId, siteId);
  // Equal to a constant each, because that is what an index can be read by.
  if (view === 'held') return and(site, eq(held, true), eq(status, 'open'));
  const taken = and(site, eq(held, false));
  if (view === 'closed') return and(taken, eq(status, 'closed'), isNull(conversations.mergedInto));
  if (view === 'snoozed') return and(taken, eq(status, 'snoozed'));
  const open = and(taken, eq(status, 'open'));
  if (view === 'waiting') return and(open, eq(waitingFor, 'staff'));
  if (view === 'mine') return and(open, eq(assigneeId, staffId));
  if (view === 'unassigned') return and(open, isNull(assigneeId));
  if (view.startsWith('team:')) return and(open, eq(teamId, subjectOf(view)));
  if (view.startsWith('kind:')) return and(open, eq(kind, subjectOf(view) as ConversationRow['kind']));
  return open;
};

const labelled = (siteId: string, view: View) =>
  and(
    eq(conversationLabels.siteId, siteId),
    eq(conversationLabels.labelId, subjectOf(view)),
    eq(conversationLabels.held, false),
    eq(conversationLabels.status, 'open'),
  );

const mentioned = (siteId: string, staffId: string) =>
  and(eq(mentions.siteId, siteId), eq(mentions.staffId, staffId));

const past = (keys: Keys, sort: Sort, after: Mark | null): SQL | undefined => {
  if (!after) return undefined;
  const key = sort === 'promise' ? keys.promise : keys.time;
  return sort === 'newest'
    ? sql`(${key}, ${keys.id}) < (${after.key}, ${after.id})`
    : sql`(${key}, ${keys.id}) > (${after.key}, ${after.id})`;
};

const ordered = (keys: Keys, sort: Sort): SQL[] => {
  const key = sort === 'promise' ? keys.promise : keys.time;
  return sort === 'newest' ? [desc(key), desc(keys.id)] : [asc(key), asc(keys.id)];
};

/** The query of a page. Exported for the test that asks the database how it is run. */
export const pageQuery = (
  { read }: Context['database'],
  siteId: string,
  asked: { view: View; sort: Sort; staffId: string; after: Mark | null; limit: number },
) => {
  const { view, staffId, after, limit } = asked;
  // When somebody was named, the promise of the conversation says nothing about it.
  const sort = view === 'mentions' && asked.sort === 'promise' ? 'newest' : asked.sort;
  const keys = view === 'mentions' ? mentionKeys : view.startsWith('label:') ? labelKeys : rowKeys;
  const key = sort === 'promise' ? keys.promise : keys.time;
  const columns = { row: conversations, key: sql<number>`${key}`.mapWith(Number) };
  if (view === 'mentions')
    return read
      .select(columns)
      .from(mentions)
      .innerJoin(
        conversations,
        and(eq(conversations.siteId, mentions.siteId), eq(conversations.id, mentions.conversationId)),
      )
      .where(and(mentioned(siteId, staffId), isNull(conversations.mergedInto), past(keys, sort, after)))
      .orderBy(...ordered(keys, sort))
      .limit(limit);
  if (view.startsWith('label:'))
    return read
      .select(columns)
      .from(conversationLabels)
      .innerJoin(
        conversations,
        and(
          eq(conversations.siteId, conversationLabels.siteId),
          eq(conversations.id, conversationLabels.conversationId),
        ),
      )
      .where(and(labelled(siteId, view), past(keys, sort, after)))
      .orderBy(...ordered(keys, sort))
      .limit(limit);
  return read
    .select(columns)
    .from(conversations)
    .where(and(inView(siteId, view, staffId), past(keys, sort, after)))
    .orderBy(...ordered(keys, sort))
    .limit(limit);
};

/** The query that counts a view, up to one more than is shown. Exported as {@link pageQuery} is. */
export const countQuery = ({ read }: Context['database'], siteId: string, view: View, staffId: string) => {
  const one = sql<number>`1`.as('one');
  const of = (): {
    from: typeof conversations | typeof conversationLabels | typeof mentions;
    where: SQL | undefined;
  } => {
    if (view === 'mentions')
      return { from: mentions, where: and(mentioned(siteId, staffId), eq(mentions.seen, false)) };
    if (view.startsWith('label:')) return { from: conversationLabels, where: labelled(siteId, view) };
    return { from: conversations, where: inView(siteId, view, staffId) };
  };
  const { from, where } = of();
  const counted = read
    .select({ one })
    .from(from)
    .where(where)
    .limit(maxCounted + 1)
    .as('counted');
  return read.select({ count: count().mapWith(Number) }).from(counted);
};
