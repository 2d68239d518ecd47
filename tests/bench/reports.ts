import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate, readMigrations } from '../../server/core/db/migrate.ts';
import { openSqlite } from '../../server/core/db/sqlite.ts';
import { systemClock } from '../../server/core/clock.ts';
import { makeSiteReport } from '../../server/reports/report.ts';
import { rollUp } from '../../server/reports/rollUp.ts';
import { newId } from '../../shared/core/ids.ts';
import { startTestServer } from '../helpers/server.ts';
import { closeGoals, judge } from './goals.ts';
import { insertMadeFacts } from './reportFacts.ts';

/*
 * The report of a month with a million facts on SQLite, against the month before with a quarter of that: cold (nothing of
 * it in memory) and warm. Usage: npm run bench:reports -- [facts]
 */

const count = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'foyer-reports-'));
const file = join(folder, 'foyer.sqlite');
const migrations = fileURLToPath(new URL('../../server/migrations', import.meta.url));
const size = (): number => statSync(file).size;

const p95 = (times: number[]): number =>
  times.sort((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1] ?? 0;

const measure = async (times: number, work: (round: number) => Promise<unknown>): Promise<number> => {
  const taken: number[] = [];
  for (let round = 0; round < times; round++) {
    const start = performance.now();
    await work(round);
    taken.push(performance.now() - start);
  }
  return p95(taken);
};

const database = openSqlite(file, systemClock);
await migrate(database, readMigrations(migrations, 'sqlite'), async () => {});
const server = await startTestServer({ overrides: { database } });
try {
  const { ctx, site } = server;
  const [staff, teams] = [12, 4].map((n) => Array.from({ length: n }, () => newId()));
  const made = { siteId: site.id, staff: staff ?? [], teams: teams ?? [] };
  database.client.pragma('wal_checkpoint(truncate)');
  const empty = size();
  const [before, from, until] = [Date.UTC(2026, 0, 1), Date.UTC(2026, 1, 1), Date.UTC(2026, 2, 1)];
  insertMadeFacts(database.client, { ...made, count: count / 4, from: before, until: from });
  insertMadeFacts(database.client, { ...made, count, from, until });
  database.client.pragma('wal_checkpoint(truncate)');
  const facts = count * 1.25;
  console.log(`${facts} facts: ${Math.round((size() - empty) / facts)} bytes each, with their indexes`);
  const start = performance.now();
  await rollUp(ctx, site);
  const rolled = performance.now() - start;
  database.client.pragma('wal_checkpoint(truncate)');
  console.log(
    `counted into days in ${Math.round(rolled)} ms: ${Math.round((rolled * 1_000) / facts)} µs each`,
  );

  const query = {
    from: '2026-02-01',
    until: '2026-02-28',
    beforeFrom: '2026-01-01',
    beforeUntil: '2026-01-31',
  };
  const asker = { staffId: staff?.[0] ?? '', seesPeople: true };
  const cold = await measure(20, () => {
    // What is at hand is kept by database.
    const fresh = { ...ctx, database: { ...database } };
    return makeSiteReport(fresh, site, query, asker);
  });
  console.log(
    `cold p95 ${cold.toFixed(1)} ms; ${judge('cold', cold, { atMost: 300, noise: 0.1, unit: ' ms' })}`,
  );
  const warm = await measure(200, () => makeSiteReport(ctx, site, query, asker));
  console.log(
    `warm p95 ${warm.toFixed(1)} ms; ${judge('warm', warm, { atMost: 30, noise: 0.1, unit: ' ms' })}`,
  );
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
closeGoals();
