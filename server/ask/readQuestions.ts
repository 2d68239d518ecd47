import type { Planner } from '../core/jobs/handlers.ts';
import { questionChanged } from './searchSource.ts';
import { readStaleQuestions } from './writes/fullText.ts';

/** Reads changed questions into the database's full text, so that a search finds little left to read. Plans nothing. */
export const readQuestions: Planner = async (ctx, siteId, batch) => {
  if (batch.some(({ kind }) => kind === questionChanged)) await readStaleQuestions(ctx, siteId);
  return [];
};
