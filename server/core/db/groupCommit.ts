import type Sqlite from 'better-sqlite3';
import type { Clock } from '../clock.ts';
import { type Outcome, StorageError } from './database.ts';
import { asStorageError } from './sqliteErrors.ts';
import type { SqliteLog } from './sqliteLog.ts';

/** Maximum of commits in one batch: bounds the time that one transaction holds the event loop. */
const maxBatch = 256;

/** Maximum time that a commit waits for another process's lock before it is refused, milliseconds. */
const maxWait = 5_000;

/** Maximum time that a commit waits for others to share its sync, milliseconds. */
const maxGatheringTime = 16;

/** Turns of the event loop without another commit after which nobody else is waited for. */
const quietTurns = 2;

/** A change that waits for its commit. */
interface Job {
  run(): Outcome;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/** Thrown by a change whose decisive statement changed nothing. */
export class Undone extends Error {}

/** The statements around a transaction. */
export const transactionStatements = (client: Sqlite.Database) => ({
  begin: client.prepare('BEGIN IMMEDIATE'),
  end: client.prepare('COMMIT'),
  undo: client.prepare('ROLLBACK'),
});

export type TransactionStatements = ReturnType<typeof transactionStatements>;

/** Runs batches of changes inside the open transaction, and commits them. */
const createBatchCommit = (
  client: Sqlite.Database,
  { begin, end, undo }: TransactionStatements,
  log: SqliteLog,
) => {
  const mark = client.prepare('SAVEPOINT change');
  const keep = client.prepare('RELEASE change');
  const back = client.prepare('ROLLBACK TO change');

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
    log.clear();
    try {
      return batch.map((job) => {
        const outcome = job.run();
        return () => job.resolve(outcome);
      });
    } catch (error) {
      // A full disk or an I/O error may have rolled the whole transaction back already; then the batch is lost.
      if (!client.inTransaction) throw error;
      undo.run();
      begin.run();
      log.clear();
      return batch.map(attempt);
    }
  };

  /** @returns how long the sync took, milliseconds; null when the batch failed */
  return (batch: readonly Job[], clock: Clock): number | null => {
    try {
      const settle = runBatch(batch);
      log.writeHeads();
      const before = clock.monotonic();
      end.run();
      const sync = clock.monotonic() - before;
      for (const resolve of settle) resolve();
      return sync;
    } catch (error) {
      if (client.inTransaction) undo.run();
      const reason = asStorageError(error);
      for (const job of batch) job.reject(reason);
      return null;
    }
  };
};

/**
 * The time commits wait for others after a batch, milliseconds. Where a sync is slow and several write at once, waiting
 * for those who are on their way already pays: fewer syncs. Somebody who writes alone, or to a fast disk, never waits.
 */
const gatheringAfter = (count: number, sync: number): number =>
  count > 1 && sync > 1 ? Math.min(maxGatheringTime, sync * 2) : 0;

/**
 * Group commit: all writes that arrive in one turn of the event loop share one transaction and so one fsync (SECURITY.md
 * finding 3); one which fails takes only itself down.
 */
export const createGroupCommit = (
  client: Sqlite.Database,
  clock: Clock,
  statements: TransactionStatements,
  log: SqliteLog,
) => {
  const commitBatch = createBatchCommit(client, statements, log);
  let waiting: Job[] = [];
  let scheduled = false;
  let waitingSince = 0;
  let gathering = 0;
  let closed = false;

  /** Whether a begin that failed is tried again: another process holds the lock, and not for too long yet. */
  const waitsForLock = (reason: unknown): boolean => {
    if (!(reason instanceof StorageError) || reason.fault !== 'busy' || closed) return false;
    const now = clock.monotonic();
    waitingSince ||= now;
    return now - waitingSince < maxWait;
  };

  const flush = (): void => {
    scheduled = false;
    const batch = waiting.slice(0, maxBatch);
    if (batch.length === 0) return;
    let refusal: unknown;
    try {
      statements.begin.run();
    } catch (error) {
      refusal = asStorageError(error);
      if (waitsForLock(refusal)) {
        scheduled = true;
        setTimeout(flush, 20);
        return;
      }
    }
    waitingSince = 0;
    waiting = waiting.slice(batch.length);
    if (refusal) for (const job of batch) job.reject(refusal);
    else {
      const sync = commitBatch(batch, clock);
      if (sync !== null) gathering = gatheringAfter(batch.length, sync);
    }
    if (waiting.length) schedule();
  };

  /** Flushes once nobody else has come for some turns of the event loop, or after the longest wait. */
  const gather = (until: number, count: number, quiet: number): void => {
    const isOver = waiting.length >= maxBatch || clock.monotonic() >= until;
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

  return {
    enqueue,
    /** Commits what waits, and takes nothing more. */
    async close(): Promise<void> {
      while (waiting.length) {
        flush();
        if (scheduled) await new Promise((resolve) => setTimeout(resolve, 25));
      }
      closed = true;
    },
  };
};
