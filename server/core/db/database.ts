import type { SQL } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';

/** The query builder: what SQLite's and PostgreSQL's share. Reads are awaited; writes go into a {@link Change}. */
export type Queries = Pick<BetterSQLite3Database, 'select' | 'insert' | 'update' | 'delete'>;

/** A condition on rows: made in queries, and passed on by code that knows no SQL. */
export type Condition = SQL;

/** A built `insert`, `update` or `delete`. */
export interface Statement {
  toSQL(): { sql: string; params: unknown[] };
}

/** A statement that must change at least one row; when it does not, nothing of the change is written. */
export interface Decisive {
  readonly decisive: Statement;
}

/** Marks the statement whose effect decides whether the change happens: the insert of a client-made id, say. */
export const decisive = (statement: Statement): Decisive => ({ decisive: statement });

/** One row for the event log; its seq and time are given when it is committed. */
export interface NewEvent {
  kind: string;
  /** The visitor who may read it besides staff, or null when it concerns none. */
  visitor?: string | null;
  conversation?: string | null;
  /** Id of what it is about: a message, a question, a site. */
  subject?: string | null;
  /** `staff` keeps it from visitors. */
  audience?: 'staff' | 'visitor';
  /** A number of it that stands nowhere else afterwards: when a promise was due, which score was replaced. */
  amount?: number | null;
}

/**
 * A commit is a list, not a conversation: ids are made before, read-modify-write goes into SQL. That is what lets the
 * same text run on better-sqlite3, whose transactions are synchronous, and on PostgreSQL, and lets commits that
 * arrive together share one fsync.
 */
export interface Change {
  site: string;
  events: NewEvent[];
  /** @param seq place in the log of the change's first event (those that follow count up from it) */
  write(tx: Queries, seq: number): (Statement | Decisive)[];
  /** Runs once it is durable, before readers are woken: what they would otherwise read back is put at hand here. */
  committed?(seq: number): void;
}

export interface Outcome {
  /** False when the decisive statement changed nothing: the write had been made before. */
  applied: boolean;
  /** Place of the change's first event; 0 when not applied. */
  seq: number;
}

export interface Database {
  readonly dialect: 'sqlite' | 'postgres';
  /** For reading, and for writing only inside {@link Database.commit}. */
  readonly read: Queries;
  /** Resolves after the change is durable, and after the {@link Database.onCommit} listeners ran. @throws StorageError */
  commit(change: Change): Promise<Outcome>;
  /** Runs statements that belong to no site and make no event (sessions, attempts), in one transaction. */
  write(statements: (tx: Queries) => (Statement | Decisive)[]): Promise<boolean>;
  /** Full-text and maintenance statements that no query builder has. Parameters are bound, never spliced. */
  raw<Row>(sql: string, parameters: unknown[]): Promise<Row[]>;
  /** Runs texts of our own making (migrations) in one transaction. */
  transaction(texts: string[]): Promise<void>;
  /**
   * Calls back after each commit of this process that wrote events, once they can be read: so no writer can forget to
   * wake the log's readers.
   */
  onCommit(listener: (site: string, events: readonly NewEvent[]) => void): void;
  /** Calls back with a site's id when another process committed to it. PostgreSQL only; SQLite has one process. */
  onForeignWake(wake: (site: string) => void): void;
  /** Resolves when the database answers. @throws when it does not */
  ping(): Promise<void>;
  /** Hands a text to the other processes, at most 8,000 bytes; lost when none listens. PostgreSQL only. */
  sendSignal(text: string): void;
  onForeignSignal(take: (text: string) => void): void;
  close(): Promise<void>;
}

export type StorageFault = 'full' | 'busy' | 'lost' | 'corrupt';

/** The database could not take or give what was asked, for a reason that is not the caller's. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly fault: StorageFault;
  constructor(fault: StorageFault, cause: unknown) {
    super(`storage: ${fault}`, { cause });
    this.fault = fault;
  }
}

/** A row with this key is already there: somebody was faster. The whole request may be run again and will see it. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation';
}
