import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { closeGoals, fail, judge } from './goals.ts';
import { percentile, type Program, startProgram } from './process.ts';

/*
 * Thousands of visitors with an open stream: how fast what is written reaches them, what a stream costs in memory and an
 * event in processor time, beside a bare server that writes frames to the response itself and one on Hono's streamSSE,
 * in the same run. Then a storm of reconnects, and readers that do not read.
 * Usage: npm run bench:streams -- [streams] [messages a second] [seconds]
 */

const count = Math.max(10, Number(process.argv[2] ?? 5_000));
const rate = Math.max(1, Number(process.argv[3] ?? 200));
const seconds = Math.max(1, Number(process.argv[4] ?? 10));
const stormSize = Math.min(1_000, count);
/** Visitors of another site, on which nobody listens: what writing to them costs is what writing costs. */
const quiet = Math.min(500, count);
/** The number of pairs whose median difference is the cost of an event: with streams, without. */
const pairs = 5;

interface Usage {
  processor: number;
  memory: number;
  rss: number;
}

/** A program's use of time and memory, once its heap is collected. */
const usageOf = (program: Program): Promise<Usage> =>
  new Promise((resolve) => {
    let text = '';
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      const found = /usage (\{.*\})\n/.exec(text)?.[1];
      if (!found) return;
      program.process.stdout!.off('data', read);
      resolve(JSON.parse(found) as Usage);
    };
    program.process.stdout!.on('data', read);
    program.process.kill('SIGUSR2');
  });

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

const post = (url: string, body: object, headers: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const call = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    call.on('error', reject);
    call.end(text);
  });

/** One stream of one visitor: remembers its cursor and which messages came, in order. */
class Reader {
  cursor: number | undefined;
  readonly got: string[] = [];
  private call: ClientRequest | undefined;
  private answer: IncomingMessage | undefined;
  private text = '';
  private readonly url: string;
  private readonly headers: Record<string, string>;
  private readonly onMessage: (id: string) => void;

  constructor(url: string, headers: Record<string, string>, onMessage: (id: string) => void) {
    this.url = url;
    this.headers = headers;
    this.onMessage = onMessage;
  }

  /** Resolves with the hello. */
  open(): Promise<void> {
    this.text = '';
    return new Promise((resolve, reject) => {
      this.call = request(
        `${this.url}${this.cursor === undefined ? '' : `?after=${this.cursor}`}`,
        { agent: false, headers: this.headers },
        (answer) => {
          this.answer = answer;
          if (answer.statusCode !== 200) return reject(new Error(`a stream answered ${answer.statusCode}`));
          answer.setEncoding('utf8');
          answer.on('data', (chunk: string) => {
            this.take(chunk);
            resolve();
          });
          answer.on('error', () => {});
        },
      );
      this.call.on('error', reject);
      this.call.end();
    });
  }

  private take(chunk: string): void {
    this.text += chunk;
    for (let end = this.text.indexOf('\n\n'); end >= 0; end = this.text.indexOf('\n\n')) {
      const frame = this.text.slice(0, end);
      this.text = this.text.slice(end + 2);
      const id = /^id: (\d+)$/m.exec(frame)?.[1];
      if (id !== undefined) this.cursor = Math.max(this.cursor ?? 0, Number(id));
      const data = /^data: (.*)$/m.exec(frame)?.[1];
      if (!data?.includes('"message.added"')) continue;
      const { data: event } = JSON.parse(data) as { data: { message: { id: string } } };
      this.got.push(event.message.id);
      this.onMessage(event.message.id);
    }
  }

  stopReading(): void {
    this.answer?.pause();
  }

  readOn(): void {
    this.answer?.resume();
  }

  close(): void {
    this.call?.destroy();
  }
}

interface Target {
  program: Program;
  /** Streams of the visitors, unopened. */
  readers: Reader[];
  /** Writes to the conversation of a visitor. */
  say(visitor: number, id: string): Promise<number>;
}

const sentAt = new Map<string, number>();
const arrivals: number[] = [];
let delivered = 0;
const arrived = (id: string): void => {
  delivered++;
  const at = sentAt.get(id);
  if (at !== undefined) arrivals.push(performance.now() - at);
};

const folder = mkdtempSync(join(tmpdir(), 'foyer-streams-'));
const programs: Program[] = [];

const siteOf = (visitor: number): string => (visitor < count ? 'bench' : 'quiet');

