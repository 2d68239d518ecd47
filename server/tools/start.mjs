/* `npm start`: builds when the sources changed since the last build, then serves with the demo company. */
import { isBuilt } from './stamp.mjs';

if (!isBuilt()) {
  const { buildAll } = await import('./build.mjs');
  console.log('Building …');
  await buildAll();
}
process.argv.splice(2, process.argv.length, 'serve', '--demo', ...process.argv.slice(2));
await import('../../dist/server/foyer.js');
