import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../server/core/clock.ts';
import { createSite } from '../../server/core/people/sites/writes.ts';
import { migrate, readMigrations } from '../../server/core/db/migrate.ts';
import { openSqlite } from '../../server/core/db/sqlite.ts';
import { composeSiteSettings, settingsParts } from '../../shared/siteSettings.ts';
import { closeGoals, fail, judge } from './goals.ts';
import { head, pair, row, seconds, turns } from './load.ts';
import { insertHelpCentre } from './helpCentreData.ts';
import { percentile, type Program, startProgram } from './process.ts';

/*
 * Public pages of a help centre with 100,000 questions: home, a question with 30 answers, an article, a search. Warm beside
 * a bare Hono handler that sends the same bytes in the same run; cold (rendered for this reader), with every address
 * asked once. Usage: npm run bench:pages -- [seconds a measurement] [documents]
 */

const documents = Number(process.argv[3] ?? 100_000);
/** Cold readings of each page. */
const rounds = 200;
const key = 'bench';

const folder = mkdtempSync(join(tmpdir(), 'foyer-pages-'));
const programs: Program[] = [];

/** Makes the site with its documents before a server has it. */
const fill = async () => {
  const database = openSqlite(join(folder, 'foyer.sqlite'), systemClock);
  await migrate(database, readMigrations('server/migrations', 'sqlite'), async () => {});
  const settings = composeSiteSettings(settingsParts);
  const site = await createSite(
    { database, clock: systemClock, settings },
    { key, name: 'Bench', origins: [] },
  );
  if (site === null) throw new Error('the site was there before');
  const made = insertHelpCentre(database.client, site, documents);
  await database.close();
  return made;
};

/** The time of one reply, milliseconds, with what it held. */
const read = async (url: string): Promise<{ time: number; body: string; tag: string | null }> => {
  const start = performance.now();
  const reply = await fetch(url);
  const body = await reply.text();
  const time = performance.now() - start;
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
  return { time, body, tag: reply.headers.get('etag') };
};

/** Waits until the index answers, whose replies have a tag: the database's full text does so until then. */
const indexed = async (url: string): Promise<void> => {
  const begin = performance.now();
  while (!(await read(url)).tag) {
    if (performance.now() - begin > 300_000) throw new Error('the index was not built within five minutes');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};

try {
  const { question, article, titles } = await fill();
  const ours = await startProgram('foyer', { DATA_DIR: folder });
  const bare = await startProgram('bare', { DATA_DIR: folder });
  programs.push(ours, bare);
  const base = `${ours.url}/sites/${key}`;
  const searchFor = (title: string): string =>
    `${base}/questions?lang=en&q=${encodeURIComponent(title.split(' ').slice(0, 4).join(' '))}`;
  const pages = {
    home: `${base}?lang=en`,
    'question with 30 answers': `${base}/questions/${question}?lang=en`,
    article: `${base}/articles/${article}?lang=en`,
    search: searchFor(titles[0] ?? ''),
  };
  await indexed(pages.search);

  console.log(
    `${documents} questions; cold: ${rounds} replies, one at a time, of pages that nobody had asked for\n`,
  );
  for (const [name, url] of Object.entries(pages)) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const title = titles[round + 1];
      // Another address each time: none of them is in the cache.
      const cold = name === 'search' && title ? searchFor(title) : `${url}&cold=${round}`;
      times.push((await read(cold)).time);
    }
    const [middle, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
    const verdict =
      name === 'search' ? judge('cold search p95', p95, { atMost: 60, noise: 0.15, unit: ' ms' }) : '';
    console.log(
      `cold ${name.padEnd(28)} median ${middle.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms   ${verdict}`,
    );
  }

  console.log(
    `\nwarm: ${seconds} s a measurement, median of ${turns} turns, 10 connections, load generator on the same machine\n`,
  );
  head();
  for (const [name, url] of Object.entries(pages)) {
    const { body } = await read(url);
    if (name === 'search' && !body.includes('<mark>')) fail('search: nothing was found');
    await (await fetch(`${bare.url}/page`, { method: 'PUT', body })).arrayBuffer();
    row(name, ...(await pair({ url }, { url: `${bare.url}/page` })), { atLeast: 0.7, noise: 0.1 });
  }
} finally {
  await Promise.all(programs.map((program) => program.stop()));
  rmSync(folder, { recursive: true, force: true });
}
closeGoals();
