import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../server/core/people/sites/sites.ts';
import { seedDemo } from '../../server/seed/seed.ts';
import { exportSite } from '../../server/transfer/exportSite.ts';
import { importSite } from '../../server/transfer/importSite.ts';
import { left, moved, tableNames } from '../../server/transfer/tables.ts';
import { listContacts } from '../../shared/contacts/routes.ts';
import { searchInbox } from '../../shared/inbox/routes.ts';
import { publicUrl, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
let folder: string;
let demo: Site;
beforeAll(async () => {
  server = await startTestServer();
  await seedDemo(server.ctx);
  demo = (await server.ctx.sites.byKey('demo'))!;
  folder = mkdtempSync(join(tmpdir(), 'foyer-transfer-'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const path = (name: string): string => join(folder, name);
const linesOf = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
const logIn = async (): Promise<string> => {
  const reply = await server.request('POST', '/api/staff/login', {
    body: { email: 'mara@kettleandcrane.example', password: 'kettle-and-crane' },
    headers: { origin: publicUrl },
  });
  expect(reply.status).toBe(200);
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
};

test('every table either moves with a site or is named with the reason why not', () => {
  const names = moved.map(({ name }) => name);
  expect([...names, ...Object.keys(left)].sort()).toEqual([...tableNames].sort());
  for (const { name, key } of moved) expect(key.length, name).toBeGreaterThan(0);
});

test('a site comes back equal, under another key, with its files, and is searched', async () => {
  const report = await exportSite(server.ctx, demo, path('demo.jsonl'));
  expect(report.rows).toBeGreaterThan(500);
  expect(report.missing).toEqual([]);
  expect(statSync(path('demo.jsonl')).mode & 0o777).toBe(0o600);

  const taken = await importSite(server.ctx, path('demo.jsonl'), 'copy');
  expect(taken).toEqual({ site: 'copy', rows: report.rows, files: report.files, people: [] });
  const copy = (await server.ctx.sites.byKey('copy'))!;
  await exportSite(server.ctx, copy, path('copy.jsonl'));
  const [before, ...rows] = linesOf(path('demo.jsonl'));
  const [after, ...copied] = linesOf(path('copy.jsonl'));
  expect(copied).toEqual(rows);
  const { site, ...head } = before as { site: { settings: object } };
  expect(after).toEqual({
    ...head,
    exportedAt: expect.any(String),
    site: { ...site, key: 'copy', settings: expect.anything() },
  });
  expect(Object.keys((after as { site: { settings: object } }).site.settings)).toEqual(
    Object.keys(site.settings),
  );

  // Whoever had a role there has it here.
  const cookie = await logIn();
  const inCopy = { cookie, path: { site: copy.id } };
  const people = await server.call(listContacts, { ...inCopy });
  expect(people.body.contacts.length).toBeGreaterThan(10);
  const first = rows.find((row) => (row as { table?: string }).table === 'messages') as {
    row: { body: string };
  };
  const word = /\p{L}{6,}/u.exec(first.row.body)![0];
  const found = await server.call(searchInbox, { ...inCopy, query: { q: word } as never });
  expect(found.body.results.length).toBeGreaterThan(0);
});

test('a file that can’t be taken leaves nothing behind', async () => {
  const text = readFileSync(path('demo.jsonl'), 'utf8');
  const [head = '', ...rest] = text.trimEnd().split('\n');
  const elsewhere = head.replaceAll('@kettleandcrane.example', '@elsewhere.example');
  const before = await server.ctx.database.raw<{ n: number }>('select count(*) as n from staff', []);
  const broken: [file: string, reason: RegExp][] = [
    ['', /the file is empty/],
    ['{"foyer":"site","version":99}', /the first line doesn’t describe/],
    [
      [elsewhere, ...rest, '{"table":"sites","row":{}}'].join('\n'),
      /line \d+ isn’t what this version writes/,
    ],
    [[elsewhere, ...rest, '{"table":"labels","row":{"id":1}}'].join('\n'), /isn’t what this version writes/],
    [`${[elsewhere, ...rest].join('\n')}\n{"table":"lab`, /line \d+/],
    [head.replace('"languages":["', '"languages":["no tag'), /settings aren’t valid here/],
  ];
  for (const [file, reason] of broken) {
    writeFileSync(path('broken.jsonl'), file);
    await expect(importSite(server.ctx, path('broken.jsonl'), 'broken')).rejects.toThrow(reason);
    expect(await server.ctx.sites.byKey('broken')).toBeNull();
  }
  await expect(importSite(server.ctx, path('demo.jsonl'))).rejects.toThrow(/already taken/);
  expect(await server.ctx.database.raw('select count(*) as n from staff', [])).toEqual(before);
});

test('colleagues who aren’t there are made without a way in, and what they wrote is theirs', async () => {
  const text = readFileSync(path('demo.jsonl'), 'utf8');
  const [head = '', ...rest] = text.trimEnd().split('\n');
  const other = JSON.parse(head) as { staff: { id: string; email: string; name: string }[] };
  const mara = other.staff.find(({ email }) => email.startsWith('mara@'))!;
  writeFileSync(
    path('other.jsonl'),
    [head.replace(mara.email, 'mara@elsewhere.example'), ...rest].join('\n'),
  );
  const { people } = await importSite(server.ctx, path('other.jsonl'), 'other');
  expect(people).toEqual(['mara@elsewhere.example']);
  const site = (await server.ctx.sites.byKey('other'))!;
  await exportSite(server.ctx, site, path('again.jsonl'));
  const [after] = linesOf(path('again.jsonl')) as [typeof other];
  const made = after.staff.find(({ email }) => email === 'mara@elsewhere.example')!;
  expect(made.id).not.toBe(mara.id);
  expect(readFileSync(path('again.jsonl'), 'utf8')).not.toContain(mara.id);
});
