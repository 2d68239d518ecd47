import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { closeGoals, judge } from './goals.ts';
import { type Program, startProgram } from './process.ts';

/*
 * Webhooks to receivers that refuse, time out, answer 500, 429 and 410, and lose replies, while the server is killed:
 * every event arrives at least once, none is skipped, and the ids tell repeats. Time runs 100 times as fast for the
 * server, so that retries over three days take minutes.
 * Usage: npm run bench:webhooks -- [deliveries] [kills]
 */

const deliveries = Number(process.argv[2] ?? 10_000);
const kills = Number(process.argv[3] ?? 5);
const endpointCount = 5;
const eventCount = Math.ceil(deliveries / endpointCount);
const speed = 100;
/** Megabytes that the server may hold. */
const mostMemory = 400;

let seed = 20_261_130;
const random = (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

/** Deliveries of each endpoint: by event, the ids it came under, and how often. */
const got = Array.from(
  { length: endpointCount },
  () => new Map<string, { ids: Set<string>; times: number }>(),
);
const outcomes: Record<string, number> = {};
let gone410 = false;

const note = (endpoint: number, request: IncomingMessage, body: string): void => {
  const { type, data } = JSON.parse(body) as { type: string; data: { message: { id: string } } };
  const key = `${type} ${data.message.id}`;
  const known = got[endpoint]!.get(key) ?? { ids: new Set<string>(), times: 0 };
  known.ids.add(String(request.headers['webhook-id']));
  known.times += 1;
  got[endpoint]!.set(key, known);
};

/** Taken, or one of the ways in which receivers fail; whoever loses the reply has taken it. */
const answer = (endpoint: number, request: IncomingMessage, response: ServerResponse, body: string): void => {
  const draw = random();
  const say = (what: string): void => {
    outcomes[what] = (outcomes[what] ?? 0) + 1;
  };
  // The last endpoint is gone for good once, in the middle; its owner turns it on again at the end.
  if (endpoint === endpointCount - 1 && !gone410 && got[endpoint]!.size > eventCount / 2) {
    gone410 = true;
    say('410');
    response.writeHead(410).end();
    return;
  }
  if (draw < 0.06) {
    say('500');
    response.writeHead(500).end('broken');
    return;
  }
  if (draw < 0.1) {
    say('429');
    response.writeHead(429, { 'retry-after': '30' }).end();
    return;
  }
  if (draw < 0.13) {
    say('refused');
    request.socket.destroy();
    return;
  }
  if (draw < 0.16) {
    // It takes the message, and nobody hears of it.
    say('reply lost');
    note(endpoint, request, body);
    request.socket.destroy();
    return;
  }
  // Until the sender gives up.
  if (draw < 0.161) {
    say('silent');
    return;
  }
  say('taken');
  note(endpoint, request, body);
  response.writeHead(204).end();
};

const receiver = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('error', () => {});
  request.on('end', () =>
    answer(Number(request.url!.slice(1)), request, response, Buffer.concat(parts).toString('utf8')),
  );
});
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;

const folder = mkdtempSync(join(tmpdir(), 'foyer-webhooks-'));
const environment = { DATA_DIR: folder, PRIVATE_HOSTS: host, SPEED: String(speed) };
let program: Program = await startProgram('foyer', environment);
let peak = 0;
const memory = (): number => {
  const status = readFileSync(`/proc/${program.process.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
};
const watching = setInterval(() => {
  try {
    peak = Math.max(peak, memory());
  } catch {
    // It was just killed.
  }
}, 500);

const json = async (method: string, path: string, headers: Record<string, string>, body?: object) => {
  const reply = await fetch(program.url + path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
  return { headers: reply.headers, body: JSON.parse(text) as Record<string, never> };
};

/** The owner's cookie and site; logs in anew. */
const logIn = async () => {
  const own = { origin: 'http://127.0.0.1' };
  const login = { email: 'bench@foyer.example', password: 'a long password' };
  const { headers } = await json('POST', '/api/staff/login', own, login);
  const cookie = headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const me = await json('GET', '/api/staff/me', { ...own, cookie });
  const [site] = (me.body as unknown as { memberships: { site: string }[] }).memberships;
  return { headers: { ...own, cookie }, base: `/api/inbox/${site!.site}/webhooks` };
};

const owner = await logIn();
const ids = Array.from({ length: endpointCount }, () => newId());
for (const [number, id] of ids.entries())
  await json('POST', owner.base, owner.headers, {
    id,
    url: `http://${host}/${number}`,
    types: ['message.created'],
    description: '',
  });

