import { rmSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { serve, type Serving } from '../../../server/serve.ts';
import { startTestServer, type TestServer } from '../../helpers/server.ts';

let server: TestServer;
let serving: Serving;
const start = async (PUBLIC_URL: string): Promise<string> => {
  server = await startTestServer({ environment: { PUBLIC_URL, PORT: '0' } });
  // The context had an app already, whose gauges would be there twice.
  server.ctx.metrics.registry.clear();
  serving = await serve(server.ctx);
  return `http://127.0.0.1:${serving.port}`;
};
afterEach(async () => {
  // It closes the context, too.
  await serving.stop();
  rmSync(server.ctx.config.dataDirectory, { recursive: true, force: true });
});

const paths = [
  ...['/healthz', '/readyz', '/metrics', '/nowhere', '/inbox', '/demo/', '/api/openapi.json'],
  ...['/sites/shop/questions', '/sites/shop/news.xml', '/sites/none/news', '/api/sites/shop/settings'],
  ...['/api/sites/none/settings', '/api/staff/me', '/assets/none.js', '/foyer.js'],
];

/** The value under a name in each answer, the second time too, when it may come from a cache. */
const said = async (url: string, name: string): Promise<string[]> => {
  const all: string[] = [];
  for (const path of [...paths, ...paths]) {
    const reply = await fetch(url + path);
    await reply.arrayBuffer();
    all.push(`${path} ${reply.headers.get(name)}`);
  }
  return [...new Set(all)];
};

test('every answer says that it is of the type that it says, and by https that we are reached by https', async () => {
  const url = await start('https://help.test');
  expect(await said(url, 'x-content-type-options')).toEqual(paths.map((path) => `${path} nosniff`));
  expect(await said(url, 'strict-transport-security')).toEqual(
    paths.map((path) => `${path} max-age=31536000`),
  );
});

test('nothing is said of https where browsers reach us without', async () => {
  const url = await start('http://help.test');
  expect(await said(url, 'strict-transport-security')).toEqual(paths.map((path) => `${path} null`));
});
