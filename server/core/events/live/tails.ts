import { eq } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import type { Reader, Sink } from '../liveTypes.ts';
import { logs } from '../tables.ts';

/** One open stream. */
export interface Subscription {
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

/** The growing end of one site's log, with those who listen to it. */
export interface Tail {
  siteId: string;
  /** Streams that use it, those that are still opening included; with the last one it goes. */
  users: number;
  ready: Promise<void>;
  /** Place up to which the log was sent. */
  head: number;
  staff: Set<Subscription>;
  moderators: Set<Subscription>;
  visitors: Map<string, Set<Subscription>>;
  topics: Map<string, Set<Subscription>>;
  reading: boolean;
  behind: boolean;
  /** Counts those who began to listen. */
  joined: number;
}

/** Tails of the sites that have a stream. */
export interface Tails {
  find(siteId: string): Tail | undefined;
  /** The tail of a site, held until {@link Tails.release}. */
  use(siteId: string): Tail;
  release(tail: Tail): void;
}

/** First and last place of a site's log that can be read. */
export const readBounds = async (
  database: Database,
  siteId: string,
): Promise<{ head: number; oldest: number }> => {
  const [log] = await database.read.select().from(logs).where(eq(logs.siteId, siteId)).limit(1);
  return log ?? { head: 0, oldest: 1 };
};

const createTail = (database: Database, siteId: string): Tail => {
  const tail: Tail = {
    siteId,
    users: 0,
    ready: readBounds(database, siteId).then(({ head }) => {
      tail.head = head;
    }),
    head: 0,
    staff: new Set(),
    moderators: new Set(),
    visitors: new Map(),
    topics: new Map(),
    reading: false,
    behind: false,
    joined: 0,
  };
  return tail;
};

export const createTails = (database: Database): Tails => {
  const tails = new Map<string, Tail>();
  return {
    find: (siteId) => tails.get(siteId),
    use(siteId) {
      let tail = tails.get(siteId);
      if (!tail) tails.set(siteId, (tail = createTail(database, siteId)));
      tail.users++;
      return tail;
    },
    release(tail) {
      if (--tail.users === 0 && tails.get(tail.siteId) === tail) tails.delete(tail.siteId);
    },
  };
};

/** Those who are sent the same as a reader, by the key of the group; null for staff and moderators, who are one group each. */
const groupOf = (
  tail: Tail,
  reader: Reader,
): { groups: Map<string, Set<Subscription>>; key: string } | null => {
  if (reader.kind === 'staff' || reader.kind === 'moderator') return null;
  return reader.kind === 'topic'
    ? { groups: tail.topics, key: reader.topic }
    : { groups: tail.visitors, key: reader.visitorId };
};

/** Feeds a stream live from here on. */
export const joinTail = (subscription: Subscription): void => {
  const { tail, reader } = subscription;
  tail.joined++;
  const group = groupOf(tail, reader);
  if (group) group.groups.set(group.key, (group.groups.get(group.key) ?? new Set()).add(subscription));
  else (reader.kind === 'moderator' ? tail.moderators : tail.staff).add(subscription);
};

/** Ends what {@link joinTail} began; nothing for a stream that closes before it joined. */
export const leaveTail = (subscription: Subscription): void => {
  const { tail, reader } = subscription;
  tail.staff.delete(subscription);
  tail.moderators.delete(subscription);
  const group = groupOf(tail, reader);
  const members = group?.groups.get(group.key);
  members?.delete(subscription);
  if (members?.size === 0) group?.groups.delete(group.key);
};
