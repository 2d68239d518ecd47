import { stringify } from 'csv-stringify/sync';
import type { FactsQuery } from '../../shared/reports/schema.ts';
import { type FactKind, factKinds } from '../../shared/core/facts/kinds.ts';
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import type { Site } from '../core/people/sites/sites.ts';
import type { FactRow } from './dayFacts.ts';
import { createCalendar, daysOf, instantsOf, plusDays } from './days.ts';
import { listFactsOfKind } from './queries.ts';
import type { Asker } from './report.ts';

/** Days of one export: a file of a busy year is some gigabytes, and programs ask for a day at a time. */
const maxDays = 92;
/** Facts read at a time. */
const pageLength = 2_000;

/**
 * A fact as other programs read it. Fields are a promise: there come new ones at the end, and none changes its meaning.
 */
const exported = (fact: FactRow, day: string, { staffId, seesPeople }: Asker) => ({
  id: fact.place,
  day,
  at: new Date(fact.at).toISOString(),
  kind: fact.kind,
  subject: fact.subjectId,
  channel: fact.channel,
  team: fact.teamId,
  person: seesPeople || fact.staffId === staffId ? fact.staffId : null,
  language: fact.language,
  value: fact.value,
  clock: fact.clock,
  state: fact.state,
});

const columns = Object.keys(exported({ at: 0 } as FactRow, '', { staffId: '', seesPeople: false }));

const toJsonLines = (rows: object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const toCsv = (rows: object[]): string =>
  stringify(rows, { columns, escape_formulas: true, record_delimiter: 'windows' });

/** Pages of facts of some days, by kind and then by time: an order that the rows behind a number are found in, too. */
async function* pagesOf(ctx: Context, site: Site, { from, until }: FactsQuery, asker: Asker) {
  const { zone } = site.settings.hours;
  const calendar = createCalendar(zone);
  for (let day = from; day <= until; day = plusDays(day, 1)) {
    const time = instantsOf(day, day, zone);
    for (const kind of factKinds satisfies readonly FactKind[]) {
      let after: FactRow | undefined;
      do {
        const rows: FactRow[] = await listFactsOfKind(ctx, site.id, kind, time, after, pageLength);
        if (rows.length) yield rows.map((row) => exported(row, calendar(row.at).day, asker));
        after = rows.length < pageLength ? undefined : rows.at(-1);
      } while (after);
    }
  }
}

/**
 * Streams facts to whoever reads them: no more than a page is in memory, and a slow reader is waited for.
 * @throws Failure `invalid` for a time that ends before it begins, or is too long
 */
export const exportFacts = (
  ctx: Context,
  site: Site,
  query: FactsQuery,
  asker: Asker,
): ReadableStream<Uint8Array> => {
  const days = daysOf(query.from, query.until);
  if (days < 1)
    throw new Failure('invalid', 'The end is before the start.', { fields: { until: 'invalid' } });
  if (days > maxDays)
    throw new Failure('invalid', `An export covers at most ${maxDays} days.`, {
      fields: { until: 'too_many' },
    });
  const encoder = new TextEncoder();
  const pages = pagesOf(ctx, site, query, asker);
  let isBegun = false;
  return new ReadableStream(
    {
      async pull(controller) {
        if (!isBegun && query.format === 'csv') {
          isBegun = true;
          return controller.enqueue(encoder.encode(`${columns.join(',')}\r\n`));
        }
        const { value, done } = await pages.next();
        if (done) return controller.close();
        controller.enqueue(encoder.encode(query.format === 'csv' ? toCsv(value) : toJsonLines(value)));
      },
      async cancel() {
        await pages.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
};
