import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import type { Database } from './core/db/database.ts';
import { openSqlite } from './core/db/sqlite.ts';

/** An SQLite file up to this size is checked before it is used, bytes: about a second. */
const checkedAtStart = 256 * 1024 * 1024;

export const openDatabase = async (
  config: Config,
  clock: Context['clock'],
  log: Context['log'],
): Promise<Database> => {
  if (config.databaseUrl) {
    // A tenth of a second at each start, for what only this engine needs.
    const { openPostgres } = await import('./core/db/postgres.ts');
    return openPostgres(config.databaseUrl, clock, (err) => log.error({ err }, 'database connection'));
  }
  mkdirSync(config.dataDirectory, { recursive: true, mode: 0o700 });
  const file = join(config.dataDirectory, 'foyer.sqlite');
  // Its log and shared memory get the mode of the file: it's there before SQLite makes it for everybody to read.
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const database = openSqlite(file, clock);
  if (statSync(file).size <= checkedAtStart) {
    const result = database.client.pragma('quick_check(1)', { simple: true });
    if (result !== 'ok') {
      database.client.close();
      throw new Error(
        `${file} is damaged (${String(result)}). It hasn’t been changed. Restore a backup (see docs/operating.md).`,
      );
    }
  }
  return database;
};

export const backUpBefore = (config: Config, database: Database) => async (): Promise<void> => {
  if (database.dialect !== 'sqlite') return;
  const name = `before-upgrade-${new Date().toISOString().replace(/[:.]/g, '-')}.sqlite`;
  const { backUpSqlite } = await import('./core/db/backup.ts');
  await backUpSqlite(database, join(config.dataDirectory, name));
};
