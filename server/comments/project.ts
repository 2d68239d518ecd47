import type { LogEvent } from '../core/events/tables.ts';
import type { Projection } from '../core/events/liveTypes.ts';

const kinds = new Set(['comment.added', 'comment.held', 'comment.changed', 'comment.approved']);

/** Tells staff's streams that something about comments changed; who shows them asks what. */
export const projectComments = async (batch: readonly LogEvent[]): Promise<Map<number, Projection>> =>
  new Map(batch.filter(({ kind }) => kinds.has(kind)).map(({ seq }) => [seq, { staff: {} }]));
