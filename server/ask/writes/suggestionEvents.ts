import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { FactKind } from '../../../shared/core/facts/kinds.ts';
import type { Context } from '../../context.ts';
import { decisive, type Queries, type Statement } from '../../core/db/database.ts';
import { noticeIncoming } from '../../core/jobs/incomingJob.ts';
import { insertFacts } from '../../core/facts/writes.ts';
import { factsOf } from '../factsOf.ts';
import { questions, suggestionEvents } from '../tables.ts';
import { ofQuestion } from '../queries/questions.ts';
import type { SuggestionEvent } from '../queries/outcomes.ts';

/** Statement that keeps what became of a suggestion; the same id again changes nothing. */
export const insertSuggestionEvent = (
  tx: Queries,
  siteId: string,
  now: number,
  event: SuggestionEvent,
): Statement =>
  tx
    .insert(suggestionEvents)
    .values({ ...event, siteId, at: now })
    .onConflictDoNothing();

/**
 * Keeps an event; "solved" counts once a session and question.
 * @param also other facts that it is
 * @returns false when it had been kept before, or its session has said so already
 */
export const recordSuggestionEvent = async (
  ctx: Context,
  siteId: string,
  event: SuggestionEvent,
  also: readonly FactKind[] = [],
): Promise<boolean> => {
  const now = ctx.clock.now();
  const [before] =
    event.kind === 'solved' || event.kind === 'not_quite'
      ? await ctx.database.read
          .select({ id: suggestionEvents.id })
          .from(suggestionEvents)
          .where(
            and(
              eq(suggestionEvents.siteId, siteId),
              eq(suggestionEvents.questionId, event.questionId ?? ''),
              eq(suggestionEvents.kind, event.kind),
              or(eq(suggestionEvents.session, event.session), eq(suggestionEvents.id, event.id)),
            ),
          )
          .limit(1)
      : [];
  if (before) return false;
  return ctx.database.write((tx) => [
    decisive(insertSuggestionEvent(tx, siteId, now, event)),
    ...insertFacts(tx, siteId, [
      ...factsOf({ ...event, at: now }),
      ...also.map((kind) => ({ kind, at: now, subjectId: event.questionId, language: event.language })),
    ]),
    ...noticeIncoming(ctx, tx, siteId, now),
    ...(event.kind === 'solved' && event.questionId
      ? [
          tx
            .update(questions)
            .set({ solved: sql`${questions.solved} + 1` })
            .where(ofQuestion(siteId, event.questionId)),
        ]
      : []),
  ]);
};

/** Forgets that phrases were set aside. */
export const deleteDismissals = (tx: Queries, siteId: string, phrases: readonly string[]): Statement =>
  tx
    .delete(suggestionEvents)
    .where(
      and(
        eq(suggestionEvents.siteId, siteId),
        eq(suggestionEvents.kind, 'dismissed'),
        inArray(suggestionEvents.query, [...phrases]),
      ),
    );
