import type { Indexer } from '../core/jobs/work.ts';
import { refreshed } from './writes/messageIndex.ts';

/** Messages that were written are found in the inbox: from the log, so that no visitor waits for it. */
export const indexMessages: Indexer = (tx, siteId, batch) => {
  const ids = batch.flatMap(({ kind, subjectId }) =>
    kind === 'message.added' && subjectId !== null ? [subjectId] : [],
  );
  return ids.length === 0 ? [] : [refreshed(tx, siteId, [...new Set(ids)])];
};
