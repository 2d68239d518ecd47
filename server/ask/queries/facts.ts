import { and, asc, eq, gt, inArray, ne, notInArray } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { answers, questions, suggestionEvents } from '../tables.ts';

/** Events of suggestions after an id, in order. */
export const listEventsAfter = (
  { database }: Pick<Context, 'database'>,
  siteId: string,
  after: string,
  limit: number,
) =>
  database.read
    .select({
      id: suggestionEvents.id,
      kind: suggestionEvents.kind,
      questionId: suggestionEvents.questionId,
      language: suggestionEvents.language,
      at: suggestionEvents.at,
    })
    .from(suggestionEvents)
    .where(and(eq(suggestionEvents.siteId, siteId), gt(suggestionEvents.id, after)))
    .orderBy(asc(suggestionEvents.id))
    .limit(limit);

/** Which of some sent questions followed a search that had shown nothing. */
export const listSentInVain = async (
  { database: { read } }: Pick<Context, 'database'>,
  siteId: string,
  ids: string[],
) => {
  if (ids.length === 0) return [];
  const sent = await read
    .select({
      id: suggestionEvents.id,
      session: suggestionEvents.session,
      language: suggestionEvents.language,
      at: suggestionEvents.at,
    })
    .from(suggestionEvents)
    .where(
      and(
        eq(suggestionEvents.siteId, siteId),
        inArray(suggestionEvents.id, ids),
        eq(suggestionEvents.kind, 'sent'),
      ),
    );
  if (sent.length === 0) return [];
  const seen = await read
    .select({ session: suggestionEvents.session })
    .from(suggestionEvents)
    .where(
      and(
        eq(suggestionEvents.siteId, siteId),
        inArray(
          suggestionEvents.session,
          sent.map(({ session }) => session),
        ),
        notInArray(suggestionEvents.kind, ['sent', 'dismissed']),
      ),
    );
  const shown = new Set(seen.map(({ session }) => session));
  return sent.filter(({ session }) => !shown.has(session));
};

const told = {
  id: answers.id,
  authorKind: answers.authorKind,
  authorId: answers.authorId,
  at: answers.createdAt,
  language: questions.language,
};

/** Public answers by people, by their ids. */
export const listAnswered = ({ database }: Pick<Context, 'database'>, siteId: string, ids: string[]) =>
  database.read
    .select(told)
    .from(answers)
    .innerJoin(questions, and(eq(questions.siteId, answers.siteId), eq(questions.id, answers.questionId)))
    .where(and(eq(answers.siteId, siteId), inArray(answers.id, ids), ne(answers.authorKind, 'imported')));

/** Public answers by people after an id, in order. */
export const listAnswersAfter = (
  { database }: Pick<Context, 'database'>,
  siteId: string,
  after: string,
  limit: number,
) =>
  database.read
    .select(told)
    .from(answers)
    .innerJoin(questions, and(eq(questions.siteId, answers.siteId), eq(questions.id, answers.questionId)))
    .where(
      and(
        eq(answers.siteId, siteId),
        gt(answers.id, after),
        eq(answers.state, 'public'),
        ne(answers.authorKind, 'imported'),
      ),
    )
    .orderBy(asc(answers.id))
    .limit(limit);
