import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

/** A backup was not put in place; nothing was changed. The message says why. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';
}

/** @throws RestoreRefused when a file is no whole database of ours */
const checkBackup = (file: string): void => {
  if (!existsSync(file)) throw new RestoreRefused(`There’s no file ${file}.`);
  try {
    const copy = new Sqlite(file, { readonly: true });
    try {
      const result = copy.pragma('integrity_check(1)', { simple: true });
      if (result !== 'ok') throw new RestoreRefused(`${file} is damaged: ${String(result)}`);
      copy.prepare('select name from schema_migrations').all();
    } finally {
      copy.close();
    }
  } catch (error) {
    if (error instanceof RestoreRefused) throw error;
    throw new RestoreRefused(`${file} isn’t a backup of Foyer.`, { cause: error });
  }
};

/** Has a database for itself, its log moved into it. @throws RestoreRefused while a server or a command uses it */
const claim = (file: string): void => {
  if (!existsSync(file)) return;
  const client = new Sqlite(file, { timeout: 0 });
  try {
    // SQLite leaves WAL mode only for who is alone with the file (sqlite.org/wal.html).
    client.pragma('journal_mode = DELETE');
  } catch (error) {
    throw new RestoreRefused('The database is in use. Stop the server, then restore.', { cause: error });
  } finally {
    client.close();
  }
};

/** A name beside a file that nothing has yet. */
const freeName = (file: string): string => {
  for (let number = 1; ; number++) {
    const name = file.replace(/\.sqlite$/, `.before-restore-${number}.sqlite`);
    if (!existsSync(name)) return name;
  }
};

/**
 * Puts a backup in the place of an SQLite database that nobody uses. Whatever happens, one of the two is there, whole.
 * @returns where the database went that was there; null where there was none
 * @throws RestoreRefused with nothing changed
 */
export const putBackup = (backup: string, file: string): string | null => {
  checkBackup(backup);
  claim(file);
  const fresh = `${file}.restoring`;
  rmSync(fresh, { force: true });
  copyFileSync(backup, fresh);
  const handle = openSync(fresh, 'r+', 0o600);
  fsyncSync(handle);
  closeSync(handle);
  const kept = existsSync(file) ? freeName(file) : null;
  if (kept !== null) renameSync(file, kept);
  for (const rest of [`${file}-wal`, `${file}-shm`]) rmSync(rest, { force: true });
  renameSync(fresh, file);
  return kept;
};
