import { and, eq } from 'drizzle-orm';
import type { Queries, Statement } from '../../core/db/database.ts';
import { pins, synonyms } from '../tables.ts';

export const insertSynonym = (tx: Queries, values: typeof synonyms.$inferInsert): Statement =>
  tx.insert(synonyms).values(values).onConflictDoNothing();

export const deleteSynonym = (tx: Queries, siteId: string, id: string): Statement =>
  tx.delete(synonyms).where(and(eq(synonyms.siteId, siteId), eq(synonyms.id, id)));

export const insertPin = (tx: Queries, values: typeof pins.$inferInsert): Statement =>
  tx.insert(pins).values(values).onConflictDoNothing();

export const deletePin = (tx: Queries, siteId: string, id: string): Statement =>
  tx.delete(pins).where(and(eq(pins.siteId, siteId), eq(pins.id, id)));
