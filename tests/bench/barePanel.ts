import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, type InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = join(root, 'tests/bench/programs/barePanel');

const config = (outDir: string, input: string, format: 'es' | 'iife'): InlineConfig => ({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  build: {
    target: 'es2022',
    outDir,
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: {
      input: join(sources, input),
      preserveEntrySignatures: 'allow-extension',
      output: { format, entryFileNames: '[name].js' },
    },
  },
});

export interface BarePanel {
  /** The same page as at the stage, with the bare script tag instead of ours. */
  url: string;
  close(): void;
}

/**
 * The ceiling that opening is measured against: the demo's start page with a bare panel, from a server of its own on
 * this machine that sends what ours sends (brotli, the same files beside the page).
 * @param stage address of the demo company
 */
export const openBarePanel = async (stage: string): Promise<BarePanel> => {
  const folder = join(root, '.tmp', `bare-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  await build({
    ...config(folder, 'panel.tsx', 'es'),
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
  await build({
    ...config(folder, 'loader.ts', 'iife'),
    define: { BARE_PANEL: JSON.stringify('/bare/panel.js') },
  });
  const page = (await (await fetch(`${stage}/demo/`)).text()).replace(
    /<script async src="\/foyer\.js"[^>]*><\/script>/,
    '<script async src="/bare/loader.js"></script>',
  );
  if (!page.includes('/bare/loader.js')) throw new Error('the script tag of the demo is not where it was');
  const scripts = new Map(
    ['panel.js', 'loader.js'].map((name) => [
      `/bare/${name}`,
      brotliCompressSync(readFileSync(join(folder, name))),
    ]),
  );
  rmSync(folder, { recursive: true, force: true });
  const server: Server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const script = scripts.get(path);
    if (script)
      response
        .writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'content-encoding': 'br' })
        .end(script);
    else if (path === '/demo/')
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    else {
      const answer = await fetch(stage + path);
      response
        .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' })
        .end(Buffer.from(await answer.arrayBuffer()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/demo/`,
    close: () => void server.close(),
  };
};
