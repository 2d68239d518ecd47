import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const skipped = new Set(['node_modules', 'dist', 'data', 'coverage', '.git', '.tmp']);

/** Every file that looks like a test, wherever it lies. */
const testFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(path);
    return /[.-](?:test|spec)\.\w+$/.test(entry.name) ? [relative(root, path).split(sep).join('/')] : [];
  });

test('every test file of the repository runs in some project', () => {
  const { VITEST: _, ...environment } = process.env;
  const listed = execFileSync('npx', ['vitest', 'list', '--filesOnly', '--json'], {
    cwd: root,
    encoding: 'utf8',
    env: environment,
  });
  const files = JSON.parse(listed) as { file: string }[];
  const running = new Set(files.map(({ file }) => relative(root, file).split(sep).join('/')));
  const forgotten = testFiles(root).filter((file) => !running.has(file));
  expect(forgotten, 'see tests/projects.ts for how a test file is named').toEqual([]);
});
