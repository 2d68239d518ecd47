import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { freePort } from '../helpers/stage.ts';
import { startMailServer, type TestMailServer } from '../helpers/smtp.ts';
import type { Target } from './abuse/loads.ts';
import { inboundToken } from './abuse/mailBombs.ts';
import { describeMemory, watchMemory } from './abuse/memory.ts';
import { targetAt } from './abuse/target.ts';
import { closeGoals, fail, judge } from './goals.ts';
import { percentile, startProgram } from './process.ts';

/*
 * A visitor's send and a colleague's login while others do their worst, at the limits that are shipped, beside the same
 * when nothing else happens in the same run. Usage: npm run bench:abuse -- [seconds]
 */

const seconds = Math.max(5, Number(process.argv[2] ?? 30));
const mebibyte = 1_024 * 1_024;
/** Visitors who write in turn: each may only so often. */
const visitors = 60;
const colleagues = 40;

/** The loads, in a process of their own. */
const startAttacker = async (url: string, replyAddresses: string[]) => {
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('../tools/run.mjs', import.meta.url)),
      'tests/bench/abuse/attacker.ts',
      url,
      ...replyAddresses,
    ],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  const message = async <Message>(): Promise<Message> => (await once(child, 'message'))[0] as Message;
  await message<'ready'>();
  return {
    begin: () => void child.send('begin'),
    /** @returns what every load was answered, and how often, and the processor time that sending it took, seconds */
    async end() {
      const ended = message<{
        answers: [load: string, seen: [answer: string, count: number][]][];
        seconds: number;
      }>();
      child.send('end');
      return ended;
    },
    kill: () => void child.kill(),
  };
};

interface Talk {
  secret: string;
  conversation: string;
  address: string;
}

const openTalk = async (target: Target, index: number): Promise<Talk> => {
  const talk = { secret: newSecret(), conversation: newId(), address: `203.0.113.${index + 1}` };
  const reply = await target.request('POST', '/api/sites/bench/chats', {
    address: talk.address,
    headers: { authorization: `Bearer ${talk.secret}` },
    body: { id: talk.conversation, body: 'Hello', language: 'en' },
  });
  if (reply.status !== 200) throw new Error(`a chat answered ${reply.status}`);
  return talk;
};

/** Reply addresses of mails that the server sent: a copy of each talk is asked for, and its address asked first. */
const replyAddressesOf = async (target: Target, talks: Talk[], smtp: TestMailServer): Promise<string[]> => {
  for (const [index, { secret, conversation, address }] of talks.entries()) {
    const reply = await target.request('POST', `/api/sites/bench/conversations/${conversation}/transcript`, {
      address,
      headers: { authorization: `Bearer ${secret}` },
      body: { id: newId(), email: `visitor${index}@visitor.example` },
    });
    if (reply.status !== 200) throw new Error(`a transcript answered ${reply.status}`);
  }
  while (smtp.mails.length < talks.length) await pause(100);
  return smtp.mails.map(({ envelope }) => envelope.from);
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const timed = async (what: string, times: number[], work: () => Promise<Response>): Promise<void> => {
  const start = performance.now();
  try {
    const reply = await work();
    await reply.arrayBuffer();
    if (reply.status !== 200) fail(`${what} answered ${reply.status}`);
  } catch (error) {
    fail(`${what} got no answer: ${String(error)}`);
  }
  times.push(performance.now() - start);
};

/** Sends and logs in steadily for a while. @param round so that nobody logs in more often than people may */
const people = async (target: Target, talks: Talk[], round: number) => {
  const until = performance.now() + seconds * 1_000;
  const sends: number[] = [];
  const logins: number[] = [];
  const downloads: number[] = [];
  const download = async (): Promise<void> => {
    while (performance.now() < until) {
      await timed('a download', downloads, () => fetch(`${target.url}/foyer.js`));
      await pause(100);
    }
  };
  const send = async (): Promise<void> => {
    for (let turn = 0; performance.now() < until; turn++) {
      const { secret, conversation, address } = talks[turn % talks.length]!;
      await timed('a send', sends, () =>
        target.request('POST', `/api/sites/bench/conversations/${conversation}/messages`, {
          address,
          headers: { authorization: `Bearer ${secret}` },
          body: { id: newId(), body: 'Are you there?' },
        }),
      );
      await pause(100);
    }
  };
  const logIn = async (): Promise<void> => {
    for (let turn = 0; turn < colleagues && performance.now() < until; turn++) {
      await timed('a login', logins, () =>
        target.request('POST', '/api/staff/login', {
          address: `192.0.2.${turn + 1 + round * 100}`,
          headers: { origin: target.url },
          body: { email: `colleague${turn}@foyer.example`, password: 'a long password' },
        }),
      );
      await pause((seconds * 1_000) / colleagues / 2);
    }
  };
  await Promise.all([send(), logIn(), download()]);
  return { sends, logins, downloads };
};

const folder = mkdtempSync(join(tmpdir(), 'foyer-abuse-'));
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const smtp = await startMailServer();
const program = await startProgram(
  'foyer',
  {
    DATA_DIR: folder,
    PORT: String(port),
    PUBLIC_URL: url,
    RATES: '1',
    TRUST_PROXY: '127.0.0.1',
    SMTP_URL: smtp.url,
    REPLY_ADDRESS: 'replies@bench.example',
    INBOUND_TOKEN: inboundToken,
  },
  '--colleagues',
  '--memory',
);
let attacker: Awaited<ReturnType<typeof startAttacker>> | undefined;
try {
  const target = targetAt(url);
  const talks: Talk[] = [];
  for (let index = 0; index < visitors; index++) talks.push(await openTalk(target, index));
  attacker = await startAttacker(url, await replyAddressesOf(target, talks.slice(0, 10), smtp));
  const idle = await people(target, talks, 0);

  const memoryWatch = watchMemory(program);
  attacker.begin();
  const attacked = await people(target, talks, 1);
  const { answers, seconds: spent } = await attacker.end();
  const peak = memoryWatch.end();

  for (const [what, before, during] of [
    ['send', idle.sends, attacked.sends],
    ['login', idle.logins, attacked.logins],
    ['download', idle.downloads, attacked.downloads],
  ] as const) {
    const [calm, loaded] = [percentile(before, 0.99), percentile(during, 0.99)];
    const verdict = judge(`p99 of a ${what}, times idle`, loaded / calm, { atMost: 5, noise: 0.2 });
    console.log(
      `${what.padEnd(8)} idle p99 ${calm.toFixed(1)} ms (${before.length}), attacked ${loaded.toFixed(1)} ms (${during.length})   ${verdict}`,
    );
  }
  const memory = peak.total / mebibyte;
  const verdict = judge('memory with children', memory, { atMost: 600, noise: 0, unit: ' MiB' });
  console.log(`memory   ${memory.toFixed(0)} MiB with children   ${verdict}`);
  for (const line of describeMemory(peak)) console.log(`  ${line}`);
  console.log(`the attackers' own processor time, beside the server's: ${spent.toFixed(1)} s`);
  for (const [load, seen] of answers) {
    console.log(`\n${load}`);
    for (const [answer, count] of seen) console.log(`  ${String(count).padStart(6)}  ${answer}`);
    const unsaid = [...seen].filter(([answer]) => answer === 'lost' || /^5\d\d/.test(answer));
    if (unsaid.length) fail(`${load}: not everything was answered or refused`);
  }
} finally {
  attacker?.kill();
  await program.stop();
  await smtp.close();
  rmSync(folder, { recursive: true, force: true });
}
closeGoals();
