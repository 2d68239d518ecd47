import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { siteDocument } from '../../shared/console/schema.ts';
import { newId } from '../../shared/core/ids.ts';
import type { Context } from '../context.ts';
import { attachmentPath, thumbnailPath } from '../core/content/attachments/store.ts';
import { canonicalEmail } from '../core/emailAddress.ts';
import { readLines } from '../core/importing/json.ts';
import { createNotes } from '../core/importing/notes.ts';
import { readText } from '../core/importing/readText.ts';
import { createSite } from '../core/people/sites/writes.ts';
import { purgeSite } from '../sites/writes.ts';
import { indexSite } from '../inbox/writes/messageIndex.ts';
import { fileLine, type FileLine, type Head, headSchema, rowLine, schemaOf } from './format.ts';
import { findStaffByEmails, highestPlaces, type Row } from './queries.ts';
import { moved, type SiteTable } from './tables.ts';
import { deletePeople, insertPerson, insertRow, setPlaces } from './writes.ts';

/** Rows that are stored together. */
const batchLength = 200;

export interface SiteImport {
  site: string;
  rows: number;
  files: number;
  /** Addresses of people who were made: they can't log in before they are invited or set a password. */
  people: string[];
}

/** A file that can't be taken, with the line where that shows. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';
}

const schemas = new Map(moved.map((table) => [table.name, { table, schema: schemaOf(table) }]));

/** A value with every ID of a colleague replaced by the one they have here. */
const translate = (value: unknown, ids: ReadonlyMap<string, string>): unknown => {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => translate(one, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, translate(one, ids)]));
};

/** Finds the file's colleagues by their addresses, and makes those who aren't there. */
const takeStaff = async (ctx: Context, people: Head['staff']) => {
  const known = new Map(
    (
      await findStaffByEmails(
        ctx,
        people.map(({ email }) => canonicalEmail(email)),
      )
    ).map((one) => [one.email, one.id]),
  );
  const made = people.filter(({ email }) => !known.has(canonicalEmail(email)));
  const now = ctx.clock.now();
  const fresh = made.map(({ email, name }) => ({ id: newId(now), email: canonicalEmail(email), name }));
  if (fresh.length) await ctx.database.write((tx) => fresh.map((person) => insertPerson(tx, person, now)));
  for (const { email, id } of fresh) known.set(email, id);
  return {
    made: fresh.map(({ id }) => id),
    ids: new Map(people.map(({ id, email }) => [id, known.get(canonicalEmail(email)) ?? id])),
    people: fresh.map(({ email }) => email),
  };
};

const storeFile = async (ctx: Context, siteId: string, { file, part, base64 }: FileLine): Promise<void> => {
  const { dataDirectory } = ctx.config;
  const path = (part === 'file' ? attachmentPath : thumbnailPath)(dataDirectory, siteId, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, Buffer.from(base64, 'base64'), { mode: 0o600, flush: true });
};

const openSite = async (ctx: Context, head: Head, key: string): Promise<string> => {
  const { name, origins } = head.site;
  // An address of mail belongs to one site: here it may be another's.
  const settings = {
    ...head.site.settings,
    mail: { ...(head.site.settings['mail'] as object), addresses: [] },
  };
  const document = siteDocument(ctx.settings.schema).safeParse({ name, origins, settings });
  if (!document.success) {
    const [issue] = document.error.issues;
    throw new ImportFault(`the site’s settings aren’t valid here (${issue?.path.join('.')})`);
  }
  const id = await createSite(ctx, { key, ...document.data });
  if (id === null) throw new ImportFault(`the key ${key} is already taken: name another with --as`);
  return id;
};

/** Rows that are gathered until they are stored. */
interface Batch {
  rows: { table: SiteTable; row: Row }[];
}

const store = async (ctx: Context, siteId: string, batch: Batch): Promise<void> => {
  const rows = batch.rows.splice(0);
  if (rows.length === 0) return;
  await ctx.database.write((tx) => rows.map(({ table, row }) => insertRow(tx, table, siteId, row)));
};

const readRow = (value: unknown, line: number): { table: SiteTable; row: Row } => {
  const parsed = rowLine.safeParse(value);
  const known = parsed.success ? schemas.get(parsed.data.table) : undefined;
  const row = parsed.success ? known?.schema.safeParse(parsed.data.row) : undefined;
  if (!known || !row?.success) {
    const [issue] = row?.error?.issues ?? [];
    const field = issue ? ` (${issue.path.join('.') || issue.message})` : '';
    throw new ImportFault(`line ${line} isn’t what this version writes${field}`);
  }
  return { table: known.table, row: row.data };
};

/**
 * Makes a site of a file that {@link exportSite} wrote. All or nothing: where it can't go on, what it made is deleted.
 * @param as the key of the new site; the file's own unless given
 * @throws ImportFault
 */
export const importSite = async (ctx: Context, file: string, as?: string): Promise<SiteImport> => {
  const notes = createNotes();
  const report: SiteImport = { site: '', rows: 0, files: 0, people: [] };
  let siteId: string | null = null;
  let made: string[] = [];
  let ids: ReadonlyMap<string, string> = new Map();
  const batch: Batch = { rows: [] };
  try {
    for await (const { line, value } of readLines(readText(file, { notes }), notes)) {
      if (siteId === null) {
        const head = headSchema.safeParse(value);
        if (!head.success) throw new ImportFault('the first line doesn’t describe a site of this version');
        report.site = as ?? head.data.site.key;
        siteId = await openSite(ctx, head.data, report.site);
        const taken = await takeStaff(ctx, head.data.staff);
        ids = taken.ids;
        made = taken.made;
        report.people = taken.people;
        continue;
      }
      const bytes = fileLine.safeParse(value);
      if (bytes.success) {
        report.files++;
        await storeFile(ctx, siteId, bytes.data);
        continue;
      }
      report.rows++;
      batch.rows.push(readRow(translate(value, ids), line));
      if (batch.rows.length === batchLength) await store(ctx, siteId, batch);
    }
    const [broken] = notes.rejected;
    if (broken) throw new ImportFault(`${broken.row}: ${broken.reason}`);
    if (siteId === null) throw new ImportFault('the file is empty');
    const id = siteId;
    await store(ctx, id, batch);
    const places = await highestPlaces(ctx, id);
    await ctx.database.write((tx) => setPlaces(tx, id, places));
    await indexSite(ctx, id);
  } catch (error) {
    if (siteId !== null) await removeSite(ctx, siteId, made);
    throw error;
  }
  return report;
};

const removeSite = async (ctx: Context, siteId: string, people: readonly string[]): Promise<void> => {
  await purgeSite(ctx, siteId);
  await ctx.database.write((tx) => deletePeople(tx, people));
};
