import { setPriority } from 'node:os';
import { halfOpen, longAddresses, markdownFloods } from './floods.ts';
import { type Answers, pictureBombs } from './loads.ts';
import { mailBombs } from './mailBombs.ts';
import { targetAt } from './target.ts';

/*
 * The loads of `bench:abuse`, in a process of their own: what they send, and what they read, is not waited for by what
 * measures. Says when it is ready, begins when it is told to, and ends with what every load was answered.
 * Arguments: the server's address, then reply addresses of mails that it sent.
 */

/** Loads that run at once: one line each. */
const loads = [
  pictureBombs(20),
  mailBombs(4, process.argv.slice(3)),
  longAddresses(20_000),
  markdownFloods(80),
  halfOpen(1_000),
];

// Attackers bring machines of their own: what theirs costs is not taken from the server's where both want the processor.
setPriority(10);

const send = (message: unknown): void => void process.send?.(message);
const told = (): Promise<unknown> => new Promise((resolve) => process.once('message', resolve));

const target = targetAt(process.argv[2] ?? '');
for (const load of loads) await load.prepare();
const begin = told();
send('ready');
await begin;

let isOver = false;
void told().then(() => {
  isOver = true;
});
const answers = await Promise.all(
  loads.map(async (load) => {
    const seen: Answers = new Map();
    await load.run(
      target,
      () => isOver,
      (answer) => seen.set(answer, (seen.get(answer) ?? 0) + 1),
    );
    return [load.name, [...seen]] as const;
  }),
);
const { user, system } = process.cpuUsage();
send({ answers, seconds: (user + system) / 1e6 });
process.disconnect();
