import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One built entry of the widget, as `server/tools/manifest.mjs` writes it; paths are from the widget's folder. */
export interface BuiltEntry {
  file: string;
  css: string[];
}

/**
 * Built entries by the names that `server/tools/entries.mjs` gives them.
 * @param folder where the widget was built to; without a build there are none
 */
export const readEntries = (folder: string): Record<string, BuiltEntry | undefined> => {
  const file = join(folder, 'entries.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, BuiltEntry>) : {};
};
