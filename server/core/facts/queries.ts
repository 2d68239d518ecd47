import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { type ConversationState, facts } from './tables.ts';

/** A conversation's state, and since when it has been open or not. */
export interface StateSince {
  state: ConversationState;
  since: number;
}

/** Finds conversations' states by the facts so far. */
export const findStates = async (
  { database }: Pick<Context, 'database'>,
  siteId: string,
  conversations: readonly string[],
): Promise<Map<string, StateSince>> => {
  if (conversations.length === 0) return new Map();
  const rows = await database.read
    .select({ id: facts.subjectId, state: facts.state, at: facts.at })
    .from(facts)
    .where(
      and(eq(facts.siteId, siteId), inArray(facts.subjectId, [...conversations]), isNotNull(facts.state)),
    )
    // A time of before may have been filled in later.
    .orderBy(asc(facts.at), asc(facts.place));
  return new Map(rows.flatMap(({ id, state, at }) => (id && state ? [[id, { state, since: at }]] : [])));
};
