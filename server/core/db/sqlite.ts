import type Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { Clock } from '../clock.ts';
import { logRows } from '../events/append.ts';
import type { LogEvent } from '../events/tables.ts';
import { cacheEvents } from '../events/eventCache.ts';
import { BoundedMap } from '../boundedMap.ts';
import { type Change, type Database, type Decisive, type Statement, StorageError } from './database.ts';
import { createGroupCommit, transactionStatements, Undone } from './groupCommit.ts';
import { openConnection } from './sqliteConnection.ts';
import { asStorageError } from './sqliteErrors.ts';
import { createSqliteLog } from './sqliteLog.ts';
import { runStatement, withCachedStatements } from './sqliteStatements.ts';

/** Runs the steps of a change in the open transaction. @throws Undone when a decisive one changed nothing */
const createStepRunner = (client: Sqlite.Database) => {
  // Batched inserts vary in length: bounded, so that the texts that matter stay.
  const prepared = new BoundedMap<string, Sqlite.Statement>(1_000);
  return (steps: (Statement | Decisive)[]): void => {
    for (const step of steps) {
      if ('decisive' in step) {
        if (!runStatement(client, prepared, step.decisive)) throw new Undone();
      } else runStatement(client, prepared, step);
    }
  };
};

/** Has SQLite look at its indexes again, where that is due. */
const optimize = (client: Sqlite.Database): void => {
  try {
    client.pragma('optimize');
  } catch (error) {
    const fault = asStorageError(error);
    // Somebody else is writing, and will do it when they close: what was to be done here is done.
    if (!(fault instanceof StorageError && fault.fault === 'busy')) throw fault;
  }
};

/**
 * Opens an SQLite file; every write goes through its group commit.
 * @param file its path, `:memory:`, or the bytes of one that is to be continued in memory
 */
export const openSqlite = (file: string | Buffer, clock: Clock): Database & { client: Sqlite.Database } => {
  const client = openConnection(file);
  const queries: BetterSQLite3Database = drizzle({ client: withCachedStatements(client) });
  const statements = transactionStatements(client);
  const { begin, end, undo } = statements;
  const log = createSqliteLog(client);
  const commits = createGroupCommit(client, clock, statements, log);

  const runSteps = createStepRunner(client);
  const listeners = new Set<Parameters<Database['onCommit']>[0]>();
  const database: Database & { client: Sqlite.Database } = {
    client,
    dialect: 'sqlite',
    read: queries,

    async commit(change: Change) {
      let rows: LogEvent[] = [];
      const outcome = await commits.enqueue(() => {
        const head = change.events.length ? log.headOf(change.site) : null;
        const seq = head === null ? 0 : head + 1;
        runSteps(change.write(queries, seq));
        rows = logRows(change, seq, clock.now());
        rows.forEach(log.append);
        // Only now that all of it went well: the places of what is taken back are free again.
        if (head !== null) log.moveTo(change.site, head + rows.length);
        return { applied: true, seq };
      });
      if (!outcome.applied) return outcome;
      cacheEvents(database, rows);
      change.committed?.(outcome.seq);
      if (rows.length) for (const listener of listeners) listener(change.site, change.events);
      return outcome;
    },

    async write(statements) {
      const outcome = await commits.enqueue(() => {
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
      await commits.close();
      try {
        optimize(client);
      } finally {
        client.close();
      }
    },
  };
  return database;
};
