import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, newSecret } from '../../shared/core/ids.ts';
import type { LiveEvent } from '../../shared/core/events.ts';
import { CallError } from '../../widget/core/net/client.ts';
import { type Live, openLive } from '../../widget/core/net/live.ts';
import { createOutbox, type Outbox } from '../../widget/core/net/outbox.ts';
import { noFaults, openFaultProxy } from './faultProxy.ts';
import { closeGoals, fail, judge } from './goals.ts';
import { percentile, type Program, startProgram } from './process.ts';

/*
 * Visitors and staff who talk through a bad network and a server that is killed at random: nothing lost, nothing
 * doubled, nothing out of order, on both sides. The clients are the widget's own outbox and live line.
 * Usage: npm run bench:delivery -- [visitors] [messages of each] [kills]
 */

const visitors = Math.max(2, Number(process.argv[2] ?? 50));
const each = Math.max(2, Number(process.argv[3] ?? 160));
const kills = Math.max(0, Number(process.argv[4] ?? 8));
const staffCount = Math.min(5, visitors);
/** The number of messages of each member of staff, spread over their visitors. */
const staffEach = Math.round((visitors * each) / 4 / staffCount);
/** Messages sent without faults first, to tell how long they take. */
const calmSends = 600;

let seed = 20_260_302;
const random = (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

// What the browser's parts expect of a window.
Object.assign(globalThis, { addEventListener: () => {}, removeEventListener: () => {} });

interface Sent {
  path: string;
  body: object;
}

/** One try of a send, as the widget's client makes it. */
const trySend = async (url: string, headers: Record<string, string>, body: object): Promise<void> => {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    await response.text();
  } catch {
    throw new CallError('offline');
  }
  if (response.ok) return;
  throw new CallError(
    response.status === 429 ? 'limited' : response.status >= 500 ? 'unavailable' : 'invalid',
    {},
    Number(response.headers.get('retry-after')) || 0,
  );
};

const sentAt = new Map<string, number>();
const seenAfter: number[] = [];

/** Somebody who sends and listens. */
class Person {
  /** Ids that this person sent, by conversation, in their order. */
  readonly sent = new Map<string, string[]>();
  /** Ids that arrived, by conversation, in the order of their arrival, with the author's kind. */
  readonly heard = new Map<string, { id: string; kind: string; seq: number }[]>();
  readonly outbox: Outbox<Sent>;
  live: Live | undefined;
  /** When the line was last known to be back. */
  liveAt = 0;
  /** When something was last acknowledged. */
  throughAt = 0;
  private readonly base: string;
  private readonly headers: Record<string, string>;

  constructor(base: string, headers: Record<string, string>) {
    this.base = base;
    this.headers = headers;
    this.outbox = createOutbox<Sent>({
      send: (_, { path, body }) => trySend(this.base + path, this.headers, body),
      onSent: () => {
        this.throughAt = performance.now();
        this.live?.retry();
      },
      queueOf: ({ path }) => path,
    });
  }

  listen(path: string, cursor: number): void {
    this.live = openLive({
      url: this.base + path,
      headers: () => this.headers,
      cursor,
      onEvent: (event) => this.hear(event),
      onReset: () => {
        throw new Error('the log does not lose its tail in a minute');
      },
    });
    // As the widget does: the line that is back wakes what waits, and the other way round.
    this.live.state.subscribe((state) => {
      if (state !== 'live' && state !== 'polling') return;
      this.liveAt = performance.now();
      this.outbox.retry();
    });
  }

  private hear(event: LiveEvent): void {
    if (event.kind !== 'message.added') return;
    const { message } = event.data as {
      message: { id: string; conversation: string; author: { kind: string } };
    };
    const list = this.heard.get(message.conversation) ?? [];
    this.heard.set(message.conversation, list);
    list.push({ id: message.id, kind: message.author.kind, seq: event.seq });
    const at = sentAt.get(message.id);
    if (at !== undefined) {
      seenAfter.push(performance.now() - at);
      sentAt.delete(message.id);
    }
  }

  say(conversation: string, path: string, more: object = {}): void {
    const id = newId();
    const list = this.sent.get(conversation) ?? [];
    this.sent.set(conversation, list);
    list.push(id);
    sentAt.set(id, performance.now());
    this.outbox.add(id, { path, body: { id, body: `Message ${id}`, ...more } });
  }

  get waits(): number {
    return this.outbox.items.value.length;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'foyer-delivery-'));
