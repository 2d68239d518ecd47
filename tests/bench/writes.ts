import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDisk } from './disk.ts';
import { reportDurableWrites } from './durableWrites.ts';
import { closeGoals } from './goals.ts';
import { seconds, turns } from './load.ts';
import { type Program, startProgram } from './process.ts';

/*
 * Acknowledged messages a second with full durability, beside a bare Hono and better-sqlite3 handler with one commit a
 * request and one with group commit, in the same run. Usage: npm run bench:writes -- [seconds a measurement]
 */

const folder = mkdtempSync(join(tmpdir(), 'foyer-writes-'));
const disk = makeDisk(folder);
const environment = { DATA_DIR: folder, ...disk?.environment };
const programs: Program[] = [];
try {
  const ours = await startProgram('foyer', environment);
  const bare = await startProgram('bare', environment);
  programs.push(ours, bare);
  console.log(`${seconds} s a measurement, median of ${turns} turns, load generator on the same machine`);
  await reportDurableWrites(ours, bare, 'bench', disk);
} finally {
  await Promise.all(programs.map((program) => program.stop()));
  rmSync(folder, { recursive: true, force: true });
}
closeGoals();
