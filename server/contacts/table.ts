import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import type { ContactFilter } from '../../shared/contacts/schema.ts';
import type { Context } from '../context.ts';
import { listLinkedPersons } from '../core/people/links/queries.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { type ContactPlace, pageOfContacts, visitorsBehind } from './queries/contacts.ts';
import { listLatestStages, listValues } from './queries/values.ts';
import { toRow } from './views.ts';

/** Contacts read at a time. */
const pageLength = 200;

async function* rowsOf(ctx: Context, site: Site, filter: ContactFilter) {
  const { attributes, stages } = site.settings.contacts;
  const linked = await listLinkedPersons(ctx, site.id);
  for (let after: ContactPlace | null = null; ; ) {
    const page: Awaited<ReturnType<typeof pageOfContacts>> = await pageOfContacts(
      ctx,
      site.id,
      filter,
      after,
      pageLength,
      linked,
    );
    const behind = await visitorsBehind(
      ctx,
      site.id,
      page.map(({ row }) => row),
    );
    const everybody = [...behind.values()].flat();
    const allValues = await listValues(ctx, { siteId: site.id, visitors: everybody });
    const allStages = await listLatestStages(ctx, site.id, everybody);
    for (const { row, open } of page) {
      const theirs = new Set(behind.get(row.id));
      const values = allValues.filter(({ visitorId }) => theirs.has(visitorId));
      const stage = allStages.find(({ visitorId }) => theirs.has(visitorId));
      const view = toRow(row, open);
      yield [
        view.name,
        view.email,
        view.emailVerified ? 'yes' : 'no',
        view.group,
        row.subject,
        view.language,
        new Date(view.firstSeenAt).toISOString(),
        new Date(view.seenAt).toISOString(),
        view.open,
        stages.find(({ id }) => id === stage?.stageId)?.name ?? '',
        ...attributes.map(({ id }) => values.find(({ attributeId }) => attributeId === id)?.value ?? ''),
        view.id,
      ];
    }
    const last = page.at(-1);
    if (!last || page.length < pageLength) return;
    after = { seenAt: last.row.seenAt, id: last.row.id };
  }
}

/**
 * Streams contacts as a table for a spreadsheet (RFC 4180): no more than a page is in memory. What a spreadsheet would
 * take for a formula gets an apostrophe before it.
 */
export const streamTable = (ctx: Context, site: Site, filter: ContactFilter): ReadableStream<Uint8Array> =>
  Readable.toWeb(
    Readable.from(rowsOf(ctx, site, filter)).compose(
      stringify({
        bom: true,
        header: true,
        columns: [
          'name',
          'email',
          'email verified',
          'known by',
          'customer ID',
          'language',
          'first seen',
          'last seen',
          'open conversations',
          'stage',
          ...site.settings.contacts.attributes.map(({ name }) => name),
          'id',
        ],
        escape_formulas: true,
        record_delimiter: 'windows',
      }),
    ),
  ) as ReadableStream<Uint8Array>;
