import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { GoodbyeFrame } from '../../../shared/core/events.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { preparedQuery } from '../db/prepared.ts';
import { Failure } from '../http/failure.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Bus } from './bus.ts';
import { cachedEvents } from './eventCache.ts';
import { events, type LogEvent, logs } from './tables.ts';
import type { LiveCaps, Sink, Projection, Project, Reader } from './liveTypes.ts';
import { frameText, isOfSession, signalText } from './liveFrames.ts';

/** A reader with more than this waiting is dropped and resumes by its cursor, bytes. */
const maxBuffered = 256 * 1024;

/** Events that may arrive live while a reader still catches up; beyond, it is dropped and resumes. */
const maxPending = 2_000;

/** Readers of a topic who are further behind than this get a reset: what they read has a reply of its own, events. */
const maxTopicLag = 1_000;

const batchSize = 200;

const eventsAfter = preparedQuery('events_after', (queries) =>
  queries
    .select()
    .from(events)
    .where(and(eq(events.siteId, sql.placeholder('site')), gt(events.seq, sql.placeholder('after'))))
    .orderBy(asc(events.seq))
    .limit(batchSize),
);

/** Silence is broken this often, milliseconds; a client that hears nothing for twice as long reconnects. */
export const heartbeat = 25_000;

/** How often a stream's right to be open is looked at again, milliseconds. */
export const recheckEvery = 4_000;

export const defaultCaps: LiveCaps = { perVisitor: 3, perAddress: 20, perSite: 20_000, topicsPerSite: 5_000 };

interface Subscription {
  siteId: string;
  reader: Reader;
  address: string;
  sink: Sink;
  /** Frames that came live while the reader catches up; null once it has. */
  pending: string[] | null;
  closed: boolean;
  tail: Tail;
  mayStay(): Promise<boolean>;
}

interface Tail {
  /** Streams that use it, those that are still opening included; with the last one it goes. */
  users: number;
  ready: Promise<void>;
  head: number;
  staff: Set<Subscription>;
  visitors: Map<string, Set<Subscription>>;
  topics: Map<string, Set<Subscription>>;
  reading: boolean;
  behind: boolean;
  /** Counts those who began to listen. */
  joined: number;
}

export interface LiveHub {
  /**
   * Opens a stream: hello with the cursor, what was missed, then what comes.
   * @param after the reader's cursor; undefined starts at the head
   * @param mayStay asked again while the stream is open; false ends it
   * @throws Failure `limited` beyond the caps
   */
  open(stream: {
    siteId: string;
    reader: Reader;
    address: string;
    sink: Sink;
    after: number | undefined;
    mayStay(): Promise<boolean>;
  }): Promise<void>;
  /** Ends the streams of a staff session, or of a visitor's secret (by their hashes), at once: on one site, or on all. */
  revoke(session: string, siteId?: string): void;
  readonly size: number;
  /** Tells every reader to come back soon, spread over a few seconds, and ends all streams. */
  stop(): void;
}

