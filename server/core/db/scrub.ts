import { setImmediate } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';
import type { Database } from './database.ts';

/** Tables of SQLite's full text. What is deleted from them stays in their segments until those are merged. */
const fullTexts = ['message_texts', 'search_texts'];
/** Pages that one step merges: some milliseconds of the event loop. */
const pagesPerStep = 300;

type SqliteDatabase = Database & { client: Sqlite.Database };

/** Moves everything from SQLite's write-ahead log into the file, and empties it. */
export const truncateLog = (database: Database): void => {
  if (database.dialect === 'sqlite') (database as SqliteDatabase).client.pragma('wal_checkpoint(TRUNCATE)');
};

/**
 * Leaves nothing of deleted rows in an SQLite file: merges the full text's segments step by step, and empties the
 * write-ahead log. Pages themselves are overwritten as they are freed (`secure_delete`). PostgreSQL does its own
 * vacuuming.
 */
export const scrubSqlite = async (database: Database): Promise<void> => {
  if (database.dialect !== 'sqlite') return;
  const { client } = database as SqliteDatabase;
  const changes = client.prepare('select total_changes()').pluck();
  for (const table of fullTexts) {
    const merge = client.prepare(`insert into ${table} (${table}, rank) values ('merge', ?)`);
    // A negative number begins a merge of all segments; fewer than two changes say that it is done (fts5, 6.9).
    for (let pages = -pagesPerStep; ; pages = pagesPerStep) {
      const before = Number(changes.get());
      merge.run(pages);
      if (Number(changes.get()) - before < 2) break;
      await setImmediate();
    }
  }
  truncateLog(database);
};
