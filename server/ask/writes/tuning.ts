import { and, eq } from 'drizzle-orm';
import type { Queries, Statement } from '../../core/db/database.ts';
import { pins, synonyms } from '../tables.ts';

/** The statement that makes synonyms, or changes those with the id. */
export const saveSynonym = (tx: Queries, values: typeof synonyms.$inferInsert): Statement =>
  tx
    .insert(synonyms)
    .values(values)
    .onConflictDoUpdate({ target: [synonyms.siteId, synonyms.id], set: { words: values.words } });

export const deleteSynonym = (tx: Queries, siteId: string, id: string): Statement =>
  tx.delete(synonyms).where(and(eq(synonyms.siteId, siteId), eq(synonyms.id, id)));

/** The statement that makes a pin, or changes the one with the id. */
export const savePin = (tx: Queries, values: typeof pins.$inferInsert): Statement =>
  tx
    .insert(pins)
    .values(values)
    .onConflictDoUpdate({
      target: [pins.siteId, pins.id],
      set: { phrase: values.phrase, questionId: values.questionId },
    });

export const deletePin = (tx: Queries, siteId: string, id: string): Statement =>
  tx.delete(pins).where(and(eq(pins.siteId, siteId), eq(pins.id, id)));
