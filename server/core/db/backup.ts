import { closeSync, openSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { Database } from './database.ts';

/**
 * Writes a consistent copy of an SQLite database while it is in use (`VACUUM INTO`, never a file copy), and checks it.
 * @param file must not exist yet
 * @returns its size in bytes
 * @throws Error when the copy is not whole
 */
export const backUpSqlite = async (database: Database, file: string): Promise<number> => {
  const { client } = database as Database & { client: Sqlite.Database };
  // An empty file of our own is what it is written to: as private as what it is a copy of.
  closeSync(openSync(file, 'wx', 0o600));
  client.prepare('vacuum into ?').run(file);
  const copy = new Sqlite(file, { readonly: true });
  const result = copy.pragma('integrity_check(1)', { simple: true });
  copy.close();
  if (result !== 'ok') throw new Error(`The backup ${file} is incomplete: ${String(result)}`);
  return statSync(file).size;
};
