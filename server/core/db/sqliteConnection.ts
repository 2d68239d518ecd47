import Sqlite from 'better-sqlite3';
import { foldText } from '../search/foldText.ts';

/**
 * A connection with the settings that make "acknowledged" mean "on disk": WAL, `synchronous=FULL`, foreign keys on,
 * deleted bytes overwritten.
 */
export const openConnection = (file: string | Buffer): Sqlite.Database => {
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
  // Waiting inside SQLite would hold the event loop; the group commit waits, between turns.
  client.pragma('busy_timeout = 0');

  // SQLite's own knows Latin letters alone: a word in Greek or Russian would be found in one spelling only.
  client.function('lower', { deterministic: true }, (text: unknown) =>
    text === null ? null : String(text).toLowerCase(),
  );
  // Triggers of the full text call it.
  client.function('foyer_folded', { deterministic: true }, (text: unknown) =>
    foldText(String(text ?? '')).join(' '),
  );
  return client;
};
