/* Checks the types of every folder; each has its own surroundings (DOM, Node, neither). */
import { spawnSync } from 'node:child_process';

let failed = false;
for (const project of ['shared', 'server', 'widget', 'tests']) {
  const { status } = spawnSync('npx', ['tsc', '-p', project], { stdio: 'inherit' });
  failed ||= status !== 0;
}
if (!failed) console.log('types: fine');
process.exit(failed ? 1 : 0);
