import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import type { ImportNotes } from '../../../core/importing/notes.ts';
import { readValues } from '../../../core/importing/json.ts';
import { readText } from '../../../core/importing/readText.ts';

/** Bytes of one JSON file of an export. */
const maxJsonBytes = 256 * 1024 * 1024;

/** The files of an export's folder: its JSON, and the pictures beside it. */
export interface ExportFolder {
  /** Every value at one of some places of the JSON files, with the place's name: `articles.*`. */
  values(places: readonly string[]): AsyncGenerator<{ place: string; value: unknown }>;
  /** The path of a picture, from a text's own path. @param names the ids and names that it may have there */
  pictureOf(source: string, from: string, names?: readonly string[]): string | null;
}

/** The end of an address's path, decoded. */
const nameOf = (source: string): string => {
  const [path = ''] = source.split(/[?#]/);
  try {
    return decodeURIComponent(basename(path));
  } catch {
    return basename(path);
  }
};

/** Opens the folder of an export. @throws Error when there is no JSON in it */
export const openFolder = (folder: string, notes: ImportNotes): ExportFolder => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const json = files.filter((file) => /\.json$/i.test(file));
  if (json.length === 0) throw new Error('There are no .json files in this folder.');
  const byName = new Map<string, string[]>();
  for (const file of files)
    if (!/\.json$/i.test(file)) byName.set(basename(file), [...(byName.get(basename(file)) ?? []), file]);
  return {
    async *values(places) {
      for (const file of json) {
        if (statSync(join(folder, file)).size > maxJsonBytes) {
          notes.rejected.push({ row: file, reason: 'the file is too large' });
          continue;
        }
        const paths = places.map((place) => `$.${place}`);
        for await (const { path, value } of readValues(
          readText(join(folder, file), { notes, file }),
          paths,
          notes,
        ))
          yield { place: path, value };
      }
    },
    pictureOf(source, from, names = []) {
      const segments = source.split(/[/?#]/);
      const found = [nameOf(source), ...names].flatMap((name) => byName.get(name) ?? []);
      // Of several with one name, the one whose folder the address names.
      const near = found.find((file) => segments.includes(basename(dirname(file))));
      const [only] = found;
      const path = near ?? (new Set(found).size === 1 ? only : undefined);
      return path === undefined ? null : posix.relative(posix.dirname(from), path);
    },
  };
};
