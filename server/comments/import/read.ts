import { createReadStream, openSync, readSync, closeSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { readDisqus } from './disqus.ts';
import { readIssoDatabase } from './issoDatabase.ts';
import { csvRecord, readArtrans, readCommento, readIsso, readRemark } from './others.ts';
import { readOwn } from './own.ts';
import type { ImportRecord } from './record.ts';
import { readWxr } from './wxr.ts';

export const formats = [
  'disqus',
  'wxr',
  'isso',
  'isso-database',
  'remark42',
  'commento',
  'artalk',
  'csv',
  'foyer',
] as const;
export type Format = (typeof formats)[number];

const firstBytes = (file: string): Buffer => {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(8_192);
    return buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, 0));
  } finally {
    closeSync(handle);
  }
};

const isPacked = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Text of a file in parts, unpacked when it is gzip. Never all of it at once. */
const textOfFile = (file: string): AsyncIterable<string> => {
  const raw = createReadStream(file);
  const stream = isPacked(firstBytes(file)) ? raw.pipe(createGunzip()) : raw;
  raw.on('error', (error) => stream.destroy(error));
  stream.setEncoding('utf8');
  return stream as AsyncIterable<string>;
};

/** What a file is by how it begins, or null. */
export const detectFormat = async (file: string): Promise<Format | null> => {
  if (firstBytes(file).toString('latin1', 0, 15) === 'SQLite format 3') return 'isso-database';
  let start = '';
  for await (const chunk of textOfFile(file)) {
    start += chunk;
    if (start.length > 4_000) break;
  }
  if (/<disqus[\s>]/.test(start)) return 'disqus';
  if (/<rss[\s>]/.test(start)) return 'wxr';
  if (/^\uFEFF?\s*\{"kind":"foyer"/.test(start)) return 'foyer';
  if (/"locator"\s*:|^\uFEFF?\s*\{"version":\d+,"users":/.test(start)) return 'remark42';
  if (/"commentHex"\s*:/.test(start)) return 'commento';
  if (/"page_key"\s*:/.test(start)) return 'artalk';
  if (/^\uFEFF?\s*\[/.test(start) && /"comments"\s*:/.test(start)) return 'isso';
  if (/^\uFEFF?[^\n]*\burl\b[^\n]*,/i.test(start)) return 'csv';
  return null;
};

async function* readCsv(file: string): AsyncGenerator<ImportRecord> {
  const raw = createReadStream(file);
  const rows = raw.pipe(
    parse({
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      skip_empty_lines: true,
      relax_column_count: true,
      info: true,
    }),
  );
  raw.on('error', (error) => rows.destroy(error));
  for await (const { record, info } of rows as AsyncIterable<{
    record: Record<string, string>;
    info: { lines: number };
  }>)
    yield csvRecord(record, info.lines);
}

/** Reads a file of another system, or of ours, record by record: a large one takes no more memory than a small one. */
export const readRecords = (file: string, format: Format): AsyncGenerator<ImportRecord> => {
  switch (format) {
    case 'disqus':
      return readDisqus(textOfFile(file));
    case 'wxr':
      return readWxr(textOfFile(file));
    case 'isso':
      return readIsso(textOfFile(file));
    case 'isso-database':
      return readIssoDatabase(file);
    case 'remark42':
      return readRemark(textOfFile(file));
    case 'commento':
      return readCommento(() => textOfFile(file));
    case 'artalk':
      return readArtrans(textOfFile(file));
    case 'csv':
      return readCsv(file);
    case 'foyer':
      return readOwn(textOfFile(file));
  }
};
