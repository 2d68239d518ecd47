import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { build } from 'vite';
import { startProgram } from '../process.ts';
import { seededRandom } from './statistics.ts';
import { syntheticDocuments } from './syntheticDocuments.ts';
import { fail, type Goal, judge } from '../goals.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const turns = 3;

/** Builds the server and its threads to a folder of its own, so that a build of the project is not disturbed. */
const buildServer = (folder: string): Promise<unknown> =>
  build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    define: { FOYER_VERSION: '"bench"' },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: {
          app: 'server/embed.ts',
          'markdown-worker': 'server/core/content/markdownWorker.ts',
          'search-worker': 'server/core/search/engine/worker.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });

/** Talks to the served program: one line in, the line that begins with a word out. */
const talk = (child: ChildProcess) => {
  let text = '';
  let check = (): void => {};
  let fail = (): void => {};
  child.once('exit', () => fail());
  child.stdout!.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    check();
  });
  const wait = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      fail = () => reject(new Error(`the server ended:\n${text}`));
      check = () => {
        const found = pattern.exec(text);
        if (!found) return;
        text = text.slice(found.index + found[0].length);
        resolve(found);
      };
      check();
    });
  return {
    wait,
    ask(line: string, pattern: RegExp) {
      const answer = wait(pattern);
      child.stdin!.write(`${line}\n`);
      return answer;
    },
  };
};

const typedTexts = (titles: string[], questions: number): string[] => {
  const random = seededRandom(21);
  return Array.from({ length: questions }, () => titles[Math.floor(random() * titles.length)]!).flatMap(
    (title) =>
      [0.35, 0.6, 0.8, 1].map((share) => title.slice(0, Math.max(3, Math.ceil(title.length * share)))),
  );
};

const run = async (options: autocannon.Options, seconds: number) => {
  const result = await autocannon({ duration: seconds, connections: 10, ...options });
  return {
    rate: result.requests.average,
    p99: result.latency.p99,
    failed: result.errors + result.non2xx + result.timeouts,
  };
};

const median = (values: number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1]!;

/** Suggestions through HTTP beside a bare Hono handler that sends the same bytes, and what the event loop was busy for. */
export const reportHttp = async (size: number, seconds: number): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-suggest-'));
  const built = join(root, '.tmp', `suggest-${process.pid}`);
  const stop: (() => unknown)[] = [];
  try {
    await buildServer(built);
    mkdirSync(join(folder, 'widget'));
    const documents = syntheticDocuments(size);
    writeFileSync(join(folder, 'documents.json'), JSON.stringify(documents));
    const child = spawn(process.execPath, [here('./served.mjs')], {
      env: { ...process.env, BUILT: built, ROOT: root, DATA_DIR: folder },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    stop.push(() => child.kill('SIGKILL'));
    const server = talk(child);
    const url = `http://127.0.0.1:${(await server.wait(/^port (\d+)$/m))[1]}`;
    const bare = await startProgram('bare', { DATA_DIR: folder });
    stop.push(() => bare.stop());

    const path = (text: string) => `/api/sites/bench/suggestions?q=${encodeURIComponent(text)}`;
    const titles = documents.map(({ title }) => title);
    const began = performance.now();
    const cold = (await (await fetch(url + path(titles[7]!))).json()) as { suggestions: { title: string }[] };
    const coldTime = performance.now() - began;
    const found = cold.suggestions[0]?.title === titles[7] ? 'right' : 'not found';
    const [, buildTime] = await server.ask('build', /^built (\d+)$/m);
    const [, , longest] = await server.wait(/^delay ([\d.]+) ([\d.]+)$/m);
    console.log(
      `\nThrough HTTP, ${size} documents, 10 connections, ${seconds} s a measurement, median of ${turns} turns`,
    );
    console.log(
      `  ready at once; the first query, before there is an index: ${coldTime.toFixed(0)} ms (${found}); ` +
        `index ready ${buildTime} ms after the start, longest the event loop was held meanwhile ${longest} ms`,
    );

    const reply = await (await fetch(url + path(titles[7]!))).text();
    await (await fetch(`${bare.url}/json`, { method: 'PUT', body: reply })).arrayBuffer();
    const report = async (
      what: string,
      requests: () => autocannon.Request[],
      { ratio: goal, rate }: { ratio?: Goal; rate?: Goal },
    ): Promise<void> => {
      const ours: number[] = [];
      const ceiling: number[] = [];
      const delays: number[] = [];
      let p99 = 0;
      let failed = 0;
      for (let turn = 0; turn < turns; turn++) {
        await server.ask('reset', /^delay .*$/m);
        const own = await run({ url, requests: requests() }, seconds);
        const [, delay] = await server.ask('read', /^delay ([\d.]+) ([\d.]+)$/m);
        delays.push(Number(delay));
        ours.push(own.rate);
        p99 = Math.max(p99, own.p99);
        failed += own.failed;
        ceiling.push((await run({ url: `${bare.url}/json` }, seconds)).rate);
      }
      const ratio = median(ours) / median(ceiling);
      if (failed) fail(`${what}: ${failed} requests failed`);
      console.log(
        `  ${what.padEnd(44)} ${median(ours).toFixed(0)}/s${rate ? `, ${judge(`${what}, a second`, median(ours), rate)}` : ''}, p99 ${p99} ms; bare ${median(ceiling).toFixed(0)}/s; ` +
          `ratio ${ratio.toFixed(2)}${goal ? `, ${judge(what, ratio, goal)}` : ''}; event-loop delay p99 ${median(delays).toFixed(1)} ms, ` +
          `${judge(`${what}, event-loop delay`, median(delays), { atMost: 20, noise: 0.25, unit: ' ms' })}${failed ? `; ${failed} FAILED` : ''}`,
      );
    };
    const texts = typedTexts(titles, 300);
    for (const text of texts) await (await fetch(url + path(text))).arrayBuffer();
    await report(
      `${texts.length} texts, all typed before`,
      () => texts.map((text) => ({ path: path(text) })),
      { ratio: { atLeast: 0.3, noise: 0.1 } },
    );
    let next = 0;
    const fresh = typedTexts(titles, 4_000);
    await report(
      'no text twice',
      () => [
        {
          setupRequest: (request) => ({ ...request, path: path(`${fresh[next % fresh.length]} ${next++}`) }),
        },
      ],
      { rate: { atLeast: 1_500, noise: 0.1, unit: '/s' } },
    );
  } finally {
    for (const end of stop) await end();
    rmSync(folder, { recursive: true, force: true });
    rmSync(built, { recursive: true, force: true });
  }
};