export const createLiveHub = (parts: {
  database: Database;
  bus: Bus;
  clock: Clock;
  metrics: Metrics;
  project: Project;
  caps?: LiveCaps;
  onError(error: unknown): void;
}): LiveHub => {
  const { database, bus, metrics, project, onError } = parts;
  const caps = parts.caps ?? defaultCaps;
  const tails = new Map<string, Tail>();
  const counts = new Map<string, number>();
  const open = new Set<Subscription>();
  let stopped = false;

  const readHead = async (siteId: string): Promise<{ head: number; oldest: number }> => {
    const [log] = await database.read.select().from(logs).where(eq(logs.siteId, siteId)).limit(1);
    return log ?? { head: 0, oldest: 1 };
  };

  const useTail = (siteId: string): Tail => {
    let tail = tails.get(siteId);
    if (!tail) {
      const made: Tail = {
        users: 0,
        ready: readHead(siteId).then(({ head }) => {
          made.head = head;
        }),
        head: 0,
        staff: new Set(),
        visitors: new Map(),
        topics: new Map(),
        reading: false,
        behind: false,
        joined: 0,
      };
      tail = made;
      tails.set(siteId, tail);
    }
    tail.users++;
    return tail;
  };

  /** The caps' subjects that a stream counts for. */
  const subjects = ({
    siteId,
    reader,
    address,
  }: Pick<Subscription, 'siteId' | 'reader' | 'address'>): [string, number][] =>
    reader.kind === 'topic'
      ? [
          [`topics ${siteId}`, caps.topicsPerSite],
          [`topics of ${address}`, caps.perAddress],
        ]
      : [
          [`site ${siteId}`, caps.perSite],
          [`address ${address}`, caps.perAddress],
          ...(reader.kind === 'visitor'
            ? [[`visitor ${siteId} ${reader.visitorId}`, caps.perVisitor] as [string, number]]
            : []),
        ];

  const countStream = (subscription: Subscription, by: 1 | -1): void => {
    for (const [subject] of subjects(subscription)) {
      const count = (counts.get(subject) ?? 0) + by;
      if (count > 0) counts.set(subject, count);
      else counts.delete(subject);
    }
  };

  /** Those who are sent the same as a reader; staff are one group. */
  const groupOf = (
    tail: Tail,
    reader: Reader,
  ): { of: Map<string, Set<Subscription>>; key: string } | null => {
    if (reader.kind === 'staff') return null;
    return reader.kind === 'topic'
      ? { of: tail.topics, key: reader.topic }
      : { of: tail.visitors, key: reader.visitorId };
  };

  const close = (subscription: Subscription, goodbye?: GoodbyeFrame['reason']): void => {
    if (subscription.closed) return;
    subscription.closed = true;
    open.delete(subscription);
    metrics.streams.dec({ reader: subscription.reader.kind });
    if (goodbye) {
      metrics.streamEnds.inc({ reason: goodbye });
      const frame: GoodbyeFrame = {
        kind: 'goodbye',
        reason: goodbye,
        retryAfter: goodbye === 'restart' ? Math.round(Math.random() * 5_000) : 1_000,
      } as const;
      // Without an id: the reader's cursor stays where it is.
      if (goodbye !== 'slow') subscription.sink.write(`data: ${JSON.stringify(frame)}\n\n`);
    }
    subscription.sink.end();
    countStream(subscription, -1);
    const { tail, reader, siteId } = subscription;
    tail.staff.delete(subscription);
    const group = groupOf(tail, reader);
    group?.of.get(group.key)?.delete(subscription);
    if (group?.of.get(group.key)?.size === 0) group.of.delete(group.key);
    if (--tail.users === 0 && tails.get(siteId) === tail) tails.delete(siteId);
  };

  const send = (subscription: Subscription, frame: string): void => {
    if (subscription.closed) return;
    if (subscription.pending) {
      if (subscription.pending.push(frame) > maxPending) close(subscription, 'slow');
      return;
    }
    subscription.sink.write(frame);
    metrics.delivered.inc();
    if (subscription.sink.buffered > maxBuffered) close(subscription, 'slow');
  };

  const dispatch = (tail: Tail, batch: LogEvent[], projections: Map<number, Projection>): void => {
    for (const event of batch) {
      const projection = projections.get(event.seq);
      if (!projection) continue;
      const frame = (data: unknown) =>
        frameText(event.seq, { kind: event.kind, seq: event.seq, at: event.at, data });
      if (projection.staff !== undefined && tail.staff.size) {
        const text = frame(projection.staff);
        for (const subscription of tail.staff) send(subscription, text);
      }
      const mine = event.visitorId !== null && tail.visitors.get(event.visitorId);
      if (mine && projection.visitor !== undefined && event.audience === 'visitor') {
        const text = frame(projection.visitor);
        for (const subscription of mine) send(subscription, text);
      }
      const { topic } = projection;
      const readers = topic && tail.topics.get(topic.name);
      if (readers) {
        const text = frame(topic.data);
        for (const subscription of readers) send(subscription, text);
      }
    }
  };

  /** What those who listen now are sent of a batch: all of it to staff, to visitors what is theirs. */
  const projectFor = async (
    siteId: string,
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
      const read = staff || topics.size ? batch : forVisitors;
      const projections = read.length
        ? await project(siteId, read, { staff, visitor: forVisitors.length > 0, topics })
        : new Map<number, Projection>();
      // Who came meanwhile is fed live from before this batch, too.
      if (tail.joined === joined) return projections;
    }
  };

  const pump = async (siteId: string, tail: Tail): Promise<void> => {
    if (tail.reading) {
      tail.behind = true;
      return;
    }
    tail.reading = true;
    try {
      do {
        tail.behind = false;
        const recent = cachedEvents(database, siteId, tail.head, batchSize);
        const batch = recent.length
          ? recent
          : await eventsAfter(database, { site: siteId, after: tail.head });
        if (batch.length === 0) continue;
        const projections = await projectFor(siteId, tail, batch);
        tail.head = batch.at(-1)!.seq;
        dispatch(tail, batch, projections);
        if (batch.length === batchSize) tail.behind = true;
      } while (tail.behind);
    } catch (error) {
      onError(error);
    } finally {
      tail.reading = false;
    }
  };

  bus.onSignal(({ site, to, except, kind, data }) => {
    const tail = tails.get(site);
    if (!tail) return;
    // Who is still catching up or slow does without it.
    const text = signalText({ kind, signal: true, data });
    const tell = (subscription: Subscription): void => {
      const { reader, pending, closed, sink } = subscription;
      if (closed || pending || sink.buffered > maxBuffered / 16) return;
      if (reader.kind === 'staff' && reader.staffId === except) return;
      sink.write(text);
    };
    if (to.staff) tail.staff.forEach(tell);
    if (to.visitor !== undefined) tail.visitors.get(to.visitor)?.forEach(tell);
    if (to.everyone) for (const streams of tail.visitors.values()) streams.forEach(tell);
  });

  bus.onWake((siteId) => {
    const tail = tails.get(siteId);
    if (tail) void tail.ready.then(() => pump(siteId, tail)).catch(onError);
  });

  const dataFor = (reader: Reader, projection: Projection | undefined): unknown => {
    if (reader.kind !== 'topic') return projection?.[reader.kind];
    return projection?.topic?.name === reader.topic ? projection.topic.data : undefined;
  };

  /** Everything between a cursor and the place from which the reader is fed live. */
  const catchUp = async (subscription: Subscription, from: number, to: number): Promise<void> => {
    const { reader, siteId, sink } = subscription;
    for (let cursor = from; cursor < to && !subscription.closed; ) {
      const batch = await database.read
        .select()
        .from(events)
        .where(
          and(
            eq(events.siteId, siteId),
            reader.kind === 'visitor' ? eq(events.visitorId, reader.visitorId) : undefined,
            reader.kind === 'visitor' ? eq(events.audience, 'visitor') : undefined,
            reader.kind === 'topic' ? inArray(events.kind, [...reader.kinds]) : undefined,
            gt(events.seq, cursor),
            lte(events.seq, to),
          ),
        )
        .orderBy(asc(events.seq))
        .limit(batchSize);
      const projections = await project(siteId, batch, {
        staff: reader.kind === 'staff',
        visitor: reader.kind === 'visitor',
        ...(reader.kind === 'topic' && { topics: new Set([reader.topic]) }),
      });
      for (const event of batch) {
        const data = dataFor(reader, projections.get(event.seq));
        if (data === undefined || subscription.closed) continue;
        sink.write(frameText(event.seq, { kind: event.kind, seq: event.seq, at: event.at, data }));
        metrics.delivered.inc();
        if (sink.buffered > maxBuffered) return close(subscription, 'slow');
      }
      if (batch.length < batchSize) break;
      cursor = batch.at(-1)!.seq;
    }
    const waiting = subscription.pending ?? [];
    subscription.pending = null;
    for (const frame of waiting) send(subscription, frame);
  };

  const beat = setInterval(() => {
    for (const subscription of open) {
      subscription.sink.write(': beat\n\n');
      if (subscription.sink.buffered > maxBuffered) close(subscription, 'slow');
    }
  }, heartbeat);
  beat.unref();

  /** Staff are looked at every time; visitors, who are many and revoked rarely, by turns within a minute. */
  let turn = 0;
  const recheck = setInterval(() => {
    turn = (turn + 1) % 15;
    let position = 0;
    for (const subscription of open) {
      if (subscription.reader.kind === 'visitor' && position++ % 15 !== turn) continue;
      subscription.mayStay().then(
        (stays) => stays || close(subscription, 'revoked'),
        (error) => onError(error),
      );
    }
  }, recheckEvery);
  recheck.unref();

  return {
    async open({ siteId, reader, address, sink, after, mayStay }) {
      const full = subjects({ siteId, reader, address }).some(
        ([subject, cap]) => (counts.get(subject) ?? 0) >= cap,
      );
      if (stopped || full) throw new Failure('limited', 'Too many open streams.', { retryAfter: 10 });
      const tail = useTail(siteId);
      const subscription: Subscription = {
        siteId,
        reader,
        address,
        sink,
        pending: [],
        closed: false,
        tail,
        mayStay,
      };
      open.add(subscription);
      countStream(subscription, 1);
      metrics.streams.inc({ reader: reader.kind });
      sink.onClose(() => close(subscription));
      try {
        await tail.ready;
        const { head, oldest } = await readHead(siteId);
        if (subscription.closed) return;
        // Synchronous from here: what is after `start` comes live, what is up to it is read.
        const start = tail.head;
        tail.joined++;
        if (reader.kind === 'staff') tail.staff.add(subscription);
        const group = groupOf(tail, reader);
        group?.of.set(group.key, (group.of.get(group.key) ?? new Set()).add(subscription));
        const stale =
          after !== undefined &&
          (after < oldest - 1 ||
            after > Math.max(head, start) ||
            (reader.kind === 'topic' && start - after > maxTopicLag));
        const cursor = after === undefined || stale ? start : after;
        sink.write(
          frameText(cursor, stale ? { kind: 'reset', cursor } : { kind: 'hello', cursor, heartbeat }),
        );
        await catchUp(subscription, cursor, start);
        if (start < head) void pump(siteId, tail);
      } catch (error) {
        close(subscription);
        throw error;
      }
    },
    revoke(session, siteId) {
      for (const each of open)
        if (isOfSession(each.reader, session) && (siteId ?? each.siteId) === each.siteId)
          close(each, 'revoked');
    },
    get size() {
      return open.size;
    },
    stop() {
      stopped = true;
      clearInterval(beat);
      clearInterval(recheck);
      for (const subscription of open) close(subscription, 'restart');
    },
  };
};
