import type { Context } from '../context.ts';
import type { Projection } from '../core/events/liveTypes.ts';
import type { LogEvent } from '../core/events/tables.ts';

/** Tells staff's streams that something about ideas changed; who shows them asks what. */
export const projectIdeas = async (
  _ctx: Context,
  _siteId: string,
  batch: readonly LogEvent[],
): Promise<Map<number, Projection>> =>
  new Map(
    batch
      .filter(({ kind }) => kind.startsWith('idea.'))
      .map(({ seq }) => [seq, { staff: {}, moderator: {} }]),
  );
