import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportQuestions } from '../../server/ask/exchange/export.ts';
import { importQuestions } from '../../server/ask/exchange/import.ts';
import type { Site } from '../../server/core/people/sites/sites.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';

/* A community as large as the largest that move here: once in, nothing of it is lost, and the second time is none. */

const count = 20_000;
let server: TestServer;
let site: Site;
let folder: string;
beforeAll(async () => {
  server = await startTestServer({ settings: { languages: ['en', 'de'] } });
  site = (await server.ctx.sites.byId(server.site.id)) as Site;
  folder = mkdtempSync(join(tmpdir(), 'foyer-community-'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const idOf = (number: number, kind: 'a' | 'b'): string =>
  `0190${kind}000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const at = (number: number, year: number): string =>
  new Date(Date.UTC(year, 0, 1) + number * 1_800_000).toISOString();

/** A question as `export-questions` writes one. */
const made = (number: number) => ({
  id: idOf(number, 'a'),
  title: `How is part ${number} fitted?`,
  details: number % 3 ? '' : `It **rattles** at ${number}.`,
  language: number % 5 ? 'en' : 'de',
  askedBy: `Reader ${number % 97}`,
  created: at(number, 2017),
  updated: at(number, 2018),
  solved: number % 41,
  meToo: number % 13,
  duplicateOf: number % 500 === 7 ? idOf(number - 1, 'a') : null,
  formerPaths: [`/t/part/${number}`],
  answers: Array.from({ length: number % 3 }, (_, index) => ({
    id: idOf(number * 3 + index, 'b'),
    body: `Answer ${index} to part ${number}.`,
    author: { name: `Helper ${index}`, kind: index ? 'visitor' : 'staff' },
    official: index === 0,
    helpful: number % 23,
    created: at(number, 2019),
  })),
});
type Made = ReturnType<typeof made>;

const writeLines = async (file: string): Promise<void> => {
  const out = createWriteStream(file);
  for (let number = 0; number < count; number++)
    if (!out.write(`${JSON.stringify(made(number))}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
};

const linesOf = async function* (file: string) {
  for await (const line of createInterface(createReadStream(file))) yield JSON.parse(line) as Made;
};

test('20,000 questions keep ids, dates, votes and old addresses, and twice is once', {
  timeout: 240_000,
}, async () => {
  const file = join(folder, 'in.jsonl');
  await writeLines(file);
  const first = await importQuestions(server.ctx, site, file, { dryRun: false });
  expect(first).toMatchObject({ added: count, changed: 0, unchanged: 0, answers: 19_999 });
  expect(first.notes.rejected).toEqual([]);
  const again = await importQuestions(server.ctx, site, file, { dryRun: false });
  expect(again).toMatchObject({ added: 0, changed: 0, unchanged: count });

  const back = join(folder, 'out.jsonl');
  const out = createWriteStream(back);
  await exportQuestions(server.ctx, site, async (text) => {
    if (!out.write(text)) await once(out, 'drain');
  });
  out.end();
  await once(out, 'finish');
  let seen = 0;
  for await (const question of linesOf(back)) {
    const wanted = made(Number.parseInt(question.id.slice(-12), 16));
    expect(question).toMatchObject({ ...wanted, answers: wanted.answers.map(({ id }) => ({ id })) });
    for (const [place, answer] of wanted.answers.entries()) {
      const kept = question.answers[place];
      if (kept?.helpful !== answer.helpful || kept.created !== answer.created || kept.body !== answer.body)
        expect(kept).toMatchObject(answer);
    }
    seen++;
  }
  expect(seen).toBe(count);

  for (const number of [0, 507, 19_999]) {
    const lead = await server.request('GET', `/sites/shop/from/t/part/${number}`, {
      headers: { 'accept-language': 'en' },
    });
    expect([lead.status, lead.headers.get('location')]).toEqual([
      301,
      expect.stringContaining(`/questions/${idOf(number, 'a')}/how-is-part-${number}-fitted`),
    ]);
  }
});
