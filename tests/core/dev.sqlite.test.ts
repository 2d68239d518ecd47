import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'foyer-dev-'));
const { VITEST: _, NODE_ENV: __, DATABASE_URL: ___, PUBLIC_URL: ____, ...environment } = process.env;
const dev = spawn(process.execPath, ['server/tools/dev.mjs'], {
  cwd: root,
  env: { ...environment, PORT: '0', DATA_DIR: data },
});
afterAll(() => {
  dev.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

/** Files of a built widget, without what the build packs besides. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.br'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

test('npm run dev serves the files that npm start serves, prompts included, and pages that reload', async () => {
  const address = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /Inbox +(http:\/\/\S+)\/inbox/.exec(output);
      if (found) resolve(found[1]!);
    };
    dev.stdout.on('data', read);
    dev.stderr.on('data', read);
    dev.once('exit', () => reject(new Error(output)));
  });

  expect(filesOf(join(root, '.tmp/dev/widget'))).toEqual(filesOf(join(root, 'dist/widget')));

  const page = await (await fetch(`${address}/demo/`)).text();
  expect(page).toContain('<script async src="/foyer.js"');
  expect(page).toContain('<script src="/dev/reload.js"></script></body>');
  const settings = await (await fetch(`${address}/api/sites/demo/settings.js`)).text();
  expect(settings).toContain('prompts.watch(host)');
  // It builds everything first.
}, 300_000);
