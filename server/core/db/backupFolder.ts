import { constants, existsSync } from 'node:fs';
import { copyFile, cp, link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Database } from './database.ts';
import { backUpSqlite } from './backup.ts';
import { listStoredFiles } from './queries.ts';

/** The parts of a backup, by name: as they're called in the data folder. */
const parts = {
  database: 'foyer.sqlite',
  files: 'attachments',
  secrets: 'secrets.json',
  erasures: 'erasures.jsonl',
} as const;

const named = /^foyer-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}$/;

/** A finished backup. */
export interface FolderBackup {
  folder: string;
  /** Of the database; 0 where it has to be saved by other means. */
  bytes: number;
  files: number;
  /** Files that the database names, and that are nowhere. */
  missing: string[];
  /** Older backups that were deleted. */
  removed: string[];
}

const backupsIn = async (into: string): Promise<string[]> =>
  (await readdir(into)).filter((name) => named.test(name)).sort();

async function* filesIn(folder: string): AsyncGenerator<string> {
  if (!existsSync(folder)) return;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) yield join(entry.parentPath, entry.name);
}

/** Files never change once they're stored: one that the backup before has is the same, and takes no more room. */
const keepFile = async (from: string, before: string | null, to: string): Promise<void> => {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  if (before !== null && existsSync(before) && (await stat(before)).size === (await stat(from)).size)
    return link(before, to);
  await copyFile(from, to, constants.COPYFILE_FICLONE);
};

const copyFiles = async (data: string, before: string | null, to: string): Promise<number> => {
  const source = join(data, parts.files);
  let count = 0;
  for await (const file of filesIn(source)) {
    const name = join(parts.files, relative(source, file));
    try {
      await keepFile(file, before && join(before, name), join(to, name));
      count++;
    } catch (error) {
      // Somebody was erased meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return count;
};

const copyIfThere = async (from: string, to: string): Promise<void> => {
  if (existsSync(from)) await writeFile(to, await readFile(from), { mode: 0o600, flush: true });
};

/**
 * Saves everything into a folder of its own, checks it, and deletes the oldest backups there.
 * @param into holds the backups
 * @param keep how many stay; all of them unless said otherwise
 */
export const backUpAll = async (
  { database, dataDirectory: data, now }: { database: Database; dataDirectory: string; now: number },
  into: string,
  { keep, files, secrets }: { keep?: number | undefined; files: boolean; secrets: boolean },
): Promise<FolderBackup> => {
  await mkdir(into, { recursive: true, mode: 0o700 });
  const older = await backupsIn(into);
  const name = `foyer-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}`;
  const folder = join(into, name);
  // Under another name until it's whole: what is broken off is no backup, and isn't kept in place of one.
  const draft = `${folder}.part`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const bytes = database.dialect === 'sqlite' ? await backUpSqlite(database, join(draft, parts.database)) : 0;
  // After the database: what it names is there by then.
  const before = older.at(-1);
  const count = files ? await copyFiles(data, before === undefined ? null : join(into, before), draft) : 0;
  await copyIfThere(join(data, parts.erasures), join(draft, parts.erasures));
  if (secrets) await copyIfThere(join(data, parts.secrets), join(draft, parts.secrets));
  const wanted = files ? await listStoredFiles(database) : [];
  const missing = wanted.filter(
    ({ siteId, id }) => !existsSync(join(draft, parts.files, siteId, id.slice(-2), id)),
  );
  await rename(draft, folder);
  const removed = keep === undefined ? [] : [...older, name].slice(0, -keep);
  for (const one of removed) await rm(join(into, one), { recursive: true, force: true });
  return { folder, bytes, files: count, missing: missing.map(({ id }) => id), removed };
};

const linesOf = async (file: string): Promise<string[]> =>
  existsSync(file) ? (await readFile(file, 'utf8')).split('\n').filter(Boolean) : [];

/**
 * Puts back what stands beside a database in a backup: files that are missing, secrets where there are none, and who was
 * erased, with those erased since.
 */
export const putBeside = async (backup: string, data: string): Promise<void> => {
  await mkdir(data, { recursive: true, mode: 0o700 });
  if (existsSync(join(backup, parts.files)))
    await cp(join(backup, parts.files), join(data, parts.files), { recursive: true, force: false });
  if (!existsSync(join(data, parts.secrets)))
    await copyIfThere(join(backup, parts.secrets), join(data, parts.secrets));
  const erasures = join(data, parts.erasures);
  const lines = [
    ...new Set([...(await linesOf(join(backup, parts.erasures))), ...(await linesOf(erasures))]),
  ];
  if (lines.length) await writeFile(erasures, `${lines.join('\n')}\n`, { mode: 0o600, flush: true });
};
