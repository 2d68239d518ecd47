import type { ImportFault, ImportReply, RejectedLine } from '../../../shared/contacts/importSchema.ts';
import type { Context } from '../../context.ts';
import { canonicalEmail } from '../../core/emailAddress.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { findMeantVisitors } from '../queries/contacts.ts';
import { listLatestStages, listValues } from '../queries/values.ts';
import { type Column, columnsOf } from './columns.ts';
import { type Importer, type Planned, planLine } from './plan.ts';
import { type GivenContact, readLine } from './readLine.ts';
import { readTable } from './readTable.ts';

/** Lines that are looked up and stored together. */
const batchLength = 100;
/** Rejected lines that are listed; the others are counted. */
const maxListed = 200;

/** A table on its way in. */
interface Running {
  ctx: Context;
  site: Site;
  by: Importer;
  apply: boolean;
  report: ImportReply;
  /** Contacts that a line was about already. */
  seen: Set<string>;
}

const reject = ({ report }: Running, line: RejectedLine): void => {
  report.rejected++;
  if (report.lines.length < maxListed) report.lines.push(line);
};

const rejectLine = (running: Running, { line }: GivenContact, reason: ImportFault): void =>
  reject(running, { line, column: null, reason });

/** Everything that a line may mean a contact by. */
const namesOf = ({ id, subject, email }: GivenContact): string[] => [
  ...(id === null ? [] : [`id ${id}`]),
  ...(subject === null ? [] : [`subject ${subject}`]),
  ...(email === null ? [] : [`email ${canonicalEmail(email)}`]),
];

const takeBatch = async (running: Running, given: readonly GivenContact[]): Promise<void> => {
  const { ctx, site, by, apply, report, seen } = running;
  const rows = await findMeantVisitors(ctx, site.id, {
    ids: given.flatMap(({ id }) => id ?? []),
    subjects: given.flatMap(({ subject }) => subject ?? []),
    emailKeys: given.flatMap(({ email }) => (email === null ? [] : canonicalEmail(email))),
  });
  const visitors = rows.map(({ id }) => id);
  const known = {
    rows,
    values: await listValues(ctx, { siteId: site.id, visitors }),
    stages: await listLatestStages(ctx, site.id, visitors),
  };
  const writes: Extract<Planned, { write: unknown }>[] = [];
  for (const one of given) {
    const names = namesOf(one);
    const planned = await planLine(ctx, site, one, known, by);
    const all = planned.outcome === 'rejected' ? names : [...names, `id ${planned.contact}`];
    if (all.some((name) => seen.has(name))) {
      rejectLine(running, one, 'repeated');
      continue;
    }
    for (const name of all) seen.add(name);
    if (planned.outcome === 'rejected') rejectLine(running, one, planned.reason);
    else report[planned.outcome]++;
    if ('write' in planned) writes.push(planned);
  }
  if (!apply || writes.length === 0) return;
  await ctx.database.commit({
    site: site.id,
    events: writes.map(({ contact }) => ({
      kind: 'contact.changed',
      visitor: contact,
      subject: contact,
      audience: 'staff',
    })),
    write: (tx) => writes.flatMap(({ write }) => write(tx)),
  });
};

/**
 * Takes contacts from a table whose first line names the columns. Who is known gets what the line says otherwise; an
 * empty cell changes nothing. The same table again changes nothing.
 * @param apply false: only says what would come of it
 */
export const importContacts = async (
  ctx: Context,
  site: Site,
  table: string,
  by: Importer,
  apply: boolean,
): Promise<ImportReply> => {
  const settings = site.settings.contacts;
  const report: ImportReply = {
    added: 0,
    changed: 0,
    unchanged: 0,
    rejected: 0,
    lines: [],
    columns: { taken: [], ignored: [] },
  };
  const running: Running = { ctx, site, by, apply, report, seen: new Set() };
  let headings: string[] | null = null;
  let columns: (Column | null)[] = [];
  let batch: GivenContact[] = [];
  let lines = 0;
  for await (const line of readTable(table)) {
    if (line === null) {
      reject(running, { line: lines + 1, column: null, reason: 'unreadable' });
      break;
    }
    lines = line.line;
    if (headings === null) {
      headings = line.cells;
      columns = columnsOf(headings, settings);
      for (const [place, heading] of headings.entries())
        if (heading) report.columns[columns[place] ? 'taken' : 'ignored'].push(heading);
      continue;
    }
    const read = readLine(line, columns, headings, settings);
    if ('fault' in read) reject(running, { line: line.line, ...read.fault });
    else batch.push(read.given);
    if (batch.length === batchLength) {
      await takeBatch(running, batch);
      batch = [];
    }
  }
  if (batch.length) await takeBatch(running, batch);
  return report;
};
