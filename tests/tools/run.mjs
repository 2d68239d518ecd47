/* Runs a TypeScript program of the tests: bundles it with what is in the repository, packages stay where they are. */
import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [file, ...rest] = process.argv.slice(2);
const folder = join(root, '.tmp', `run-${process.pid}`);
mkdirSync(folder, { recursive: true });
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await build({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  // Paths are found from the program's own place.
  plugins: [
    {
      name: 'source-url',
      transform: (code, id) =>
        id.endsWith('.ts')
          ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
          : null,
    },
  ],
  build: {
    ssr: true,
    target: 'node20',
    outDir: folder,
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { input: join(root, file), output: { entryFileNames: 'program.mjs' } },
  },
});
process.argv.splice(1, process.argv.length, join(root, file), ...rest);
process.title = basename(file);
await import(pathToFileURL(join(folder, 'program.mjs')).href);
