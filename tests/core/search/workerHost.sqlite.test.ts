import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { importEntry } from '../../../server/ask/importFaq.ts';
import { createRenderer } from '../../../server/core/content/renderer.ts';
import { createSite } from '../../../server/core/people/sites/writes.ts';
import type { SearchDocument } from '../../../server/core/search/engine/searchTypes.ts';
import { createInProcessHost } from '../../../server/core/search/inProcessHost.ts';
import type { IndexHost } from '../../../server/core/search/indexHost.ts';
import { createWorkerHost } from '../../../server/core/search/workerHost.ts';
import { startTestServer, type TestServer } from '../../helpers/server.ts';
import { helpDesk, question } from './searchFixtures.ts';

let folder: string;
let workerUrl: URL;
/** The real worker, which ends when it is asked for the word "crash". */
let fragileUrl: URL;
const toClose: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  // In the project, where the worker finds its packages.
  const built = resolve('.tmp');
  mkdirSync(built, { recursive: true });
  folder = mkdtempSync(join(built, 'worker-host-'));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: resolve('server/core/search/engine/worker.ts'),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
  });
  workerUrl = pathToFileURL(join(folder, 'worker.mjs'));
  const fragile = join(folder, 'fragile.mjs');
  writeFileSync(
    fragile,
    `import './worker.mjs';
     import { parentPort } from 'node:worker_threads';
     parentPort.on('message', ({ request }) => { if (request?.text === 'crash') process.exit(3); });`,
  );
  fragileUrl = pathToFileURL(fragile);
});

afterEach(async () => {
  await Promise.all(toClose.splice(0).map((item) => item.close()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* batches(documents: SearchDocument[]): AsyncGenerator<SearchDocument[]> {
  for (let start = 0; start < documents.length; start += 100) yield documents.slice(start, start + 100);
}

const workerHost = (memory?: number): IndexHost => {
  const host = createWorkerHost(
    workerUrl,
    (error) => {
      throw error;
    },
    memory,
    60_000,
  );
  toClose.push(host);
  return host;
};

const inProcessHost = (memory?: number): IndexHost => {
  const host = createInProcessHost(memory);
  toClose.push(host);
  return host;
};

for (const [name, make] of [
  ['in a worker', workerHost],
  ['in this thread', inProcessHost],
] as const) {
  test(`an index ${name} is built, searched, and replaced group by group`, async () => {
    const host = make();
    expect(await host.search('site', 'reset my password', {})).toBeNull();
    await host.build('site', batches(helpDesk));
    const [first] = (await host.search('site', 'reset my pasword', { explain: true }))!;
    expect(first).toMatchObject({ group: 'password', id: 'password' });
    expect(first!.explanation!.words.length).toBeGreaterThan(0);
    const other = question('p2', 'I forgot what I log in with', { group: 'password' });
    expect(await host.replace('site', ['password', 'refund'], [other])).toBe(true);
    expect((await host.search('site', 'log in', { floor: 0.1 }))![0]).toMatchObject({
      group: 'password',
      id: 'p2',
    });
    expect((await host.search('site', 'When will I get my refund?', { floor: 0.5 }))!).toEqual([]);
    expect(await host.replace('elsewhere', ['x'], [])).toBe(false);
  });

  test(`of two indexes ${name} over the budget, the one used longest ago is dropped`, async () => {
    const host = make(1);
    await host.build('one', batches(helpDesk));
    await host.build('two', batches(helpDesk));
    expect(await host.search('one', 'password', {})).toBeNull();
    expect(await host.search('two', 'reset password', {})).not.toEqual([]);
  });
}

test('a search that was given up rejects with the reason of its signal', async () => {
  const host = workerHost();
  await host.build('site', batches(helpDesk));
  const controller = new AbortController();
  const found = host.search('site', 'password', { signal: controller.signal });
  controller.abort(new Error('typed on'));
  await expect(found).rejects.toThrow('typed on');
});

const serverOn = async (search: URL): Promise<TestServer> => {
  const server = await startTestServer({
    overrides: {
      renderer: createRenderer(null, () => {}),
      workers: { markdown: search, search, images: search, mail: search, masking: search },
    },
  });
  toClose.push(server);
  return server;
};

const add = (server: TestServer, id: string, title: string) =>
  importEntry(
    server.ctx,
    server.site,
    { id, title, details: '', answer: 'See there.', language: 'en', category: null, phrasings: [] },
    false,
  );

test('after a crash of the worker the database answers, the crash is told once, and the index comes back', async () => {
  const server = await serverOn(fragileUrl);
  await add(server, '1', 'Does the lamp crash when it rains?');
  await server.ctx.search.settled(server.site.id);
  expect(server.ctx.search.version(server.site.id)).not.toBeNull();
  const found = await server.ctx.search.suggest(server.site.id, 'crash', { floor: 0.01 });
  expect(found).toHaveLength(1);
  const told = () => server.logged.filter((line) => line.includes('"msg":"search"'));
  expect(told()).toHaveLength(1);
  expect(told()[0]).toContain('the search worker ended with code 3');
  await vi.waitFor(async () => {
    await server.ctx.search.suggest(server.site.id, 'lamp in the rain');
    expect(server.ctx.search.version(server.site.id)).not.toBeNull();
  }, 60_000);
  expect(await server.ctx.search.suggest(server.site.id, 'lamp rains')).toHaveLength(1);
  expect(told()).toHaveLength(1);
});

test('a worker that cannot start leaves the server ready, answering from the database', async () => {
  const server = await serverOn(pathToFileURL(join(folder, 'missing.mjs')));
  await add(server, '1', 'Can I pay by invoice?');
  await server.ctx.search.settled(server.site.id);
  expect(server.ctx.search.version(server.site.id)).toBeNull();
  expect(await server.ctx.search.suggest(server.site.id, 'pay by invo', { floor: 0.35 })).toHaveLength(1);
  await vi.waitFor(() => expect(server.logged.join()).toContain('missing.mjs'), 60_000);
});

test('sites do not see each other’s questions, in the index or in the full text', async () => {
  const server = await serverOn(workerUrl);
  await add(server, '1', 'Can I pay by invoice?');
  const other = (await createSite(server.ctx, { key: 'other', name: 'Other', origins: [] }))!;
  for (let round = 0; round < 2; round++) {
    expect(await server.ctx.search.suggest(other, 'pay by invoice')).toEqual([]);
    expect(await server.ctx.search.suggest(server.site.id, 'pay by invoice')).toHaveLength(1);
    await Promise.all([server.ctx.search.settled(other), server.ctx.search.settled(server.site.id)]);
  }
});

test('many sites that are asked at once all get their index, and a close in between leaves nothing behind', async () => {
  const server = await serverOn(workerUrl);
  const made = await Promise.all(
    Array.from({ length: 6 }, (_, number) =>
      createSite(server.ctx, { key: `site-${number}`, name: 'Site', origins: [] }),
    ),
  );
  await Promise.all(made.slice(0, 5).map((site) => server.ctx.search.settled(site!)));
  for (const site of made.slice(0, 5)) expect(server.ctx.search.version(site!)).not.toBeNull();
  await server.ctx.search.suggest(made[5]!, 'anything');
});
