import { stringify } from 'csv-stringify/sync';
import { groupOf } from '../../shared/nps/groups.ts';
import type { ResponseRow } from './queries.ts';

/**
 * Answers as a table for a spreadsheet (RFC 4180), with a mark that tells Excel that it is UTF-8. What a spreadsheet
 * would take for a formula gets an apostrophe before it.
 */
export const tableOf = (rows: readonly (ResponseRow & { name: string })[]): string =>
  stringify(
    rows.map((row) => [
      new Date(row.at).toISOString(),
      row.score,
      groupOf(row.score),
      row.text,
      row.language,
      row.page,
      row.source,
      row.name,
      row.labels.join(', '),
      Object.entries(row.attributes)
        .map(([name, value]) => `${name}: ${value}`)
        .join('; '),
      row.id,
    ]),
    {
      bom: true,
      header: true,
      columns: [
        'time',
        'score',
        'group',
        'words',
        'language',
        'page',
        'source',
        'name',
        'labels',
        'attributes',
        'id',
      ],
      escape_formulas: true,
      record_delimiter: 'windows',
    },
  );
