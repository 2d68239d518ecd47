import type { Database } from '../../db/database.ts';
import { eventText } from '../liveFrames.ts';
import type { Project, Projection, Reader, Readers } from '../liveTypes.ts';
import { batchSize, readMissed } from './batches.ts';
import type { Streams } from './streams.ts';
import type { Subscription } from './tails.ts';

/** Readers of a topic who are further behind than this get a reset: what they read has a reply of its own, events. */
const maxTopicLag = 1_000;

/**
 * True for a cursor that nothing can be resumed from: what followed it is pruned, it is of another log, or it is too far
 * behind.
 * @param start the place from which the reader is fed live
 */
export const isStale = (
  cursor: number,
  reader: Reader,
  { start, head, oldest }: { start: number; head: number; oldest: number },
): boolean =>
  cursor < oldest - 1 ||
  cursor > Math.max(head, start) ||
  (reader.kind === 'topic' && start - cursor > maxTopicLag);

const toReaders = (reader: Reader): Readers => ({
  staff: reader.kind === 'staff',
  visitor: reader.kind === 'visitor',
  ...(reader.kind === 'topic' && { topics: new Set([reader.topic]) }),
});

const dataFor = (reader: Reader, projection: Projection | undefined): unknown => {
  if (reader.kind !== 'topic') return projection?.[reader.kind];
  return projection?.topic?.name === reader.topic ? projection.topic.data : undefined;
};

/** Sends everything between a cursor and the place from which the reader is fed live, then what came live meanwhile. */
export const createCatchUp =
  ({ database, project, streams }: { database: Database; project: Project; streams: Streams }) =>
  async (subscription: Subscription, from: number, to: number): Promise<void> => {
    const { reader, siteId } = subscription;
    for (let cursor = from; cursor < to && !subscription.closed; ) {
      const batch = await readMissed(database, siteId, reader, { after: cursor, to });
      const projections = await project(siteId, batch, toReaders(reader));
      for (const event of batch) {
        const data = dataFor(reader, projections.get(event.seq));
        if (data === undefined || subscription.closed) continue;
        if (!streams.write(subscription, eventText(event, data))) return;
      }
      const last = batch.at(-1);
      if (!last || batch.length < batchSize) break;
      cursor = last.seq;
    }
    const waiting = subscription.pending ?? [];
    subscription.pending = null;
    for (const frame of waiting) streams.send(subscription, frame);
  };