const startFoyer = async (): Promise<Target> => {
  const program = await startProgram('foyer', { DATA_DIR: folder }, '--streams');
  programs.push(program);
  const secrets = Array.from({ length: count + quiet }, newSecret);
  const ids = secrets.map(() => newId());
  // Opened in parcels: each is a visitor's first action.
  for (let from = 0; from < secrets.length; from += 100)
    await Promise.all(
      secrets
        .slice(from, from + 100)
        .map((secret, place) =>
          post(
            `${program.url}/api/sites/${siteOf(from + place)}/chats`,
            { id: ids[from + place], body: 'Hello', language: 'en' },
            { authorization: `Bearer ${secret}` },
          ),
        ),
    );
  return {
    program,
    readers: secrets
      .slice(0, count)
      .map(
        (secret) =>
          new Reader(`${program.url}/api/sites/bench/live`, { authorization: `Bearer ${secret}` }, arrived),
      ),
    say: (visitor, id) =>
      post(
        `${program.url}/api/sites/${siteOf(visitor)}/conversations/${ids[visitor]}/messages`,
        { id, body: `Message ${id}` },
        { authorization: `Bearer ${secrets[visitor]}` },
      ),
  };
};

const startBare = async (kind: 'raw' | 'hono'): Promise<Target> => {
  const program = await startProgram('streams', {}, kind);
  programs.push(program);
  return {
    program,
    readers: Array.from({ length: count }, (_, at) => new Reader(`${program.url}/stream/${at}`, {}, arrived)),
    say: (visitor, id) => post(`${program.url}/say/${visitor}`, { id, body: `Message ${id}` }),
  };
};

const openAll = async (readers: Reader[]): Promise<void> => {
  for (let from = 0; from < readers.length; from += 50)
    await Promise.all(readers.slice(from, from + 50).map((reader) => reader.open()));
};

/** Writes at an even pace to so many visitors in turn, from one on; resolves when all were acknowledged. @returns how many */
const speak = async (target: Target, milliseconds: number, from = 0, among = count): Promise<number> => {
  const begin = performance.now();
  const waiting: Promise<number>[] = [];
  let said = 0;
  while (performance.now() - begin < milliseconds) {
    const due = Math.floor(((performance.now() - begin) / 1_000) * rate);
    for (; said < due; said++) {
      const id = newId();
      sentAt.set(id, performance.now());
      waiting.push(target.say(from + ((said * 7_919) % among), id));
    }
    await pause(2);
  }
  const statuses = await Promise.all(waiting);
  const failed = statuses.filter((status) => status !== 200).length;
  if (failed) console.log(`  ${failed} of ${said} writes were not acknowledged`);
  return said;
};

const until = async (what: () => boolean, longest = 20_000): Promise<boolean> => {
  for (const end = performance.now() + longest; performance.now() < end; await pause(10))
    if (what()) return true;
  return false;
};

interface Figures {
  memory: number;
  rss: number;
  writing: number;
  perEvent: number;
  p50: number;
  p95: number;
  p99: number;
}

const measure = async (name: string, target: Target): Promise<Figures> => {
  const { program, readers } = target;
  await speak(target, 3_000, count, quiet);
  await pause(500);
  const before = await usageOf(program);
  await openAll(readers);
  await pause(1_000);
  const idle = await usageOf(program);
  await speak(target, 2_000);
  await pause(300);
  delivered = 0;
  arrivals.length = 0;
  let said = 0;
  const writing: number[] = [];
  const perEvent: number[] = [];
  const costOf = async (from: number, among: number): Promise<{ cost: number; said: number }> => {
    const start = await usageOf(program);
    const wanted = delivered;
    const own = await speak(target, (seconds * 1_000) / pairs, from, among);
    if (from === 0) await until(() => delivered >= wanted + own);
    return { cost: ((await usageOf(program)).processor - start.processor) / own, said: own };
  };
  for (let turn = 0; turn < pairs; turn++) {
    const alone = await costOf(count, quiet);
    const heard = await costOf(0, count);
    said += heard.said;
    writing.push(alone.cost);
    perEvent.push(heard.cost - alone.cost);
  }
  const figures = {
    memory: (idle.memory - before.memory) / count / 1_024,
    rss: (idle.rss - before.rss) / count / 1_024,
    writing: percentile(writing, 0.5),
    perEvent: percentile(perEvent, 0.5),
    p50: percentile(arrivals, 0.5),
    p95: percentile(arrivals, 0.95),
    p99: percentile(arrivals, 0.99),
  };
  console.log(
    `${name.padEnd(26)}${[
      `${figures.memory.toFixed(1)} KiB`,
      `${figures.rss.toFixed(1)} KiB`,
      `${figures.writing.toFixed(0)} µs`,
      `${figures.perEvent.toFixed(0)} µs`,
      `${figures.p50.toFixed(1)} ms`,
      `${figures.p95.toFixed(1)} ms`,
      `${figures.p99.toFixed(1)} ms`,
    ]
      .map((text) => text.padStart(11))
      .join('')}   ${delivered} of ${said} delivered`,
  );
  return figures;
};

