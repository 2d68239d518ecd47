import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterEach, expect, test } from 'vitest';
import { readAssets, sendAsset } from '../../server/core/http/assets.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-assets-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file goes out as the build packed it, a newer one as it is now, and the packed ones are no files of their own', async () => {
  const text = (words: string): string => `/* ${words.repeat(40)} */`;
  for (const [name, packed] of [
    ['built.js', text('from the build')],
    ['changed.js', text('from an older build')],
  ] as const) {
    writeFileSync(join(folder, name), text('now'));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(packed));
  }
  utimesSync(join(folder, 'built.js'), 1_000, 1_000);
  utimesSync(join(folder, 'changed.js.br'), 1_000, 1_000);
  writeFileSync(join(folder, 'alone.css'), text('never packed'));
  const assets = readAssets(folder);
  expect([...assets.keys()].sort()).toEqual(['alone.css', 'built.js', 'changed.js']);
  const app = new Hono().get('/:name', (hono) => sendAsset(hono, assets.get(hono.req.param('name'))!, {}));
  const unpacked = async (name: string): Promise<string> => {
    const reply = await app.request(`/${name}`, { headers: { 'accept-encoding': 'br' } });
    expect(reply.headers.get('content-encoding')).toBe('br');
    return brotliDecompressSync(Buffer.from(await reply.arrayBuffer())).toString();
  };
  expect(await unpacked('built.js')).toBe(text('from the build'));
  expect(await unpacked('changed.js')).toBe(text('now'));
  expect(await unpacked('alone.css')).toBe(text('never packed'));
  expect(await (await app.request('/alone.css')).text()).toBe(text('never packed'));
});
