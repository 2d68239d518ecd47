import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { makeDisk } from './disk.ts';
import { percentile, type Program, startProgram } from './process.ts';

/*
 * What was acknowledged is stored, once, whatever happens to the process, the power or the disk.
 * Usage: npm run bench:crash -- [kills]
 */

const kills = Math.max(1, Number(process.argv[2] ?? 60));
const clients = 8;
/** A fixed seed: a failure can be run again. */
let seed = 20_260_302;
const random = (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

const folder = mkdtempSync(join(tmpdir(), 'foyer-crash-'));
const disk = makeDisk(folder, true);
if (!disk) console.log('No C compiler: syncs are not counted, power is not cut and the disk is not filled.');

const acknowledged = new Set<string>();
let refusals = 0;

const post = (url: string, path: string, secret: string, body: object): Promise<Response> =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify(body),
  });

/** Writes until the server is gone; each message is sent again with its id until it is acknowledged or the line breaks. */
const write = async (url: string, gone: () => boolean): Promise<void> => {
  const secret = newSecret();
  const conversation = newId();
  try {
    const opened = await post(url, '/api/sites/bench/questions', secret, {
      id: conversation,
      title: 'Crash',
      visibility: 'private',
      language: 'en',
    });
    await opened.arrayBuffer();
    if (opened.ok) acknowledged.add(conversation);
    while (!gone()) {
      const id = newId();
      const reply = await post(url, `/api/sites/bench/conversations/${conversation}/messages`, secret, {
        id,
        body: `Message ${id}`,
      });
      await reply.arrayBuffer();
      if (reply.ok) acknowledged.add(id);
      else refusals++;
    }
  } catch {
    // The line broke: what was not acknowledged may or may not be there, and only once.
  }
};

/** Checks what is stored of what was acknowledged; throws when anything is lost, doubled or out of order. */
const verify = (when: string): void => {
  const database = new Sqlite(join(folder, 'foyer.sqlite'));
  const rows = database.prepare('select id, seq, conversation_id as conversation from messages').all() as {
    id: string;
    seq: number;
    conversation: string;
  }[];
  const counts = new Map<string, number>();
  for (const { id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1);
  const lost = [...acknowledged].filter((id) => !counts.has(id)).length;
  const doubled = [...counts.values()].filter((count) => count > 1).length;
  const events = database
    .prepare('select count(*) as events, max(seq) as top, (select head from logs) as head from events')
    .get() as { events: number; top: number; head: number };
  const intact = database.pragma('integrity_check(1)', { simple: true });
  database.close();
  const logWhole = events.events === 0 || (events.top === events.head && events.events === events.head);
  if (lost || doubled || intact !== 'ok' || !logWhole)
    throw new Error(
      `${when}: ${lost} lost, ${doubled} doubled, integrity ${String(intact)}, log ${JSON.stringify(events)}`,
    );
};

const environment = { DATA_DIR: folder, ...disk?.environment };
const restarts: number[] = [];
let lostWrites = 0;
let syncs = 0;

const killOnce = async (round: number): Promise<void> => {
  disk?.forget();
  const server: Program = await startProgram('foyer', environment);
  restarts.push(server.started);
  let gone = false;
  const syncsBefore = disk?.syncs() ?? 0;
  const writers = Array.from({ length: clients }, () => write(server.url, () => gone));
  await new Promise((resolve) => setTimeout(resolve, 100 + random() * 900));
  await server.stop('SIGKILL');
  gone = true;
  await Promise.all(writers);
  syncs += (disk?.syncs() ?? 0) - syncsBefore;
  // Every second time the power goes, too: what was not synced is gone.
  if (disk && round % 2) lostWrites += disk.losePower();
  verify(`kill ${round}`);
};

/** The test of the test: a server that does not sync must be seen to lose what it acknowledged when the power goes. */
const provePowerCut = async (): Promise<number> => {
  if (!disk) return 0;
  disk.forget();
  const server = await startProgram('bare', { ...environment, SYNCHRONOUS: 'OFF' });
  const sent: string[] = [];
  for (let count = 0; count < 300; count++) {
    const id = newId();
    const reply = await post(server.url, '/messages', '', { id, body: 'x'.repeat(300) });
    await reply.arrayBuffer();
    if (reply.ok) sent.push(id);
  }
  await server.stop('SIGKILL');
  disk.losePower();
  const database = new Sqlite(join(folder, 'bare.sqlite'));
  const there = new Set(
    database.prepare("select name from sqlite_schema where name = 'messages'").get()
      ? (database.prepare('select id from messages').all() as { id: string }[]).map((row) => row.id)
      : [],
  );
  database.close();
  return sent.filter((id) => !there.has(id)).length;
};

const fillDisk = async (): Promise<void> => {
  if (!disk) return;
  disk.forget();
  const server = await startProgram('foyer', environment);
  const secret = newSecret();
  const conversation = newId();
  await post(server.url, '/api/sites/bench/questions', secret, {
    id: conversation,
    title: 'Full',
    visibility: 'private',
    language: 'en',
  });
  acknowledged.add(conversation);
  const send = async (): Promise<number> => {
    const id = newId();
    const reply = await post(server.url, `/api/sites/bench/conversations/${conversation}/messages`, secret, {
      id,
      body: 'x'.repeat(500),
    });
    await reply.arrayBuffer();
    if (reply.ok) acknowledged.add(id);
    return reply.status;
  };
  const tally = (statuses: number[]): string =>
    [...new Set(statuses)]
      .map((status) => `${statuses.filter((one) => one === status).length} × ${status}`)
      .join(', ');
  disk.setFull(true);
  const full: number[] = [];
  for (let count = 0; count < 40; count++) full.push(...(await Promise.all(Array.from({ length: 5 }, send))));
  const read = await fetch(`${server.url}/api/sites/bench/conversations/${conversation}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  disk.setFull(false);
  const after: number[] = [];
  for (let count = 0; count < 20; count++) after.push(await send());
  await server.stop('SIGTERM');
  console.log(
    `full disk   ${tally(full)} while full; reading answered ${read.status}; then ${tally(after)} without a restart`,
  );
  if (full.some((status) => status < 500) || !read.ok || after.some((status) => status !== 200))
    throw new Error('the full disk was not handled');
  verify('full disk');
};

try {
  for (let round = 0; round < kills; round++) await killOnce(round);
  console.log(
    `kill -9     ${kills} times under ${clients} clients (every second time the power, too${disk ? '' : ': not here'})`,
  );
  console.log(
    `            ${acknowledged.size} acknowledged, 0 lost, 0 doubled, log without gaps; ${refusals} refused while dying`,
  );
  if (disk) {
    console.log(`            ${lostWrites} writes that had not been synced were taken back by power cuts`);
    console.log(
      `            ${(syncs / acknowledged.size).toFixed(3)} syncs per acknowledged write (1 would be a sync each)`,
    );
  }
  console.log(
    `restart     ready after ${percentile(restarts, 0.5).toFixed(0)} ms (median), ${Math.max(...restarts).toFixed(0)} ms (longest), the process's own start included`,
  );
  if (disk) {
    const lost = await provePowerCut();
    console.log(
      `control     the same power cut on a server with synchronous=OFF: ${lost} of 300 acknowledged writes lost`,
    );
    if (lost === 0)
      throw new Error('the power cut takes nothing back: this benchmark cannot see a missing sync');
  }
  await fillDisk();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