try {
  console.log(
    `${count} streams, ${rate} messages a second for ${seconds} s, everything on this machine. Heap and resident memory a\nstream; processor time of a write that nobody hears, and what a delivered event adds to it.\n`,
  );
  console.log(
    `${' '.repeat(26)}${['heap', 'resident', 'write', 'event', 'p50', 'p95', 'p99'].map((name) => name.padStart(11)).join('')}`,
  );
  const bare = await startBare('raw');
  const ceiling = await measure('bare, frames written', bare);
  await bare.program.stop();
  const hono = await startBare('hono');
  await measure('Hono’s streamSSE', hono);
  await hono.program.stop();
  const foyer = await startFoyer();
  const own = await measure('Foyer', foyer);
  // What an event adds is a difference of two noisy figures: where it is not above nothing, it says nothing.
  const ratio = own.perEvent / ceiling.perEvent;
  const isHeard = ceiling.perEvent > 1 && own.perEvent > 1;
  console.log(
    `\nmemory a stream  ${own.memory.toFixed(1)} KiB   ${judge('memory a stream', own.memory, { atMost: 20, noise: 0.1, unit: ' KiB' })}`,
  );
  console.log(
    `time an event    ${
      isHeard
        ? `${ratio.toFixed(1)} × the bare server’s   ${judge('time an event', ratio, { atMost: 2, noise: 0.25, unit: ' ×' })}`
        : 'lost in the noise of this machine, run it again'
    }`,
  );

  // The storm: so many lines break at once while messages go on, and come back by their cursors.
  const storm = foyer.readers.slice(0, stormSize);
  const expected = storm.map((reader) => [...reader.got]);
  for (const reader of storm) reader.close();
  const begin = performance.now();
  const missing: { visitor: number; id: string }[] = [];
  const talking = (async () => {
    for (let turn = 0; turn < stormSize; turn += 5) {
      const id = newId();
      missing.push({ visitor: turn, id });
      await foyer.say(turn, id);
    }
  })();
  await Promise.all(storm.map((reader) => reader.open()));
  const back = performance.now() - begin;
  await talking;
  for (const { visitor, id } of missing) expected[visitor]!.push(id);
  const complete = await until(() =>
    storm.every((reader, visitor) => reader.got.length >= expected[visitor]!.length),
  );
  const missed = storm.reduce(
    (sum, reader, visitor) => sum + expected[visitor]!.filter((id) => !reader.got.includes(id)).length,
    0,
  );
  const doubled = storm.reduce((sum, reader) => sum + reader.got.length - new Set(reader.got).size, 0);
  if (missed || doubled || !complete) fail(`storm: ${missed} missed, ${doubled} doubled`);
  console.log(
    `storm: ${stormSize} streams back after ${(back / 1_000).toFixed(1)} s while ${missing.length} messages were written: ${missed} missed, ${doubled} doubled${complete ? '' : ' (gave up waiting)'}`,
  );

  // Readers that do not read: dropped at a bounded buffer, and complete after they come back.
  const slow = foyer.readers.slice(0, 50);
  const memory = (await usageOf(foyer.program)).memory;
  for (const reader of slow) reader.stopReading();
  const before = slow.map((reader) => reader.got.length);
  const each = 120;
  for (let turn = 0; turn < each; turn++)
    await Promise.all(slow.map((_, visitor) => foyer.say(visitor, newId())));
  const held = ((await usageOf(foyer.program)).memory - memory) / 1_048_576;
  for (const reader of slow) reader.readOn();
  await until(() => slow.every((reader, at) => reader.got.length >= before[at]! + each), 5_000);
  for (const reader of slow) reader.close();
  await Promise.all(slow.map((reader) => reader.open()));
  const whole = await until(() => slow.every((reader, at) => reader.got.length >= before[at]! + each));
  if (!whole) fail('slow readers: not complete after coming back');
  console.log(
    `slow readers: 50 that did not read while ${each} messages came for each: ${held.toFixed(1)} MiB held, ${whole ? 'all complete' : 'NOT complete'} after coming back`,
  );
} finally {
  agent.destroy();
  await Promise.all(programs.map((program) => program.stop()));
  rmSync(folder, { recursive: true, force: true });
}
closeGoals();
process.exit();
