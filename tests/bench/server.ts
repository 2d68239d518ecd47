import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type autocannon from 'autocannon';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { makeDisk } from './disk.ts';
import { reportDurableWrites, store } from './durableWrites.ts';
import { closeGoals } from './goals.ts';
import { head, pair, row, seconds, turns } from './load.ts';
import { type Program, startProgram } from './process.ts';

/*
 * Requests a second and p99, beside a bare Hono handler that sends the same bytes in the same run; durable writes
 * beside a server that syncs once a request. Usage: npm run bench:server -- [seconds a measurement]
 */

const put = async (bare: Program, path: string, body: string): Promise<void> => {
  await (await fetch(bare.url + path, { method: 'PUT', body })).arrayBuffer();
};

const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
const disk = makeDisk(folder);
const environment = { DATA_DIR: folder, ...disk?.environment };
const programs: Program[] = [];
try {
  const ours = await startProgram('foyer', environment, '--demo');
  const bare = await startProgram('bare', environment);
  programs.push(ours, bare);
  const key = 'demo';

  const list = await (await fetch(`${ours.url}/sites/${key}/questions`)).text();
  const question = /href="(\/sites\/demo\/questions\/[^"?]+\?lang=en)/.exec(list)![1]!;
  const page = await (await fetch(ours.url + question)).text();

  console.log(
    `${seconds} s a measurement, median of ${turns} turns, 10 connections, load generator on the same machine\n`,
  );
  head();

  await put(bare, '/page', page);
  row('question page, cached', ...(await pair({ url: ours.url + question }, { url: `${bare.url}/page` })), {
    atLeast: 0.7,
    noise: 0.1,
  });

  const suggestions = [
    'how do i retu',
    'shiping to norw',
    'which size for 178 cm',
    'warranty frame',
    'change my order after payi',
    'kann ich das rad zur',
  ].map((text) => `/api/sites/${key}/suggestions?q=${encodeURIComponent(text)}`);
  await put(bare, '/json', await (await fetch(ours.url + suggestions[0])).text());
  row(
    'suggestions, six queries in turn',
    ...(await pair(
      { url: ours.url, requests: suggestions.map((path) => ({ path })) },
      { url: `${bare.url}/json` },
    )),
  );

  const ask = (): autocannon.Options => ({
    url: ours.url,
    requests: [
      {
        method: 'POST',
        path: `/api/sites/${key}/questions`,
        setupRequest: (request) => ({
          ...request,
          headers: { 'content-type': 'application/json', authorization: `Bearer ${newSecret()}` },
          body: JSON.stringify({
            id: newId(),
            title: 'Do you ship to Norway?',
            visibility: 'private',
            language: 'en',
          }),
        }),
      },
    ],
  });
  row('ask (visitor, conversation, event)', ...(await pair(ask(), store(bare, '/messages'))));

  await reportDurableWrites(ours, bare, key, disk);
} finally {
  await Promise.all(programs.map((program) => program.stop()));
  rmSync(folder, { recursive: true, force: true });
}
closeGoals();
