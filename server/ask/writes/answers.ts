import { and, eq } from 'drizzle-orm';
import type { Queries, Statement } from '../../core/db/database.ts';
import { answers } from '../tables.ts';
import type { AnswerRow } from '../queries/answers.ts';

export const insertAnswer = (tx: Queries, values: typeof answers.$inferInsert): Statement =>
  tx.insert(answers).values(values);

export const updateAnswer = (
  tx: Queries,
  siteId: string,
  id: string,
  change: Partial<AnswerRow>,
): Statement =>
  tx
    .update(answers)
    .set(change)
    .where(and(eq(answers.siteId, siteId), eq(answers.id, id)));
