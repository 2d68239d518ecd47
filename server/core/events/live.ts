import type { Database } from '../db/database.ts';
import { Failure } from '../http/failure.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Bus } from './bus.ts';
import { broadcastSignal, createPump } from './live/broadcast.ts';
import { createCatchUp, isStale } from './live/catchUp.ts';
import { createStreamCounts } from './live/streamCounts.ts';
import { createStreams } from './live/streams.ts';
import { createTails, joinTail, readBounds, type Subscription } from './live/tails.ts';
import { heartbeat, startHeartbeat, startRecheck } from './live/upkeep.ts';
import { frameText, isOfSession } from './liveFrames.ts';
import type { LiveCaps, Project, Reader, Sink } from './liveTypes.ts';

export const defaultCaps: LiveCaps = {
  perVisitor: 3,
  perAddress: 20,
  staffPerAddress: 200,
  perSite: 20_000,
  topicsPerSite: 5_000,
};

/** A stream that is asked for. */
interface StreamRequest {
  siteId: string;
  reader: Reader;
  address: string;
  sink: Sink;
  /** The reader's cursor; undefined starts at the head. */
  after: number | undefined;
  /** Asked again while the stream is open; false ends it. */
  mayStay(): Promise<boolean>;
}

export interface LiveHub {
  /**
   * Opens a stream: hello with the cursor, what was missed, then what comes.
   * @throws Failure `limited` beyond the caps
   */
  open(stream: StreamRequest): Promise<void>;
  /** Ends the streams of a staff session, or of a visitor's secret (by their hashes), at once: on one site, or on all. */
  revoke(session: string, siteId?: string): void;
  readonly size: number;
  /** Tells every reader to come back soon, spread over a few seconds, and ends all streams. */
  stop(): void;
}

export const createLiveHub = (parts: {
  database: Database;
  bus: Bus;
  metrics: Metrics;
  project: Project;
  caps?: Partial<LiveCaps>;
  onError(error: unknown): void;
}): LiveHub => {
  const { database, bus, metrics, project, onError } = parts;
  const counts = createStreamCounts({ ...defaultCaps, ...parts.caps });
  const tails = createTails(database);
  const streams = createStreams(metrics, counts, tails);
  const pump = createPump({ database, project, streams, onError });
  const catchUp = createCatchUp({ database, project, streams });
  const stopHeartbeat = startHeartbeat(streams);
  const stopRecheck = startRecheck(streams, onError);
  let stopped = false;

  bus.onSignal((signal) => {
    const tail = tails.find(signal.site);
    if (tail) broadcastSignal(tail, signal);
  });
  bus.onWake((siteId) => {
    const tail = tails.find(siteId);
    if (tail) void tail.ready.then(() => pump(tail)).catch(onError);
  });

  /** Feeds a stream that was let in, from its cursor on. */
  const begin = async (subscription: Subscription, after: number | undefined): Promise<void> => {
    const { tail, reader, sink } = subscription;
    await tail.ready;
    const { head, oldest } = await readBounds(database, subscription.siteId);
    if (subscription.closed) return;
    // Synchronous from here: what is after `start` comes live, what is up to it is read.
    const start = tail.head;
    joinTail(subscription);
    const stale = after !== undefined && isStale(after, reader, { start, head, oldest });
    const cursor = after === undefined || stale ? start : after;
    sink.write(frameText(cursor, stale ? { kind: 'reset', cursor } : { kind: 'hello', cursor, heartbeat }));
    await catchUp(subscription, cursor, start);
    if (start < head) void pump(tail);
  };

  return {
    async open({ after, ...stream }) {
      const reason = stopped ? 'stopping' : counts.fullBy(stream);
      if (reason) {
        metrics.streamRefusals.inc({ reason });
        throw new Failure('limited', 'Too many open streams.', { retryAfter: 10 });
      }
      const tail = tails.use(stream.siteId);
      const subscription: Subscription = { ...stream, pending: [], closed: false, tail };
      streams.add(subscription);
      try {
        await begin(subscription, after);
      } catch (error) {
        metrics.streamRefusals.inc({ reason: 'fault' });
        streams.close(subscription);
        throw error;
      }
    },
    revoke(session, siteId) {
      for (const each of streams.open)
        if (isOfSession(each.reader, session) && (siteId ?? each.siteId) === each.siteId)
          streams.close(each, 'revoked');
    },
    get size() {
      return streams.open.size;
    },
    stop() {
      stopped = true;
      stopHeartbeat();
      stopRecheck();
      for (const subscription of streams.open) streams.close(subscription, 'restart');
    },
  };
};
