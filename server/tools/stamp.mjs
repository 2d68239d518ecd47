/* Tells whether dist/ was built from the sources as they are. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const stampFile = join(root, 'dist', '.built-from');

const sources = ['shared', 'server', 'widget', 'demo-site', 'package.json', 'vite.config.ts'];

/** A digest of every source file's content. */
export const fingerprintSources = () => {
  const hash = createHash('sha256');
  const add = (path) => {
    const absolute = join(root, path);
    if (path.endsWith('node_modules') || !existsSync(absolute)) return;
    if (statSync(absolute).isDirectory())
      for (const name of readdirSync(absolute).sort()) add(join(path, name));
    else hash.update(path).update(readFileSync(absolute));
  };
  for (const source of sources) add(source);
  return hash.digest('hex');
};

export const isBuilt = () =>
  existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprintSources();
