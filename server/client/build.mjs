/* Makes the client package in dist/client: its types come from the document of the server that was just built. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTs, { astToString } from 'openapi-typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = join(root, 'server/client');
const built = join(root, 'dist/client');

/** The OpenAPI document of the built server, which starts with nothing for that. */
const readDocument = async () => {
  const data = mkdtempSync(join(tmpdir(), 'foyer-client-'));
  try {
    const { createApp, createContext, readConfig } = await import(
      pathToFileURL(join(root, 'dist/server/app.js')).href
    );
    const ctx = await createContext(readConfig({ DATA_DIR: data, LOG_LEVEL: 'warn' }), {
      widget: join(root, 'dist/widget'),
      demoSite: join(root, 'demo-site'),
      migrations: join(root, 'server/migrations'),
    });
    const reply = await createApp(ctx).request('/api/openapi.json');
    const document = await reply.json();
    await ctx.close();
    return document;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
};

const document = await readDocument();
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { devDependencies: _, ...manifest } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
rmSync(built, { recursive: true, force: true });
mkdirSync(built, { recursive: true });
for (const name of ['index.js', 'index.d.ts', 'example.mjs', 'README.md'])
  cpSync(join(source, name), join(built, name));
cpSync(join(root, 'LICENSE'), join(built, 'LICENSE'));
writeFileSync(join(built, 'package.json'), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
writeFileSync(join(built, 'openapi.json'), JSON.stringify(document));
writeFileSync(join(built, 'api.d.ts'), astToString(await openapiTs(document)));
