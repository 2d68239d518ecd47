import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  SearchTimeoutError,
  SearchWorkerClient,
  type SearchWorkerOptions,
  SearchWorkerGoneError,
} from '../../../server/core/search/engine/workerClient.ts';
import { helpDesk, ids, question } from './searchFixtures.ts';

let folder: string;
let workerUrl: URL;
const clients: SearchWorkerClient[] = [];

beforeAll(async () => {
  // In the project, where the worker finds its packages.
  const built = path.resolve('.tmp');
  mkdirSync(built, { recursive: true });
  folder = mkdtempSync(path.join(built, 'search-worker-'));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: path.resolve('server/core/search/engine/worker.ts'),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
  });
  workerUrl = pathToFileURL(path.join(folder, 'worker.mjs'));
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(options: Partial<SearchWorkerOptions> = {}): SearchWorkerClient {
  const client = new SearchWorkerClient({
    url: workerUrl,
    memoryBudgetBytes: 100_000_000,
    onError: (error) => {
      throw error;
    },
    ...options,
  });
  clients.push(client);
  return client;
}

/** A worker of our own making, for what the real one does not do on request. */
function fakeWorker(name: string, source: string): URL {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${source}`);
  return pathToFileURL(file);
}

const many = Array.from({ length: 3000 }, (_, number) =>
  question(`m${number}`, `Question ${number} about parcels`),
);

describe('the search worker', () => {
  it('builds, finds, follows changes and forgets', async () => {
    const client = start();
    expect(await client.build('site', helpDesk)).toBe(helpDesk.length);
    expect(ids((await client.search('site', 'reset my pasword')) ?? [])[0]).toBe('password');
    expect(
      await client.apply('site', [{ add: question('dark', 'Is there a dark mode?') }, { remove: 'team' }]),
    ).toBe(true);
    expect(ids((await client.search('site', 'dark mode', { limit: 1 })) ?? [])).toEqual(['dark']);
    expect((await client.statistics()).indexes).toMatchObject([{ key: 'site', documents: helpDesk.length }]);
    expect(await client.drop('site')).toBe(true);
    expect(await client.search('site', 'dark mode')).toBeNull();
    expect(await client.drop('site')).toBe(false);
  });

  it('says when it knows nothing of a site', async () => {
    const client = start();
    expect(await client.search('nowhere', 'anything')).toBeNull();
    expect(await client.apply('nowhere', [{ remove: 'x' }])).toBe(false);
    expect(await client.persist('nowhere')).toBeNull();
  });

  it('keeps an index as bytes and takes it back; damaged bytes are refused and nothing else suffers', async () => {
    const client = start();
    await client.build('site', helpDesk);
    const bytes = (await client.persist('site')) as Uint8Array;
    expect(await client.restore('copy', bytes.slice())).toBe(helpDesk.length);
    expect(await client.search('copy', 'refund')).toEqual(await client.search('site', 'refund'));
    await expect(client.restore('copy', bytes.slice(0, 40))).rejects.toThrow('search index');
    expect(ids((await client.search('copy', 'refund')) ?? [])[0]).toBe('refund');
  });

  it('answers from the old index while a new one is built, and applies changes to both', async () => {
    const client = start();
    await client.build('site', helpDesk);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    async function* slowly() {
      yield* many;
      await held;
      yield question('last', 'The very last question');
    }
    const rebuilt = client.build('site', slowly());
    expect(ids((await client.search('site', 'reset my password')) ?? [])[0]).toBe('password');
    await client.apply('site', [{ add: question('new', 'A brand new answer') }]);
    expect(ids((await client.search('site', 'brand new')) ?? [])[0]).toBe('new');
    release();
    expect(await rebuilt).toBe(many.length + 2);
    expect(ids((await client.search('site', 'brand new')) ?? [])[0]).toBe('new');
    expect(ids((await client.search('site', 'very last')) ?? [])[0]).toBe('last');
  });

  it('merges many changes and goes on finding them', async () => {
    const client = start();
    await client.build('site', helpDesk);
    await client.apply(
      'site',
      many.map((document) => ({ add: document })),
    );
    await client.apply(
      'site',
      many.slice(0, 2900).map(({ id }) => ({ remove: id })),
    );
    expect(ids((await client.search('site', 'question 2950 about parcels')) ?? [])[0]).toBe('m2950');
    expect((await client.statistics()).indexes[0]!.documents).toBe(helpDesk.length + 100);
  });

  it('drops the least recently searched index when memory runs out', async () => {
    const client = start({ memoryBudgetBytes: 1 });
    await client.build('first', helpDesk);
    await client.build('second', helpDesk);
    expect(await client.search('first', 'refund')).toBeNull();
    expect(await client.search('second', 'refund')).not.toBeNull();
  });

  it('leaves the old index in place when a build is given up', async () => {
    const client = start();
    await client.build('site', helpDesk);
    const abort = new AbortController();
    async function* endless() {
      yield* many;
      abort.abort(new Error('enough'));
      yield* many;
    }
    await expect(client.build('site', endless(), { signal: abort.signal })).rejects.toThrow('enough');
    expect(ids((await client.search('site', 'refund')) ?? [])[0]).toBe('refund');
  });

  it('lets a newer build replace an older one', async () => {
    const client = start();
    async function* replaced() {
      yield* many;
      await client.build('site', helpDesk);
      yield* many;
    }
    await expect(client.build('site', replaced())).rejects.toThrow('replaced');
    expect((await client.statistics()).indexes).toMatchObject([{ key: 'site', documents: helpDesk.length }]);
  });
});

describe('the client of the search worker', () => {
  it('gives up when its caller does, before or meanwhile', async () => {
    const client = start({ url: fakeWorker('silent', `parentPort.on('message', () => {});`) });
    await expect(
      client.search('site', 'x', {}, { signal: AbortSignal.abort(new Error('left')) }),
    ).rejects.toThrow('left');
    const abort = new AbortController();
    const search = client.search('site', 'x', {}, { signal: abort.signal });
    abort.abort(new Error('gone'));
    await expect(search).rejects.toThrow('gone');
  });

  it('gives up after its time', async () => {
    const client = start({ url: fakeWorker('mute', `parentPort.on('message', () => {});`) });
    await expect(client.search('site', 'x', {}, { timeoutMilliseconds: 1 })).rejects.toBeInstanceOf(
      SearchTimeoutError,
    );
  });

  it('tells of a crash, fails what waited, and starts again', async () => {
    const url = fakeWorker(
      'crashing',
      `parentPort.on('message', ({ number, request }) => {
        if (request.text === 'crash') throw new Error('boom');
        parentPort.postMessage({ number, reply: { results: [] } });
      });`,
    );
    const onError = vi.fn();
    const onRestart = vi.fn();
    const client = start({ url, onError, onRestart });
    expect(await client.search('site', 'fine')).toEqual([]);
    await expect(client.search('site', 'crash')).rejects.toBeInstanceOf(SearchWorkerGoneError);
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: 'boom' }));
    await vi.waitFor(() => expect(onRestart).toHaveBeenCalledOnce(), { timeout: 60_000 });
    expect(await client.search('site', 'fine')).toEqual([]);
  });

  it('fails what waits when it is closed, and everything after', async () => {
    const client = start({ url: fakeWorker('quiet', `parentPort.on('message', () => {});`) });
    const search = client.search('site', 'x');
    const closed = client.close();
    await expect(search).rejects.toBeInstanceOf(SearchWorkerGoneError);
    await closed;
    await expect(client.search('site', 'x')).rejects.toBeInstanceOf(SearchWorkerGoneError);
  });

  it('does not swallow a failure that nobody waits for any more', async () => {
    const url = fakeWorker(
      'late',
      `parentPort.on('message', ({ number, cancel }) => {
        if (cancel) parentPort.postMessage({ number: cancel, error: 'too late' });
      });`,
    );
    const onError = vi.fn();
    const client = start({ url, onError });
    await expect(client.search('site', 'x', {}, { timeoutMilliseconds: 1 })).rejects.toBeInstanceOf(
      SearchTimeoutError,
    );
    await vi.waitFor(
      () => expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: 'too late' })),
      {
        timeout: 60_000,
      },
    );
  });
});
