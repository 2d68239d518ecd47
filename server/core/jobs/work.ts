import type { Decisive, NewEvent, Queries, Statement } from '../db/database.ts';
import type { LogEvent } from '../events/tables.ts';
import type { NoticeText } from '../people/staff/noticeText.ts';
import type { jobs } from './tables.ts';

export type Job = typeof jobs.$inferSelect;

/** A job to be planned. `kind` and `key` name it: planned twice, it is done once. */
export interface NewJob {
  kind: string;
  key: string;
  payload: Job['payload'];
  runAt: number;
}

/** The outcome of a job. */
export type JobResult =
  /** Done, or not needed any more; what it changes is written in the commit that says so. */
  | { kind: 'done'; events?: NewEvent[]; write?: (tx: Queries, seq: number) => (Statement | Decisive)[] }
  /** Not yet: looked at again then, and no try is counted. */
  | { kind: 'later'; at: number };

/** Statements that follow from a batch of events, written in the commit that moves the reader's cursor: exactly once. */
export type Indexer = (tx: Queries, siteId: string, batch: LogEvent[]) => Statement[];

/** The jobs of all features, bound to the context. */
export interface Work {
  /** By kind. */
  handlers: ReadonlyMap<string, (job: Job) => Promise<JobResult>>;
  /** Writers of notices to staff, by name. */
  notices: ReadonlyMap<
    string,
    (job: Pick<Job, 'siteId' | 'payload'>, language: string) => Promise<NoticeText | null>
  >;
  planners: readonly ((siteId: string, batch: LogEvent[]) => Promise<NewJob[]>)[];
  indexers: readonly Indexer[];
  recorders: readonly ((siteId: string, batch: LogEvent[]) => Promise<(tx: Queries) => Statement[]>)[];
}
