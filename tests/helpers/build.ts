import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const build = fileURLToPath(new URL('../../server/tools/build.mjs', import.meta.url));

/**
 * Before any test: what the browser and the process tests use is built from the sources as they are, in a process of
 * its own (Vite reads another configuration inside of Vitest). FOYER_NO_BUILD=1 runs with what is there.
 */
export default function buildOnce(): void {
  const { VITEST: _, NODE_ENV: __, ...environment } = process.env;
  if (environment['FOYER_NO_BUILD']) return;
  execFileSync(process.execPath, [build, '--if-stale'], { stdio: 'inherit', env: environment });
}
