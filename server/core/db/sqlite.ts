import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { Clock } from '../clock.ts';
import { logRows } from '../events/append.ts';
import type { LogEvent } from '../events/tables.ts';
import { keepEvents } from '../events/recent.ts';
import { BoundedMap } from '../boundedMap.ts';
import { spaced } from '../search/spaced.ts';
import {
  type Change,
  type Database,
  type Decisive,
  type Outcome,
  type Statement,
  StorageError,
} from './database.ts';
import { runStatement, withCachedStatements, lazily } from './sqliteStatements.ts';
import { asStorageError } from './sqliteErrors.ts';

/** Commits waiting in one batch at the most: bounds the time that one transaction holds the event loop. */
const longestBatch = 256;

/** How long a commit waits for another process's lock before it is refused, milliseconds. */
const longestWait = 5_000;

/** The longest that a commit waits for others to share its sync, milliseconds. */
const longestGathering = 16;

/** Turns of the event loop without another commit after which nobody else is waited for. */
const quietTurns = 2;

interface Job {
  run(): Outcome;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

class Undone extends Error {}

/**
 * Opens an SQLite file (or `:memory:`) with the settings that make "acknowledged" mean "on disk": WAL,
 * `synchronous=FULL`, foreign keys on, deleted bytes overwritten.
 *
 * All writes that arrive in one turn of the event loop share one transaction and so one fsync (group commit,
 * SECURITY.md finding 3); one which fails takes only itself down.
 */
export const openSqlite = (file: string, clock: Clock): Database & { client: Sqlite.Database } => {
  const client = new Sqlite(file);
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  client.pragma('secure_delete = ON');
  client.pragma('temp_store = MEMORY');
  // The default holds 2 MB: a site of some thousand messages would read its indexes from the file for each new one.
  client.pragma('cache_size = -32768');
  // Moving pages from the log into the file takes three syncs on the way of whoever commits then: 16 MB of log instead
  // of 4 make them a fourth, a tenth more messages a second where a sync takes 4 ms.
  client.pragma('wal_autocheckpoint = 4000');
  // After a long read let the log grow, the next checkpoint gives the space back.
  client.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
  // Waiting inside SQLite would hold the event loop; waiting is done below, between turns.
  client.pragma('busy_timeout = 0');

  // SQLite's own knows Latin letters alone: a word in Greek or Russian would be found in one spelling only.
  client.function('lower', { deterministic: true }, (text: unknown) =>
    text === null ? null : String(text).toLowerCase(),
  );
  // Triggers of the full text call it.
  client.function('foyer_spaced', { deterministic: true }, (text: unknown) => spaced(String(text ?? '')));

  const queries: BetterSQLite3Database = drizzle({ client: withCachedStatements(client) });
  // Batched inserts vary in length: bounded, so that the texts that matter stay.
  const prepared = new BoundedMap<string, Sqlite.Statement>(1_000);
  const begin = client.prepare('BEGIN IMMEDIATE');
  const end = client.prepare('COMMIT');
  const undo = client.prepare('ROLLBACK');
  const mark = client.prepare('SAVEPOINT change');
  const keep = client.prepare('RELEASE change');
  const back = client.prepare('ROLLBACK TO change');

  // On every commit's path, so prepared by hand once instead of built anew: what append.ts says for PostgreSQL.
  const readHead = lazily(() => client.prepare('select head from logs where site_id = ?').pluck());
  const setHead = lazily(() => client.prepare('update logs set head = ? where site_id = ?'));
  const appendEvent = lazily(() =>
    client.prepare(
      'insert into events (site_id, seq, at, kind, visitor_id, conversation_id, subject_id, audience) values (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
  );
  const append = (row: LogEvent): void =>
    void appendEvent().run(
      row.siteId,
      row.seq,
      row.at,
      row.kind,
      row.visitorId,
      row.conversationId,
      row.subjectId,
      row.audience,
    );

  /** How far the open transaction has moved the logs: read once a site, and written once before its commit. */
  const heads = new Map<string, number>();
  const headOf = (site: string): number => {
    const head = heads.get(site) ?? (readHead().get(site) as number | undefined);
    if (head === undefined) throw new Error(`site ${site} has no log`);
    return head;
  };

  let waiting: Job[] = [];
  let scheduled = false;
  let waitingSince = 0;
  let gathering = 0;
  let closed = false;

  const runSteps = (steps: (Statement | Decisive)[]): void => {
    for (const step of steps) {
      if ('decisive' in step) {
        if (!runStatement(client, prepared, step.decisive)) throw new Undone();
      } else runStatement(client, prepared, step);
    }
  };

  const attempt = (job: Job): (() => void) => {
    mark.run();
    try {
      const outcome = job.run();
      keep.run();
      return () => job.resolve(outcome);
    } catch (error) {
      // A full disk or an I/O error may have rolled the whole transaction back already; then the batch is lost.
      if (!client.inTransaction) throw error;
      back.run();
      keep.run();
      if (error instanceof Undone) return () => job.resolve({ applied: false, seq: 0 });
      const reason = asStorageError(error);
      return () => job.reject(reason);
    }
  };

  /**
   * Runs a batch inside the open transaction. Almost always every change goes well, and marks around each of them
   * would cost as much as an insert: they come only when one did not, with the whole batch run again.
   */
  const runBatch = (batch: readonly Job[]): (() => void)[] => {
    heads.clear();
    try {
      const outcomes = batch.map((job) => job.run());
      return batch.map((job, place) => () => job.resolve(outcomes[place]!));
    } catch (error) {
      // A full disk or an I/O error may have rolled the whole transaction back already; then the batch is lost.
      if (!client.inTransaction) throw error;
      undo.run();
      begin.run();
      heads.clear();
      return batch.map(attempt);
    }
  };

  const flush = (): void => {
    scheduled = false;
    const batch = waiting.slice(0, longestBatch);
    if (batch.length === 0) return;
    try {
      begin.run();
    } catch (error) {
      const reason = asStorageError(error);
      if (reason instanceof StorageError && reason.fault === 'busy' && !closed) {
        const now = clock.monotonic();
        waitingSince ||= now;
        if (now - waitingSince < longestWait) {
          scheduled = true;
          setTimeout(flush, 20);
          return;
        }
      }
      waitingSince = 0;
      waiting = waiting.slice(batch.length);
      for (const job of batch) job.reject(reason);
      if (waiting.length) schedule();
      return;
    }
    waitingSince = 0;
    waiting = waiting.slice(batch.length);
    try {
      const settle = runBatch(batch);
      for (const [site, head] of heads) setHead().run(head, site);
      const before = clock.monotonic();
      end.run();
      // Where a sync is slow and several write at once, waiting for those who are on their way already pays: fewer
      // syncs. Somebody who writes alone, or to a fast disk, never waits.
      const sync = clock.monotonic() - before;
      gathering = batch.length > 1 && sync > 1 ? Math.min(longestGathering, sync * 2) : 0;
      for (const tell of settle) tell();
    } catch (error) {
      if (client.inTransaction) undo.run();
      const reason = asStorageError(error);
      for (const job of batch) job.reject(reason);
    }
    if (waiting.length) schedule();
  };

  /** Flushes once nobody else has come for some turns of the event loop, or after the longest wait. */
  const gather = (until: number, count: number, quiet: number): void => {
    const isOver = waiting.length >= longestBatch || clock.monotonic() >= until;
    const stillQuiet = waiting.length === count ? quiet + 1 : 0;
    if (isOver || stillQuiet > quietTurns) flush();
    else setImmediate(gather, until, waiting.length, stillQuiet);
  };

  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    if (gathering) setImmediate(gather, clock.monotonic() + gathering, waiting.length, 0);
    else setImmediate(flush);
  };

  const enqueue = (run: () => Outcome): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new StorageError('lost', new Error('the database is closed')));
      waiting.push({ run, resolve, reject });
      schedule();
    });

  const listeners = new Set<Parameters<Database['onCommit']>[0]>();
  const database: Database & { client: Sqlite.Database } = {
    client,
    dialect: 'sqlite',
    read: queries,

    async commit(change: Change) {
      let rows: LogEvent[] = [];
      const outcome = await enqueue(() => {
        const head = change.events.length ? headOf(change.site) : null;
        const seq = head === null ? 0 : head + 1;
        runSteps(change.write(queries, seq));
        rows = logRows(change, seq, clock.now());
        rows.forEach(append);
        // Only now that all of it went well: the places of what is taken back are free again.
        if (head !== null) heads.set(change.site, head + rows.length);
        return { applied: true, seq };
      });
      if (!outcome.applied) return outcome;
      keepEvents(database, rows);
      change.committed?.(outcome.seq);
      if (rows.length) for (const listener of listeners) listener(change.site, change.events);
      return outcome;
    },

    async write(statements) {
      const outcome = await enqueue(() => {
        runSteps(statements(queries));
        return { applied: true, seq: 0 };
      });
      return outcome.applied;
    },

    async raw<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
      return client.prepare(sql).all(...parameters) as Row[];
    },

    async transaction(texts) {
      begin.run();
      try {
        for (const text of texts) client.exec(text);
        end.run();
      } catch (error) {
        if (client.inTransaction) undo.run();
        throw asStorageError(error);
      }
    },

    onCommit: (listener) => void listeners.add(listener),
    onForeignWake: () => {},
    sendSignal: () => {},
    onForeignSignal: () => {},

    async ping() {
      client.prepare('SELECT 1').get();
    },

    async close() {
      while (waiting.length) {
        flush();
        if (scheduled) await new Promise((resolve) => setTimeout(resolve, 25));
      }
      closed = true;
      client.pragma('optimize');
      client.close();
    },
  };
  return database;
};
