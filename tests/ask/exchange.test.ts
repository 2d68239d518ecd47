import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportQuestions } from '../../server/ask/exchange/export.ts';
import { importQuestions } from '../../server/ask/exchange/import.ts';
import type { Site } from '../../server/core/people/sites/sites.ts';
import { createSite } from '../../server/core/people/sites/writes.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
let site: Site;
let folder: string;
beforeEach(async () => {
  server = await startTestServer({ settings: { languages: ['en', 'de'] } });
  site = (await server.ctx.sites.byId(server.site.id)) as Site;
  folder = mkdtempSync(join(tmpdir(), 'foyer-questions-'));
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, lines: readonly unknown[]): string => {
  const file = join(folder, name);
  writeFileSync(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return file;
};
const exported = async (of: Site): Promise<Record<string, unknown>[]> => {
  let text = '';
  await exportQuestions(server.ctx, of, async (part) => {
    text += part;
  });
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};
const take = (file: string, of = site, dryRun = false) => importQuestions(server.ctx, of, file, { dryRun });
const get = (path: string) => server.request('GET', path, { headers: { 'accept-language': 'en' } });

/** A question of another system: numbers for ids, and everything that a line can say. */
const made = (number: number) => ({
  id: number,
  title: `How do I do number ${number}?`,
  details: number % 3 ? '' : `It **stops** at ${number}.`,
  language: number % 5 ? 'en' : 'de',
  askedBy: `Reader ${number % 7}`,
  created: new Date(Date.UTC(2019, 0, 1) + number * 3_600_000).toISOString(),
  solved: number % 11,
  meToo: number % 4,
  duplicateOf: number % 50 === 7 ? number - 1 : null,
  phrasings: number % 10 ? [] : [`other words for ${number}`],
  formerPaths: [`/t/how-do-i/${number}`],
  answers: Array.from({ length: number % 3 }, (_, index) => ({
    id: index,
    body: `Answer ${index} to ${number}`,
    author: { name: `Helper ${index}`, kind: index ? 'visitor' : 'staff' },
    official: index === 0,
    helpful: number % 6,
    created: new Date(Date.UTC(2019, 1, 1) + number * 3_600_000).toISOString(),
  })),
});

test('a community of another system keeps its dates, votes and redirects, and twice is once', async () => {
  const count = 1_000;
  const file = write(
    'other.jsonl',
    Array.from({ length: count }, (_, number) => made(number)),
  );
  const dry = await take(file, site, true);
  expect([dry.added, dry.notes.rejected]).toEqual([count, []]);
  expect(await exported(site)).toEqual([]);
  const first = await take(file);
  expect([first.added, first.changed, first.notes.rejected]).toEqual([count, 0, []]);
  expect(first.answers).toBe(999);
  const again = await take(file);
  expect([again.added, again.changed, again.unchanged]).toEqual([0, 0, count]);

  const all = await exported(site);
  expect(all).toHaveLength(count);
  const eight = all.find(({ title }) => title === 'How do I do number 8?')!;
  expect(eight).toMatchObject({
    created: '2019-01-01T08:00:00.000Z',
    solved: 8,
    meToo: 0,
    askedBy: 'Reader 1',
    formerPaths: ['/t/how-do-i/8'],
    answers: [
      { body: 'Answer 0 to 8', official: true, helpful: 2, created: '2019-02-01T08:00:00.000Z' },
      { body: 'Answer 1 to 8', author: { name: 'Helper 1', kind: 'visitor', verified: false } },
    ],
  });
  // Old links lead on, those of a repeated question to where it is answered.
  const lead = await get('/sites/shop/from/t/how-do-i/8');
  expect([lead.status, lead.headers.get('location')]).toEqual([
    301,
    `/sites/shop/questions/${String(eight['id'])}/how-do-i-do-number-8?lang=en`,
  ]);
  const repeated = await get((await get('/sites/shop/from/t/how-do-i/57')).headers.get('location') ?? '');
  expect(repeated.headers.get('location')).toContain('how-do-i-do-number-56');
  expect((await get('/sites/shop/from/t/elsewhere')).status).toBe(404);
});

test('an export comes back equal on another site, under the same ids', async () => {
  await take(
    write(
      'other.jsonl',
      Array.from({ length: 120 }, (_, number) => made(number)),
    ),
  );
  const other = await createSite(server.ctx, { key: 'other', name: 'Other', origins: [] });
  const two = (await server.ctx.sites.byId(other!)) as Site;
  const before = await exported(site);
  const report = await take(write('own.jsonl', before), two);
  expect([report.added, report.notes.rejected]).toEqual([120, []]);
  expect(await exported(two)).toEqual(before);
});

test('what changed in the file changes here; what can’t be taken is listed, and the rest comes in', async () => {
  const [one, two] = [made(4), made(5)];
  await take(write('first.jsonl', [one, two]));
  const changed = { ...two, title: 'How do I do five?', answers: [{ ...two.answers[0]!, body: 'Better' }] };
  const file = write('second.jsonl', [
    one,
    changed,
    { ...made(6), created: 'yesterday' },
    { ...made(7), answers: [{ ...made(8).answers[0], body: ' ' }] },
    'not json',
    { ...made(9), title: 'Un\u0000clean' },
    one,
  ]);
  const report = await take(file);
  expect([report.added, report.changed, report.unchanged]).toEqual([1, 1, 1]);
  expect(report.notes.rejected.map(({ row }) => row)).toEqual(['line 3', 'line 4', 'line 5', 'line 7']);
  const all = await exported(site);
  expect(all.map(({ title }) => title)).toContain('How do I do five?');
  expect(JSON.stringify(all)).toContain('"Better"');
  expect(readFileSync(file, 'utf8')).not.toBe('');
});
