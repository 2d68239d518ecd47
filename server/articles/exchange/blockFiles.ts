import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { blockName, longestBlock, maxBlocks } from '../../../shared/articles/blockSchema.ts';
import { language, prose } from '../../../shared/core/fields.ts';
import type { Context } from '../../context.ts';
import { derivedId } from '../../core/derivedId.ts';
import { planJob } from '../../core/jobs/queries.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { referencesIn } from '../blocks/expand.ts';
import { followJob } from '../blocks/following.ts';
import { findBlocksNamed, listBlocks } from '../blocks/queries.ts';
import { blockChanged } from '../rules.ts';
import { insertBlock, updateBlock } from '../blocks/writes.ts';

/* Blocks beside the articles of a folder: one file for each language, known by the `block` of its front matter. */

/** The folder of blocks, beside those of topics. */
const blockFolder = 'blocks';
/** Bytes of one file: the longest block, in letters of four bytes, with its head. */
const maxFileBytes = 4 * longestBlock + 4_096;

const head = z.object({ block: blockName, language });

/** Writes the blocks of a site beside its articles. @returns their number */
export const writeBlockFiles = async (ctx: Context, site: Site, folder: string): Promise<number> => {
  const rows = await listBlocks(ctx, site.id);
  if (rows.length > 0) await mkdir(join(folder, blockFolder), { recursive: true });
  for (const { name, texts } of rows)
    for (const [tag, text] of Object.entries(texts))
      await writeFile(
        join(folder, blockFolder, `${name}.${tag}.md`),
        `---\n${stringify({ block: name, language: tag }, { lineWidth: 0 })}---\n\n${text}\n`,
        { mode: 0o600 },
      );
  return rows.length;
};

/** A block of a file; null for an article that lies in a folder of this name. @throws Error in words, for the report */
const readBlockFile = (source: string) => {
  const [, front = '', body = ''] =
    /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n(?:\r?\n)?([\s\S]*)$/.exec(source) ?? [];
  const values: unknown = parse(front, { maxAliasCount: 0 });
  if (typeof values !== 'object' || values === null || !('block' in values)) return null;
  const read = head.safeParse(values);
  if (!read.success) throw new Error('the name or the language of the block can’t be read');
  const text = body.replace(/\r?\n$/, '');
  if (!prose(longestBlock).safeParse(text).success)
    throw new Error(`its text is longer than ${longestBlock} characters, or holds some that can’t be saved`);
  if (referencesIn(text).length > 0) throw new Error('a block can’t hold another block');
  return { name: read.data.block, language: read.data.language, text };
};

/** The outcome of taking blocks in. */
interface TakenBlocks {
  added: number;
  changed: number;
  unchanged: number;
  /** Paths of the files that are blocks. */
  paths: ReadonlySet<string>;
  rejected: { row: string; reason: string }[];
}

/** Takes in the blocks of a folder: texts of languages that it doesn't have stay. The same folder again changes nothing. */
export const takeBlockFiles = async (
  ctx: Context,
  site: Site,
  folder: string,
  dryRun: boolean,
): Promise<TakenBlocks> => {
  const paths = new Set<string>();
  const taken: TakenBlocks = { added: 0, changed: 0, unchanged: 0, paths, rejected: [] };
  const texts = new Map<string, Record<string, string>>();
  const files = existsSync(join(folder, blockFolder))
    ? (await readdir(join(folder, blockFolder))).sort()
    : [];
  for (const file of files.filter((name) => name.endsWith('.md'))) {
    const row = `${blockFolder}/${file}`;
    try {
      if ((await stat(join(folder, row))).size > maxFileBytes) continue;
      const block = readBlockFile(await readFile(join(folder, row), 'utf8'));
      if (!block) continue;
      paths.add(row);
      texts.set(block.name, { ...texts.get(block.name), [block.language]: block.text });
    } catch (error) {
      paths.add(row);
      taken.rejected.push({ row, reason: (error as Error).message });
    }
  }
  const there = new Map((await listBlocks(ctx, site.id)).map((row) => [row.name, row]));
  for (const [name, own] of texts) {
    const before = there.get(name);
    const wanted = { ...before?.texts, ...own };
    if (before && Object.entries(own).every(([tag, text]) => before.texts[tag] === text)) taken.unchanged++;
    else if (!before && there.size + taken.added >= maxBlocks)
      taken.rejected.push({ row: name, reason: `a site can have at most ${maxBlocks} blocks` });
    else {
      taken[before ? 'changed' : 'added']++;
      if (!dryRun) await saveBlock(ctx, site, name, wanted);
    }
  }
  return taken;
};

const saveBlock = async (
  ctx: Context,
  site: Site,
  name: string,
  texts: Record<string, string>,
): Promise<void> => {
  const [before] = await findBlocksNamed(ctx, site.id, [name]);
  const id = before?.id ?? derivedId(site.id, 'imported block', name);
  const revision = before?.revision ?? 0;
  const now = ctx.clock.now();
  const set = { texts, changedAt: now, changedBy: '' };
  await ctx.database.commit({
    site: site.id,
    events: [{ kind: blockChanged, subject: id, audience: 'staff' }],
    write: (tx) => [
      before
        ? updateBlock(tx, site.id, id, revision, set)
        : insertBlock(tx, { ...set, siteId: site.id, id, name, revision: 1, createdAt: now }),
      planJob(tx, site.id, followJob({ id, revision: revision + 1 }, now), now),
    ],
  });
};
