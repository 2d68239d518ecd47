/* Checks the types of every folder; each has its own surroundings (DOM, Node, neither), so each is a program of its own
 * and they run side by side. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const check = async (project) => {
  const compiler = spawn('npx', ['tsc', '-p', project], { stdio: 'inherit' });
  const [status] = await once(compiler, 'close');
  return status === 0;
};

const fine = await Promise.all(['shared', 'server', 'widget', 'tests'].map(check));
if (fine.includes(false)) process.exit(1);
console.log('types: fine');
