import { getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { coreFeatures } from '../../server/core/coreFeatures.ts';
import { serverFeatures } from '../../server/features.ts';
import * as tables from '../../server/tables.ts';
import { personalDataKinds } from '../../shared/core/people/personalDataKinds.ts';
import { told, words } from '../helpers/personalDataMap.ts';

test('every table and column says whether it holds personal data, and what exports and erases it', () => {
  const found = Object.fromEntries(
    Object.values(tables).flatMap((table) =>
      is(table, Table)
        ? [
            [
              getTableName(table),
              Object.keys(getTableColumns(table))
                .filter((column) => column !== 'siteId')
                .sort(),
            ],
          ]
        : [],
    ),
  );
  const named = Object.fromEntries(
    Object.entries(told).map(([name, { personal, other }]) => [
      name,
      [...words(personal), ...words(other)].sort(),
    ]),
  );
  expect(named).toEqual(found);
  for (const [name, { by, personal }] of Object.entries(told))
    expect(by === null, name).toBe(personal === '');
});

test('every kind of personal data is exported and erased by a feature, and is held by a table', () => {
  const registered = new Set(
    [...serverFeatures, ...coreFeatures].flatMap(({ personalData = [] }) =>
      personalData.map(({ kind }) => kind),
    ),
  );
  expect([...registered].sort()).toEqual([...personalDataKinds].sort());
  const held = new Set(Object.values(told).map(({ by }) => by));
  for (const kind of personalDataKinds) expect(held.has(kind), kind).toBe(true);
});