const environment = (port: number) => ({ DATA_DIR: folder, PORT: String(port) });
let program: Program = await startProgram('foyer', environment(0), '--streams');
const { port } = program;
const proxy = await openFaultProxy(port, random);
const base = `http://127.0.0.1:${proxy.port}`;

const login = await fetch(`http://127.0.0.1:${port}/api/staff/login`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1' },
  body: JSON.stringify({ email: 'bench@foyer.example', password: 'a long password' }),
});
const cookie = login.headers
  .getSetCookie()
  .map((text) => text.split(';')[0])
  .join('; ');
const me = (await login.json()) as { memberships: { site: string }[] };
const site = me.memberships[0]!.site;
const staffHeaders = { cookie, origin: 'http://127.0.0.1' };

const conversations: string[] = [];
const people: Person[] = [];
const agents: Person[] = [];
try {
  for (let count = 0; count < visitors; count++) {
    const secret = newSecret();
    const person = new Person(base, { authorization: `Bearer ${secret}` });
    const id = newId();
    const opened = await fetch(`http://127.0.0.1:${port}/api/sites/bench/chats`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify({ id, body: 'Hello', language: 'en' }),
    });
    const { cursor } = (await opened.json()) as { cursor: number };
    conversations.push(id);
    people.push(person);
    person.listen('/api/sites/bench/live', cursor);
  }
  const inbox = (await (
    await fetch(`http://127.0.0.1:${port}/api/inbox/${site}/conversations`, { headers: staffHeaders })
  ).json()) as { cursor: number };
  for (let count = 0; count < staffCount; count++) {
    const agent = new Person(base, staffHeaders);
    agents.push(agent);
    agent.listen(`/api/inbox/${site}/live`, inbox.cursor);
  }

  const visitorSays = (visitor: number): void =>
    people[visitor]!.say(
      conversations[visitor]!,
      `/api/sites/bench/conversations/${conversations[visitor]}/messages`,
    );
  const agentSays = (agent: number, turn: number): void => {
    const visitor = (agent + staffCount * turn) % visitors;
    agents[agent]!.say(
      conversations[visitor]!,
      `/api/inbox/${site}/conversations/${conversations[visitor]}/messages`,
      { visibility: 'public' },
    );
  };
  const everybody = (): Person[] => [...people, ...agents];
  const until = async (what: () => boolean, longest: number): Promise<boolean> => {
    for (const end = performance.now() + longest; performance.now() < end; await pause(20))
      if (what()) return true;
    return false;
  };
  await until(() => everybody().every(({ live }) => live!.state.value === 'live'), 20_000);

  // Calm first: how long from sending to being seen on the other side.
  for (let count = 0; count < calmSends; count++) {
    if (count % 4) visitorSays(count % visitors);
    else agentSays(count % staffCount, count);
    await pause(8);
  }
  await until(() => seenAfter.length >= calmSends, 10_000);
  console.log(
    `${visitors} visitors, ${staffCount} staff, through the proxy without faults: ${calmSends} sends, send to seen p50 ${percentile(seenAfter, 0.5).toFixed(1)} ms, p95 ${percentile(seenAfter, 0.95).toFixed(1)} ms (goal under 50)`,
  );

  proxy.faults = {
    beforeRequest: 0.04,
    beforeReply: 0.04,
    midReply: 0.02,
    delay: 0.1,
    longestDelay: 150,
    cutStream: 0.004,
    holdStream: 0.02,
  };
  const begin = performance.now();
  const recoveries: number[] = [];
  let finished = false;
  const killing = (async () => {
    for (let count = 0; count < kills && !finished; count++) {
      await pause(1_500 + random() * 2_500);
      await program.stop('SIGKILL');
      await pause(200 + random() * 800);
      program = await startProgram('foyer', environment(port), '--streams');
      const back = performance.now();
      // A recovery is over when everybody hears again, and who had something to send gets it through again.
      await until(
        () =>
          everybody().every(
            ({ liveAt, throughAt, waits }) => liveAt >= back && (waits === 0 || throughAt >= back),
          ),
        30_000,
      );
      recoveries.push(performance.now() - back);
    }
  })();
  const talking = [
    ...people.map(async (_, visitor) => {
      for (let count = 0; count < each; count++) {
        visitorSays(visitor);
        await pause(random() * 300);
      }
    }),
    ...agents.map(async (_, agent) => {
      for (let turn = 0; turn < staffEach; turn++) {
        agentSays(agent, turn);
        await pause(random() * 100);
      }
    }),
  ];
  await Promise.all(talking);
  finished = true;
  await killing;
  proxy.faults = noFaults;
  await until(() => everybody().every((person) => person.waits === 0), 60_000);
  const total = everybody().reduce(
    (sum, { sent }) => sum + [...sent.values()].reduce((count, list) => count + list.length, 0),
    0,
  );

  // What each side should have heard, in the order of the server's log.
  const problems = { lost: 0, doubled: 0, disordered: 0 };
  const check = (heard: { id: string; seq: number }[], wanted: string[]): void => {
    const ids = heard.map(({ id }) => id);
    problems.lost += wanted.filter((id) => !ids.includes(id)).length;
    problems.doubled += ids.length - new Set(ids).size;
    const places = wanted.map((id) => ids.indexOf(id)).filter((place) => place >= 0);
    if (places.some((place, at) => at > 0 && place < places[at - 1]!)) problems.disordered++;
    if (heard.some(({ seq }, at) => at > 0 && seq <= heard[at - 1]!.seq)) problems.disordered++;
  };
  const sentIn = (conversation: string): { visitor: string[]; staff: string[][] } => ({
    visitor: people[conversations.indexOf(conversation)]!.sent.get(conversation) ?? [],
    staff: agents.map(({ sent }) => sent.get(conversation) ?? []),
  });
  const complete = (): boolean =>
    conversations.every((conversation, visitor) => {
      const { visitor: own, staff } = sentIn(conversation);
      const wanted = own.length + staff.reduce((sum, list) => sum + list.length, 0);
      return [people[visitor]!, ...agents].every(
        ({ heard }) => new Set((heard.get(conversation) ?? []).map(({ id }) => id)).size >= wanted,
      );
    });
  await until(complete, 60_000);
  for (const [visitor, conversation] of conversations.entries()) {
    const { visitor: own, staff } = sentIn(conversation);
    for (const listener of [people[visitor]!, ...agents])
      for (const list of [own, ...staff]) {
        const heard = listener.heard.get(conversation) ?? [];
        check(
          heard.filter(({ id }) => list.includes(id)),
          list,
        );
      }
  }
  if (Object.values(problems).some(Boolean))
    for (const [at, { live, heard }] of [...agents, ...people].entries())
      console.log(
        `  listener ${at}: ${live!.state.value}, heard ${[...heard.values()].reduce((sum, list) => sum + list.length, 0)}`,
      );
  // And what is stored: each once, each sender's in their order.
  const stored = { lost: 0, doubled: 0, disordered: 0 };
  for (const [visitor, conversation] of conversations.entries()) {
    const thread = (await (
      await fetch(`http://127.0.0.1:${port}/api/inbox/${site}/conversations/${conversation}`, {
        headers: staffHeaders,
      })
    ).json()) as { messages: { id: string }[] };
    const ids = thread.messages.map(({ id }) => id);
    const { visitor: own, staff } = sentIn(conversation);
    void visitor;
    stored.doubled += ids.length - new Set(ids).size;
    for (const list of [own, ...staff]) {
      const newest = list.filter((id) => ids.includes(id));
      // One answer carries the newest 500 of a thread.
      if (ids.length < 500) stored.lost += list.length - newest.length;
      const places = newest.map((id) => ids.indexOf(id));
      if (places.some((place, at) => at > 0 && place < places[at - 1]!)) stored.disordered++;
    }
  }
  console.log(
    `${total} sends in ${((performance.now() - begin) / 1_000).toFixed(0)} s, ${recoveries.length} kills; faults that struck: ${Object.entries(
      proxy.struck,
    )
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
  );
  console.log(
    `on both sides  ${problems.lost} lost, ${problems.doubled} doubled, ${problems.disordered} out of order`,
  );
  console.log(
    `in the store   ${stored.lost} lost, ${stored.doubled} doubled, ${stored.disordered} out of order`,
  );
  const longest = Math.max(0, ...recoveries) / 1_000;
  console.log(
    `recovery       longest ${longest.toFixed(1)} s, median ${(percentile(recoveries, 0.5) / 1_000).toFixed(1)} s after the server was back, while the network stays bad   ${judge('longest recovery', longest, { atMost: 3, noise: 0.1, unit: ' s' })}`,
  );
  for (const [where, counts] of [
    ['on both sides', problems],
    ['in the store', stored],
  ] as const)
    for (const [what, count] of Object.entries(counts)) if (count) fail(`${where}: ${count} ${what}`);
} finally {
  for (const { live, outbox } of [...people, ...agents]) {
    live?.stop();
    outbox.dispose();
  }
  await program.stop();
  await proxy.close();
  rmSync(folder, { recursive: true, force: true });
}
closeGoals();
process.exit();
