import type { LogEvent, Projection } from '../core/events/live.ts';

const kinds = new Set(['comment.added', 'comment.held', 'comment.changed', 'comment.approved']);

/** Staff's streams hear that something about comments changed; who shows them asks what. */
export const projectComments = (
  batch: readonly LogEvent[],
  projections: Map<number, Projection>,
): Map<number, Projection> => {
  for (const event of batch) if (kinds.has(event.kind)) projections.set(event.seq, { staff: {} });
  return projections;
};
