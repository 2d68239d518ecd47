import { and, eq, inArray, or } from 'drizzle-orm';
import { decisive, type Decisive, type Queries, type Statement } from '../../core/db/database.ts';
import { questions, questionVersions } from '../tables.ts';
import { ofQuestion, type QuestionRow } from '../queries/questions.ts';

export const insertQuestion = (tx: Queries, values: typeof questions.$inferInsert): Statement =>
  tx.insert(questions).values(values);

/** Stores a question unless its id is taken; decisive: whether it was free. */
export const insertNewQuestion = (tx: Queries, values: typeof questions.$inferInsert): Decisive =>
  decisive(tx.insert(questions).values(values).onConflictDoNothing());

export const updateQuestion = (
  tx: Queries,
  siteId: string,
  id: string,
  change: Partial<QuestionRow>,
): Statement => tx.update(questions).set(change).where(ofQuestion(siteId, id));

/** Makes a question, and all that were its duplicates, duplicates of another. */
export const linkDuplicate = (tx: Queries, siteId: string, id: string, of: string): Statement =>
  tx
    .update(questions)
    .set({ duplicateOf: of })
    .where(and(eq(questions.siteId, siteId), or(eq(questions.id, id), eq(questions.duplicateOf, id))));

/** Keeps what a question said before it is changed. */
export const keepQuestionVersion = (tx: Queries, values: typeof questionVersions.$inferInsert): Statement =>
  tx.insert(questionVersions).values(values);

export const forgetQuestionVersions = (tx: Queries, siteId: string, ids: readonly string[]): Statement =>
  tx
    .delete(questionVersions)
    .where(and(eq(questionVersions.siteId, siteId), inArray(questionVersions.questionId, [...ids])));
