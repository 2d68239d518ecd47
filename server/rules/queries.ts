import { and, asc, count, desc, eq, gt, gte, inArray, ne, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { conversations, messages } from '../core/conversations/tables.ts';
import { preparedQuery } from '../core/db/prepared.ts';
import { events, type LogEvent } from '../core/events/tables.ts';
import { macros, ruleRuns, rules } from './tables.ts';

type Reads = Pick<Context, 'database'>;
export type RuleRow = typeof rules.$inferSelect;
export type RunRow = typeof ruleRuns.$inferSelect;
export type MacroRow = typeof macros.$inferSelect;

/** A site's rules in their order. */
export const listRules = (ctx: Reads, siteId: string): Promise<RuleRow[]> =>
  ctx.database.read
    .select()
    .from(rules)
    .where(eq(rules.siteId, siteId))
    .orderBy(asc(rules.position), asc(rules.id));

export const findRule = async (ctx: Reads, siteId: string, id: string): Promise<RuleRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(rules)
    .where(and(eq(rules.siteId, siteId), eq(rules.id, id)));
  return row ?? null;
};

const versions = preparedQuery('rule_versions', (queries) =>
  queries
    .select({ version: rules.version })
    .from(rules)
    .where(and(eq(rules.siteId, sql.placeholder('site')), eq(rules.isOn, true)))
    .orderBy(asc(rules.position), asc(rules.id)),
);

/** A text that tells the rules that are on from those of before; empty where there are none. */
export const readVersion = async (ctx: Reads, siteId: string): Promise<string> =>
  (await versions(ctx.database, { site: siteId })).map(({ version }) => version).join();

/** Counts the firings of each rule since an instant. */
export const countRuns = async (ctx: Reads, siteId: string, since: number): Promise<Map<string, number>> => {
  const found = await ctx.database.read
    .select({ ruleId: ruleRuns.ruleId, runs: count().mapWith(Number) })
    .from(ruleRuns)
    .where(and(eq(ruleRuns.siteId, siteId), gt(ruleRuns.at, since)))
    .groupBy(ruleRuns.ruleId);
  return new Map(found.map(({ ruleId, runs }) => [ruleId, runs]));
};

/** Firings that wait, of one thing that happened, in the order of their rules. */
export const listWaiting = (ctx: Reads, siteId: string, anchor: string): Promise<RunRow[]> =>
  ctx.database.read
    .select()
    .from(ruleRuns)
    .where(and(eq(ruleRuns.siteId, siteId), eq(ruleRuns.anchor, anchor), eq(ruleRuns.state, 'waiting')))
    .orderBy(asc(ruleRuns.position));

export const findRun = async (ctx: Reads, siteId: string, id: string): Promise<RunRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(ruleRuns)
    .where(and(eq(ruleRuns.siteId, siteId), eq(ruleRuns.id, id)));
  return row ?? null;
};

export const findRuns = async (ctx: Reads, siteId: string, ids: string[]): Promise<RunRow[]> =>
  ids.length === 0
    ? []
    : ctx.database.read
        .select()
        .from(ruleRuns)
        .where(and(eq(ruleRuns.siteId, siteId), inArray(ruleRuns.id, ids)));

/** Firings of a rule, or on a conversation, the newest first, with the conversations' subjects. */
export const listRuns = (
  ctx: Reads,
  siteId: string,
  of: { rule?: string | undefined; conversation?: string | undefined },
  max: number,
): Promise<{ run: RunRow; subject: string }[]> =>
  ctx.database.read
    .select({ run: ruleRuns, subject: conversations.subject })
    .from(ruleRuns)
    .innerJoin(
      conversations,
      and(eq(conversations.siteId, ruleRuns.siteId), eq(conversations.id, ruleRuns.conversationId)),
    )
    .where(
      and(
        eq(ruleRuns.siteId, siteId),
        of.rule ? eq(ruleRuns.ruleId, of.rule) : undefined,
        of.conversation ? eq(ruleRuns.conversationId, of.conversation) : undefined,
      ),
    )
    .orderBy(desc(ruleRuns.at), desc(ruleRuns.position))
    .limit(max);

/** Firings on a conversation since an instant that did too much. */
export const wasLimited = async (
  ctx: Reads,
  siteId: string,
  conversationId: string,
  since: number,
): Promise<boolean> => {
  const found = await ctx.database.read
    .select({ id: ruleRuns.id })
    .from(ruleRuns)
    .where(
      and(
        eq(ruleRuns.siteId, siteId),
        eq(ruleRuns.conversationId, conversationId),
        gt(ruleRuns.at, since),
        eq(ruleRuns.state, 'limited'),
      ),
    )
    .limit(1);
  return found.length > 0;
};

/** Id of the newest message that a person wrote to another in a conversation. */
export const lastSaid = async (
  ctx: Reads,
  siteId: string,
  conversationId: string,
): Promise<string | null> => {
  const [last] = await ctx.database.read
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.siteId, siteId),
        eq(messages.conversationId, conversationId),
        eq(messages.visibility, 'public'),
        ne(messages.authorKind, 'system'),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(1);
  return last?.id ?? null;
};

/** When people last wrote in some conversations. */
export const lastSaidAt = async (
  ctx: Reads,
  siteId: string,
  ids: readonly string[],
): Promise<Map<string, number>> => {
  if (ids.length === 0) return new Map();
  const found = await ctx.database.read
    .select({ id: messages.conversationId, at: sql<number>`max(${messages.at})`.mapWith(Number) })
    .from(messages)
    .where(
      and(
        eq(messages.siteId, siteId),
        inArray(messages.conversationId, [...ids]),
        eq(messages.visibility, 'public'),
        ne(messages.authorKind, 'system'),
      ),
    )
    .groupBy(messages.conversationId);
  return new Map(found.map(({ id, at }) => [id, at]));
};

/** Events of some kinds since an instant, the newest first. */
export const listEvents = (
  ctx: Reads,
  siteId: string,
  kinds: string[],
  since: number,
  max: number,
): Promise<LogEvent[]> =>
  ctx.database.read
    .select()
    .from(events)
    .where(and(eq(events.siteId, siteId), gte(events.at, since), inArray(events.kind, kinds)))
    .orderBy(desc(events.seq))
    .limit(max);

/** Open conversations that changed since an instant, for what comes with time. */
export const listOpenSince = (ctx: Reads, siteId: string, since: number, max: number) =>
  ctx.database.read
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.siteId, siteId),
        eq(conversations.held, false),
        eq(conversations.status, 'open'),
        gte(conversations.lastMessageAt, since),
      ),
    )
    .orderBy(desc(conversations.lastMessageAt))
    .limit(max);

export const listMacros = (ctx: Reads, siteId: string): Promise<MacroRow[]> =>
  ctx.database.read
    .select()
    .from(macros)
    .where(eq(macros.siteId, siteId))
    .orderBy(asc(macros.name), asc(macros.id));

export const findMacro = async (ctx: Reads, siteId: string, id: string): Promise<MacroRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(macros)
    .where(and(eq(macros.siteId, siteId), eq(macros.id, id)));
  return row ?? null;
};
