/* Builds everything into dist/: the widget's modules, the loader that names them, the server. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { bundles } from './entries.mjs';
import { writeEntryManifest } from './manifest.mjs';
import { fingerprintSources, isBuilt, stampFile } from './stamp.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Packs once, as small as it gets, what would otherwise be packed at every start. */
const pack = (folder) => {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (/\.(?:js|css|html|svg|json|txt)$/.test(file))
      writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
  }
};

/** Folders that are copied as they are, by where they lie in what is built. */
export const copies = {
  'server/migrations': 'server/migrations',
  'widget/types': 'types',
  'demo-site': 'demo-site',
};

/** @param {{ logLevel?: 'info' | 'warn' }} [options] */
export const buildAll = async ({ logLevel = 'warn' } = {}) => {
  process.chdir(root);
  const stamp = fingerprintSources();
  rmSync(stampFile, { force: true });
  rmSync('dist/widget', { recursive: true, force: true });
  for (const { name } of bundles) await build({ mode: name, logLevel });
  writeEntryManifest('dist/widget');
  for (const [from, to] of Object.entries(copies)) cpSync(from, join('dist', to), { recursive: true });
  // In a process of its own: it runs the server that was just built.
  execFileSync(process.execPath, ['server/client/build.mjs'], { stdio: 'inherit' });
  for (const folder of ['dist/widget', 'dist/demo-site']) pack(folder);
  mkdirSync('dist', { recursive: true });
  writeFileSync(stampFile, stamp);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const onlyIfStale = process.argv.includes('--if-stale');
  if (!onlyIfStale || !isBuilt()) await buildAll({ logLevel: onlyIfStale ? 'warn' : 'info' });
}