const secret = newSecret();
const visitor = { authorization: `Bearer ${secret}` };
const conversation = newId();
const expected = new Set<string>();
await json('POST', '/api/sites/bench/questions', visitor, {
  id: conversation,
  title: 'Webhooks',
  visibility: 'private',
  language: 'en',
});
expected.add(`message.created ${conversation}`);

const began = performance.now();
let sent = 1;
const write = async (): Promise<void> => {
  while (sent < eventCount) {
    sent += 1;
    const id = newId();
    const path = `/api/sites/bench/conversations/${conversation}/messages`;
    const message = { id, body: `Message ${sent}` };
    // Until it is acknowledged: the server is killed meanwhile. What it refuses, it would refuse for ever.
    for (;;)
      try {
        await json('POST', path, visitor, message);
        break;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    expected.add(`message.created ${id}`);
  }
};
const killing = (async () => {
  for (let kill = 0; kill < kills; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 1_500 + random() * 2_500));
    await program.stop('SIGKILL');
    program = await startProgram('foyer', environment);
  }
})();
await Promise.all([...Array.from({ length: 4 }, write), killing]);
console.log(
  `${expected.size} events to ${endpointCount} endpoints, ${kills} kills, written in ${((performance.now() - began) / 1_000).toFixed(0)} s`,
);

const missingOf = (endpoint: number): number =>
  [...expected].filter((key) => !got[endpoint]!.has(key)).length;
const deadline = performance.now() + 8 * 60_000;
let isRevived = false;
for (;;) {
  const missing = ids.map((_, endpoint) => missingOf(endpoint));
  if (missing.every((count) => count === 0) || performance.now() > deadline) break;
  // Who was told that the endpoint is gone has mended it: what was given up is sent again.
  if (!isRevived && gone410 && missing.slice(0, -1).every((count) => count === 0)) {
    isRevived = true;
    const again = await logIn();
    const last = `${again.base}/${ids.at(-1)}`;
    await json('PATCH', last, again.headers, { on: true });
    await json('POST', `${last}/resend`, again.headers);
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}
clearInterval(watching);
await program.stop('SIGTERM');

const database = new Sqlite(join(folder, 'foyer.sqlite'), { readonly: true });
const rows = database
  .prepare('select endpoint_id as endpoint, count(*) as deliveries from webhook_deliveries group by 1')
  .all() as { endpoint: string; deliveries: number }[];
database.close();
console.log(`answers: ${JSON.stringify(outcomes)}`);
let [lost, severalIds, times] = [0, 0, 0];
for (const [number, id] of ids.entries()) {
  const planned = rows.find(({ endpoint }) => endpoint === id)?.deliveries ?? 0;
  const known = [...got[number]!.values()];
  // What happened while it was off is none of its own: it arrives at the others.
  const missing = number === endpointCount - 1 ? planned - known.length : missingOf(number);
  lost += Math.max(0, missing);
  severalIds += known.filter((one) => one.ids.size > 1).length;
  times += known.reduce((sum, one) => sum + one.times, 0);
  console.log(`  endpoint ${number}: ${planned} planned, ${known.length} arrived`);
}
console.log(`lost or skipped: ${lost} (${judge('lost or skipped', lost, { atMost: 0, noise: 0 })})`);
console.log(`under two ids: ${severalIds} (${judge('under two ids', severalIds, { atMost: 0, noise: 0 })})`);
console.log(`arrived ${times} times in all, repeats told by their ids`);
console.log(
  `memory at most ${peak.toFixed(0)} MB (${judge('memory', peak, { atMost: mostMemory, noise: 0.1, unit: ' MB' })})`,
);
console.log(`${((performance.now() - began) / 1_000).toFixed(0)} s in all`);
closeGoals();
receiver.close();
receiver.closeAllConnections();
rmSync(folder, { recursive: true, force: true });
