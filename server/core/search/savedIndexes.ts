import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { version } from '../../version.ts';

/** A site's index as it was, with the place in the log up to which it knows. */
export interface SavedIndex {
  cursor: number;
  /** The content of the log at that place: another log, such as a backup's, holds something else there. */
  mark: string | null;
  bytes: Uint8Array;
}

/** Where indexes outlive the process. Everything in it can be built again. */
export interface SavedIndexes {
  /** Sites that have one, the last saved first. */
  list(): Promise<string[]>;
  /** @returns null where there is none that this version can read */
  read(siteId: string): Promise<SavedIndex | null>;
  write(siteId: string, saved: SavedIndex): Promise<void>;
  forget(siteId: string): Promise<void>;
}

const header = z.object({ version: z.string(), cursor: z.number().int(), mark: z.string().nullable() });

/** The versions that decide how words are cut and folded: ours, and the dictionaries of the ICU that Node came with. */
const builtBy = `${version}, ICU ${process.versions['icu']}`;

const ending = '.index';

const isMissing = (error: unknown): boolean => (error as { code?: unknown }).code === 'ENOENT';

/**
 * Indexes as files, one a site: a line that says what it is, then the engine's bytes. Another version folds words its
 * own way, so its files are none.
 */
export const createSavedIndexes = (folder: string): SavedIndexes => {
  const fileOf = (siteId: string): string => join(folder, `${siteId}${ending}`);
  return {
    async list() {
      const names = await readdir(folder).catch((error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      });
      const files = await Promise.all(
        names
          .filter((name) => name.endsWith(ending))
          .map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
      );
      return files.sort((one, other) => other.at - one.at).map(({ name }) => name.slice(0, -ending.length));
    },
    async read(siteId) {
      try {
        const whole = await readFile(fileOf(siteId));
        const end = whole.indexOf(0x0a);
        const found = header.safeParse(JSON.parse(whole.toString('utf8', 0, Math.max(0, end)) || 'null'));
        if (!found.success || found.data.version !== builtBy) return null;
        const { cursor, mark } = found.data;
        // Bytes of their own: they are handed to a thread.
        return { cursor, mark, bytes: new Uint8Array(whole.subarray(end + 1)) };
      } catch (error) {
        if (isMissing(error) || error instanceof SyntaxError) return null;
        throw error;
      }
    },
    async write(siteId, { cursor, mark, bytes }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const part = `${fileOf(siteId)}.${process.pid}.part`;
      await writeFile(part, [Buffer.from(`${JSON.stringify({ version: builtBy, cursor, mark })}\n`), bytes], {
        mode: 0o600,
      });
      await rename(part, fileOf(siteId));
    },
    forget: (siteId) => rm(fileOf(siteId), { force: true }),
  };
};
