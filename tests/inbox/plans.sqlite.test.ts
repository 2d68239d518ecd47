import { afterAll, beforeAll, expect, test } from 'vitest';
import { countQuery, pageQuery } from '../../server/inbox/queries/lists.ts';
import { sqliteSearch } from '../../server/inbox/queries/messageSearch.ts';
import { sorts, type View } from '../../shared/inbox/schema.ts';
import { newId, startTestServer, type TestServer } from '../helpers/server.ts';

/*
 * How SQLite runs the inbox's queries: a page of any view in any order is a range of one index, read in its order. A
 * query that scans or sorts would pass every other test, and be slow among a hundred thousand.
 */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const views: View[] = [
  'waiting',
  'mine',
  'unassigned',
  'all',
  'mentions',
  'snoozed',
  'closed',
  'held',
  'kind:chat',
  `label:${newId()}`,
  `team:${newId()}`,
];

const planOf = async (sql: string, params: unknown[]): Promise<string[]> =>
  (await server.ctx.database.raw<{ detail: string }>(`explain query plan ${sql}`, params)).map(
    ({ detail }) => detail,
  );

const expectIndexed = (plan: string[], what: string): void => {
  expect(plan.join('\n'), what).not.toMatch(/TEMP B-TREE/);
  // A sub-select that an index has filled may be read through.
  for (const step of plan.filter((line) => /^(?:SCAN|SEARCH)/.test(line)))
    expect(step, what).toMatch(/^SEARCH .* USING .*INDEX|^SCAN counted|^SCAN \(subquery/);
};

test.each(views)('a page of %s is read from an index, in its order', async (view) => {
  for (const sort of sorts)
    for (const after of [null, { key: 1_000, id: newId() }]) {
      const query = pageQuery(server.ctx.database, server.site.id, {
        view,
        sort,
        staffId: newId(),
        after,
        limit: 51,
      });
      const { sql, params } = query.toSQL();
      const plan = await planOf(sql, params);
      expectIndexed(plan, `${view} by ${sort}`);
      // All of what names the view is in the index: nothing is read to be thrown away.
      const depth =
        { all: 3, snoozed: 3, closed: 3, held: 3 }[view as 'all'] ?? (view === 'mentions' ? 2 : 4);
      expect(plan[0]!.match(/\w+=\?/g)?.length, `${view} by ${sort}: ${plan[0]}`).toBeGreaterThanOrEqual(
        depth,
      );
    }
});

test.each(views)('%s is counted in an index alone', async (view) => {
  const { sql, params } = countQuery(server.ctx.database, server.site.id, view, newId()).toSQL();
  const plan = await planOf(sql, params);
  expectIndexed(plan, view);
  if (view !== 'closed') expect(plan.join('\n')).toMatch(/COVERING INDEX/);
});

test('a search reads the full text from its end, and rows by their keys', async () => {
  const plan = await planOf(sqliteSearch, ['"word"', 10]);
  expect(plan.join('\n')).not.toMatch(/TEMP B-TREE/);
  expect(plan.join('\n')).toMatch(/SCAN message_texts VIRTUAL TABLE INDEX/);
  expect(plan.join('\n')).toMatch(/SEARCH r USING INTEGER PRIMARY KEY/);
  expect(plan.join('\n')).toMatch(/SEARCH m USING INDEX messages_id/);
});
