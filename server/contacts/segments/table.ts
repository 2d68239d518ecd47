import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import { groupsOf } from '../../../shared/contacts/segments/fields.ts';
import type { SegmentRule } from '../../../shared/contacts/segments/schema.ts';
import type { Context } from '../../context.ts';
import { toRow } from '../views.ts';
import { pageOfMembers, reasonsOf } from './queries/members.ts';

/** Contacts read at a time. */
const pageLength = 200;

async function* rowsOf(ctx: Context, siteId: string, rule: SegmentRule) {
  for (let after = ''; ; ) {
    const page = await pageOfMembers(ctx, siteId, rule, after, pageLength);
    const reasons = await reasonsOf(ctx, siteId, rule, page);
    for (const { row, traits } of page) {
      const view = toRow(row, traits.open);
      yield [
        view.name,
        view.email,
        view.emailVerified ? 'yes' : 'no',
        view.language,
        new Date(traits.lastAt).toISOString(),
        ...(reasons.get(row.id)?.why ?? []),
        view.id,
      ];
    }
    const last = page.at(-1);
    if (!last || page.length < pageLength) return;
    after = last.row.id;
  }
}

/** Streams a segment as a table for a spreadsheet (RFC 4180), a page at a time, with what decided about each. */
export const streamMembers = (ctx: Context, siteId: string, rule: SegmentRule): ReadableStream<Uint8Array> =>
  Readable.toWeb(
    Readable.from(rowsOf(ctx, siteId, rule)).compose(
      stringify({
        bom: true,
        header: true,
        columns: [
          'name',
          'email',
          'email verified',
          'language',
          'last activity',
          ...groupsOf(rule)
            .flat()
            .map(({ name }, place) => `${place + 1} ${name}`),
          'id',
        ],
        escape_formulas: true,
        record_delimiter: 'windows',
      }),
    ),
  ) as ReadableStream<Uint8Array>;
