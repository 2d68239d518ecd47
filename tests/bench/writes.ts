import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDisk } from './disk.ts';
import { reportDurableWrites, reportFactCost } from './durableWrites.ts';
import { closeGoals } from './goals.ts';
import { seconds, turns } from './load.ts';
import { type Program, startProgram } from './process.ts';

/*
 * Acknowledged messages a second with full durability, beside a bare Hono and better-sqlite3 handler with one commit a
 * request and one with group commit, in the same run; and beside our own server without the facts that reports count.
 * Usage: npm run bench:writes -- [seconds a measurement]
 */

const folder = mkdtempSync(join(tmpdir(), 'foyer-writes-'));
const disk = makeDisk(folder);
const environment = { DATA_DIR: folder, ...disk?.environment };
const programs: Program[] = [];
try {
  const ours = await startProgram('foyer', environment);
  const bare = await startProgram('bare', environment);
  const without = await startProgram(
    'foyer',
    { ...environment, DATA_DIR: join(folder, 'without') },
    '--without-facts',
  );
  programs.push(ours, bare, without);
  console.log(`${seconds} s a measurement, median of ${turns} turns, load generator on the same machine`);
  await reportDurableWrites(ours, bare, 'bench', disk);
  await reportFactCost(ours, without, 'bench');
} finally {
  await Promise.all(programs.map((program) => program.stop()));
  rmSync(folder, { recursive: true, force: true });
}
closeGoals();
