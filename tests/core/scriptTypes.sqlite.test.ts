import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;

/** A project of somebody who installed the package, as the compiler sees it. */
beforeAll(() => {
  mkdirSync(join(root, '.tmp'), { recursive: true });
  folder = mkdtempSync(join(root, '.tmp/types-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/foyer'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const compile = async (source: string): Promise<string> => {
  writeFileSync(join(folder, 'page.ts'), source);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: 'ES2022',
        module: 'ESNext',
        moduleResolution: 'bundler',
        lib: ['ES2022', 'DOM'],
        types: ['foyer'],
      },
      files: ['page.ts'],
    }),
  );
  try {
    await promisify(execFile)(process.execPath, [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      folder,
    ]);
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};

test('what the notes show compiles against the published types', async () => {
  expect(
    await compile(`
      window.Foyer?.('open');
      window.Foyer?.('open', 'home');
      window.Foyer?.('identify', { token: 'a.b.c', name: 'Zoe', attributes: { plan: 'gold', seats: 3 } });
      window.Foyer?.('update', { accent: '#aa3300', language: 'de', hidden: false });
      window.Foyer?.('track', 'checkout', { step: 2 });
      window.Foyer?.('on', 'unread', ({ detail }) => detail.count.toFixed());
      window.Foyer?.sites?.['shop']?.('toggle');
      addEventListener('foyer:identify', ({ detail }) => detail.site + detail.signed);
      window.Foyer?.('destroy');
    `),
  ).toBe('');
});

test('what the API does not have is refused, each at its line', async () => {
  const wrong = [
    "window.Foyer?.('opne');",
    "window.Foyer?.('update', { accent: 3 });",
    "window.Foyer?.('update', { colour: '#fff' });",
    "window.Foyer?.('identify', { token: 1 });",
    "window.Foyer?.('on', 'opened', () => {});",
    "window.Foyer?.('track');",
    "addEventListener('foyer:unread', ({ detail }) => detail.total);",
  ];
  const errors = await compile(wrong.join('\n'));
  const lines = [...errors.matchAll(/page\.ts\((\d+),/g)].map((match) => Number(match[1]));
  expect([...new Set(lines)].sort((one, other) => one - other)).toEqual(wrong.map((_, index) => index + 1));
});
