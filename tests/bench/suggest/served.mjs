/*
 * The server with one site of many answered questions, for the HTTP figure: real in everything but the rates. Prints its
 * port, and on each line of its input the 99th percentile of how long its event loop kept others waiting since the last.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const { BUILT, ROOT, DATA_DIR } = process.env;
const built = (file) => pathToFileURL(join(BUILT, file));
const { createContext, createLimiter, createSite, readConfig, serve } = await import(built('app.js').href);
const clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (time) => new Promise((resolve) => setTimeout(resolve, time)),
};
const ctx = await createContext(
  readConfig({ PORT: '0', PUBLIC_URL: 'http://127.0.0.1', DATA_DIR, LOG_LEVEL: 'warn' }),
  {
    widget: join(DATA_DIR, 'widget'),
    demoSite: join(ROOT, 'demo-site'),
    migrations: join(ROOT, 'server/migrations'),
  },
  {
    limiter: createLimiter(clock, 1e9),
    workers: { markdown: built('markdown-worker.js'), search: built('search-worker.js') },
  },
);
const site = await createSite(ctx, { key: 'bench', name: 'Bench', origins: [] });
const uuid = (number, kind) => `0190000${kind}-0000-7000-8000-${String(number).padStart(12, '0')}`;
const { client } = ctx.database;
const question = client.prepare(
  `insert into questions (site_id, id, title, details, details_rich, language, slug, asked_by, published, solved, created_at, updated_at)
   values (?, ?, ?, '', '[]', 'en', 'question', '', 1, 0, ?, ?)`,
);
const answer = client.prepare(
  `insert into answers (site_id, id, question_id, author_name, body, rich, official, accepted, created_at)
   values (?, ?, ?, 'Bench', ?, ?, 1, 0, ?)`,
);
client.transaction(() => {
  for (const [number, { title, body }] of JSON.parse(
    readFileSync(join(DATA_DIR, 'documents.json'), 'utf8'),
  ).entries()) {
    question.run(site, uuid(number, 1), title, number, number);
    const rich = JSON.stringify([{ tag: 'p', children: [body] }]);
    answer.run(site, uuid(number, 2), uuid(number, 1), body, rich, number);
  }
})();

const began = performance.now();
const serving = await serve(ctx);
console.log(`port ${serving.port}`);
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
createInterface({ input: process.stdin }).on('line', async (line) => {
  if (line === 'build') {
    await ctx.search.settled(site);
    console.log(`built ${Math.round(performance.now() - began)}`);
  }
  const [p99, most] = [delay.percentile(99) / 1e6, delay.max / 1e6];
  delay.reset();
  console.log(`delay ${p99.toFixed(1)} ${most.toFixed(1)}`);
});
