import { readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { ImportNotes } from '../../../core/importing/notes.ts';
import { textOfBytes } from '../../../core/importing/readText.ts';
import { readArticleFile } from '../articleFile.ts';
import type { ArticleSource } from './source.ts';

/** Bytes of one file: the longest article, in letters of four bytes. */
const maxFileBytes = 512 * 1024;

const listFiles = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    // Drafts after what readers have: they say what comes next.
    .sort(
      (one, other) =>
        Number(one.includes('.draft.')) - Number(other.includes('.draft.')) || (one < other ? -1 : 1),
    );

/** Markdown files: those of our own export, and other tools' by their front matter, path and first heading. */
export const readMarkdown = async (folder: string, notes: ImportNotes): Promise<ArticleSource> => {
  const paths = await listFiles(folder);
  if (paths.length === 0) throw new Error('There are no .md files in this folder.');
  return {
    paths,
    rejected: [],
    async read(path) {
      const file = join(folder, path);
      if ((await stat(file)).size > maxFileBytes) throw new Error('the file is too large');
      const read = readArticleFile(await textOfBytes(readFileSync(file), { notes, file: path }));
      return { ...read, topics: [read.front.category ?? basename(dirname(path))], missing: [] };
    },
  };
};
