import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type autocannon from 'autocannon';
import { readManifest } from '../../server/tools/manifest.mjs';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { freePort } from '../helpers/stage.ts';
import { closeGoals, fail, judge } from './goals.ts';
import { type Figure, head, measure, median, pair, row, seconds, turns } from './load.ts';
import { type Program, startProgram } from './process.ts';

/*
 * A page of 50 and a page of 5,000 comments: the fragment and the JSON beside a bare Hono handler that sends the same
 * bytes in the same run, with and without an ETag that fits; writes while others read; how long until the first comment
 * is seen, on a processor four times as slow, with nothing in the cache. Usage: npm run bench:comments -- [seconds]
 */

const slowdown = 4;
const visits = 5;

const table = (path: string, count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const parent = index % 3 === 0 ? '' : `${index - (index % 3)}`;
    const at = new Date(1_600_000_000_000 + index * 60_000).toISOString();
    return `${index},${path},${at},Reader ${index % 97},"Comment **${index}** about the matter, with a few more words than one would need, and a [link](https://example.com/${index}).",${parent}`;
  }).join('\n');

/** The load generator takes 304 for a failure. */
const unfailing = async (figures: Promise<[Figure, Figure]>): Promise<[Figure, Figure]> => {
  const [ours, bare] = await figures;
  return [{ ...ours, errors: 0 }, bare];
};

const put = async (bare: Program, path: string, body: string): Promise<void> => {
  await (await fetch(bare.url + path, { method: 'PUT', body })).arrayBuffer();
};

const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
const programs: Program[] = [];
try {
  const port = await freePort();
  const environment = { DATA_DIR: folder, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
  const ours = await startProgram('foyer', environment, '--demo');
  programs.push(ours);
  const bare = await startProgram('bare', { DATA_DIR: folder });
  programs.push(bare);
  const file = join(folder, 'comments.csv');
  writeFileSync(
    file,
    `id,url,date,name,text,parent\n${table('/demo/fifty.html', 50)}\n${table('/demo/many.html', 5_000)}\n`,
  );
  const started = performance.now();
  execFileSync(
    process.execPath,
    ['dist/server/foyer.js', 'import-comments', file, '--site', 'demo', '--base', ours.url],
    { env: { ...process.env, ...environment }, stdio: 'inherit' },
  );
  console.log(`5,050 comments taken in within ${((performance.now() - started) / 1_000).toFixed(1)} s\n`);

  console.log(
    `${seconds} s a measurement, median of ${turns} turns, 10 connections, load generator on the same machine\n`,
  );
  head();
  for (const [name, page] of [
    ['50', 'fifty'],
    ['5,000', 'many'],
  ] as const) {
    const query = `url=${encodeURIComponent(`${ours.url}/demo/${page}.html`)}`;
    const json = `${ours.url}/api/sites/demo/comments?${query}`;
    const fragment = `${ours.url}/sites/demo/comments/fragment?${query}`;
    for (const [what, url, path] of [
      ['fragment', fragment, '/page'],
      ['JSON', json, '/json'],
    ] as const) {
      const reply = await fetch(url);
      const body = await reply.text();
      const etag = reply.headers.get('etag') ?? '';
      if (!body.includes('Comment')) throw new Error(`there are no comments at ${url}`);
      await put(bare, path, body);
      row(
        `${what} of ${name} (${Math.round(body.length / 1_024)} KiB)`,
        ...(await pair({ url }, { url: bare.url + path })),
        { atLeast: 0.5, noise: 0.1 },
      );
      // A 304 has no body, and the bare handler knows none.
      await put(bare, path, ' ');
      row(
        `${what} of ${name}, ETag fits`,
        ...(await unfailing(pair({ url, headers: { 'if-none-match': etag } }, { url: bare.url + path }))),
      );
    }
  }

  const post = (): autocannon.Options => ({
    url: ours.url,
    requests: [
      {
        method: 'POST',
        path: '/api/sites/demo/comments',
        setupRequest: (request) => ({
          ...request,
          headers: { 'content-type': 'application/json', authorization: `Bearer ${newSecret()}` },
          body: JSON.stringify({
            id: newId(),
            url: `${ours.url}/demo/many.html`,
            body: `Written ${newId()}`,
            language: 'en',
            took: 9_000,
          }),
        }),
      },
    ],
  });
  const read = measure({
    url: `${ours.url}/api/sites/demo/comments?url=${encodeURIComponent(`${ours.url}/demo/many.html`)}`,
    connections: 5,
  });
  const written = await measure({ ...post(), connections: 5 });
  const readMeanwhile = await read;
  if (written.errors) fail(`writes to the page of 5,000: ${written.errors} errors`);
  console.log(
    `\nwrites to the page of 5,000 while others read it: ${written.rate.toFixed(0)} a second (p99 ${written.p99} ms), beside ${readMeanwhile.rate.toFixed(0)} reads (p99 ${readMeanwhile.p99} ms)${written.errors ? `, ${written.errors} ERRORS` : ''}`,
  );

  const browser = await launchBrowser();
  for (const [name, page] of [
    ['50', 'fifty'],
    ['5,000', 'many'],
  ] as const) {
    const times: number[] = [];
    for (let visit = 0; visit < visits; visit++) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const tab = await context.newPage();
      await tab.route(
        ({ pathname }) => pathname.startsWith('/demo/'),
        (route) =>
          route.fulfill({
            contentType: 'text/html',
            body: `<!doctype html><html lang="en"><title>Bench</title><h1>Bench</h1><foyer-comments></foyer-comments><script async src="/foyer.js" data-site="demo"></script>`,
          }),
      );
      const client = await context.newCDPSession(tab);
      await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      await tab.addInitScript(() => {
        const seen = window as unknown as { first: number };
        seen.first = 0;
        const look = (): void => {
          if (document.querySelector('foyer-comments')?.shadowRoot?.querySelector('.comment'))
            seen.first = performance.now();
          else setTimeout(look, 5);
        };
        look();
      });
      await tab.goto(`${ours.url}/demo/${page}.html`);
      await tab.waitForFunction(() => (window as unknown as { first: number }).first > 0);
      times.push(await tab.evaluate(() => (window as unknown as { first: number }).first));
      await context.close();
    }
    console.log(
      `first comment of ${name} seen ${median(times).toFixed(0)} ms after the navigation began (${slowdown} x slow-down, nothing cached, median of ${visits})`,
    );
  }
  await browser.close();

  const manifest = readManifest('dist/widget', 'comments');
  const files = [
    'foyer.js',
    manifest['widget/comments/index.tsx']!.file,
    manifest['shared/comments/texts/en.ts']!.file,
  ];
  const bytes = files.map((one) => brotliCompressSync(readFileSync(`dist/widget/${one}`)).length);
  const total = bytes.reduce((sum, one) => sum + one, 0);
  console.log(
    `what a page with comments loads in English: ${bytes.join(' + ')} = ${total} bytes (brotli; the largest locale: npm run size)   ${judge('bytes of a page with comments', total, { atMost: 20_480, noise: 0 })}`,
  );
} finally {
  await Promise.all(programs.map((program) => program.stop()));
  rmSync(folder, { recursive: true, force: true });
}
closeGoals();
