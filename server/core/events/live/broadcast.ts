import type { Database } from '../../db/database.ts';
import type { Signal } from '../bus.ts';
import { eventText, signalText } from '../liveFrames.ts';
import type { Project, Projection } from '../liveTypes.ts';
import type { LogEvent } from '../tables.ts';
import { batchSize, readNewest } from './batches.ts';
import { maxBuffered, type Streams } from './streams.ts';
import type { Subscription, Tail } from './tails.ts';

/** Projects a batch for present listeners: all of it for staff, for visitors what is theirs. */
const projectForListeners = async (
  project: Project,
  tail: Tail,
  batch: LogEvent[],
): Promise<Map<number, Projection>> => {
  for (;;) {
    const { joined } = tail;
    const staff = tail.staff.size > 0;
    const forVisitors = batch.filter(
      (event) =>
        event.visitorId !== null && event.audience === 'visitor' && tail.visitors.has(event.visitorId),
    );
    const topics = new Set(tail.topics.keys());
    const read = staff || tail.moderators.size || topics.size ? batch : forVisitors;
    const projections = read.length
      ? await project(tail.siteId, read, { staff, visitor: forVisitors.length > 0, topics })
      : new Map<number, Projection>();
    // Who came meanwhile is fed live from before this batch, too.
    if (tail.joined === joined) return projections;
  }
};

/** Sends one event to all who listen and may see it. */
const broadcast = (
  tail: Tail,
  event: LogEvent,
  projection: Projection,
  send: (subscription: Subscription, frame: string) => void,
): void => {
  const sendAll = (listeners: Iterable<Subscription>, data: unknown): void => {
    const text = eventText(event, data);
    for (const subscription of listeners) send(subscription, text);
  };
  if (projection.staff !== undefined && tail.staff.size) sendAll(tail.staff, projection.staff);
  if (projection.moderator !== undefined && tail.moderators.size)
    sendAll(tail.moderators, projection.moderator);
  const visitors = event.visitorId !== null && tail.visitors.get(event.visitorId);
  if (visitors && projection.visitor !== undefined && event.audience === 'visitor')
    sendAll(visitors, projection.visitor);
  const { topic } = projection;
  const readers = topic && tail.topics.get(topic.name);
  if (readers) sendAll(readers, topic.data);
};

/**
 * Sends what a log has grown by to all who listen to it. One run a tail at a time: a call during a run makes it look
 * again.
 */
export const createPump =
  (parts: { database: Database; project: Project; streams: Streams; onError(error: unknown): void }) =>
  async (tail: Tail): Promise<void> => {
    const { database, project, streams, onError } = parts;
    if (tail.reading) {
      tail.behind = true;
      return;
    }
    tail.reading = true;
    try {
      do {
        tail.behind = false;
        const batch = await readNewest(database, tail.siteId, tail.head);
        const last = batch.at(-1);
        if (!last) continue;
        const projections = await projectForListeners(project, tail, batch);
        tail.head = last.seq;
        for (const event of batch) {
          const projection = projections.get(event.seq);
          if (projection) broadcast(tail, event, projection, streams.send);
        }
        if (batch.length === batchSize) tail.behind = true;
      } while (tail.behind);
    } catch (error) {
      onError(error);
    } finally {
      tail.reading = false;
    }
  };

/** Tells a signal to all whom it concerns. Who is still catching up or slow does without it. */
export const broadcastSignal = (tail: Tail, { to, except, kind, data }: Signal): void => {
  const text = signalText({ kind, signal: true, data });
  const deliver = ({ reader, pending, closed, sink }: Subscription): void => {
    if (closed || pending || sink.buffered > maxBuffered / 16) return;
    if (reader.kind === 'staff' && reader.staffId === except) return;
    sink.write(text);
  };
  if (to.staff) tail.staff.forEach(deliver);
  if (to.visitor !== undefined) tail.visitors.get(to.visitor)?.forEach(deliver);
  if (to.everyone) for (const streams of tail.visitors.values()) streams.forEach(deliver);
};
