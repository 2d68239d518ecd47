import { importedKind } from '../core/conversations/changes.ts';
import type { Indexer } from '../core/jobs/work.ts';
import type { ServerFeature } from '../core/feature.ts';
import { readStale, refreshed } from './writes/messageIndex.ts';

/** Messages that were written are found in the inbox: from the log, so that no visitor waits for it. */
export const indexMessages: Indexer = (tx, siteId, batch) => {
  const ids = batch.flatMap(({ kind, subjectId }) =>
    (kind === 'message.added' || kind === importedKind) && subjectId !== null ? [subjectId] : [],
  );
  return ids.length === 0 ? [] : [refreshed(tx, siteId, [...new Set(ids)])];
};

/** Reads earlier messages a batch later, so that a search finds little left to read. Plans nothing. */
export const readMessages: NonNullable<ServerFeature['planners']>[number] = async (ctx, siteId) => {
  if (ctx.database.dialect === 'postgres') await readStale(ctx, siteId);
  return [];
};
