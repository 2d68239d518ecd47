import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context } from '../context.ts';
import { attachmentPath, thumbnailPath } from '../core/content/attachments/store.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { type FileLine, formatVersion, type Head, type RowLine } from './format.ts';
import { listStaffIds, listStaffNamed, type Row, rowsOf } from './queries.ts';
import { moved } from './tables.ts';

/** Tables whose rows stand for a file on disk. */
const withFiles = new Set(['attachments', 'brand_images']);

export interface ExportReport {
  rows: number;
  files: number;
  /** IDs of files that are gone from the disk. */
  missing: string[];
}

/** Everybody of the team whom the rows name. */
const namedStaff = async (ctx: Context, site: Site): Promise<Head['staff']> => {
  const all = new Set(await listStaffIds(ctx));
  const named = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      if (all.has(value)) named.add(value);
    } else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) look(one);
  };
  for (const table of moved) for await (const row of rowsOf(ctx, site.id, table)) look(row);
  return listStaffNamed(ctx, [...named]);
};

const bytesOf = (file: string): Promise<Buffer | null> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });

async function* filesOf(ctx: Context, site: Site, row: Row, report: ExportReport): AsyncGenerator<FileLine> {
  const { dataDirectory } = ctx.config;
  const id = String(row['id']);
  for (const [part, path] of [
    ['file', attachmentPath(dataDirectory, site.id, id)],
    ['thumbnail', thumbnailPath(dataDirectory, site.id, id)],
  ] as const) {
    const bytes = await bytesOf(path);
    if (bytes) {
      report.files++;
      yield { file: id, part, base64: bytes.toString('base64') };
    } else if (part === 'file') report.missing.push(id);
  }
}

async function* linesOf(
  ctx: Context,
  site: Site,
  report: ExportReport,
): AsyncGenerator<Head | RowLine | FileLine> {
  const { key, name, origins, settings } = site;
  yield {
    foyer: 'site',
    version: formatVersion,
    exportedAt: new Date(ctx.clock.now()).toISOString(),
    site: { key, name, origins: [...origins], settings: settings as unknown as Record<string, unknown> },
    staff: await namedStaff(ctx, site),
  };
  for (const table of moved)
    for await (const row of rowsOf(ctx, site.id, table)) {
      report.rows++;
      yield { table: table.name, row };
      if (withFiles.has(table.name)) yield* filesOf(ctx, site, row, report);
    }
}

/** Writes everything of a site into a file that only its owner can read. */
export const exportSite = async (ctx: Context, site: Site, file: string): Promise<ExportReport> => {
  const report: ExportReport = { rows: 0, files: 0, missing: [] };
  const lines = async function* (): AsyncGenerator<string> {
    for await (const line of linesOf(ctx, site, report)) yield `${JSON.stringify(line)}\n`;
  };
  await pipeline(Readable.from(lines()), createWriteStream(file, { mode: 0o600, flags: 'wx' }));
  return report;
};
