import { parentPort, workerData } from 'node:worker_threads';
import { IndexHost } from './indexHost.ts';
import type { FromWorker, Replies, Request, ToWorker, WorkerSettings } from './workerMessages.ts';

const port = parentPort;
if (!port) throw new Error('the search worker runs in a worker thread only');

const host = new IndexHost((workerData as WorkerSettings).memoryBudgetBytes);
/** Requests that have arrived and not been begun: what a cancel can still reach. */
const waiting = new Map<number, Request>();
let scheduled = false;

port.on('message', (message: ToWorker) => {
  if ('cancel' in message) {
    if (waiting.delete(message.cancel)) send({ number: message.cancel, error: 'cancelled', cancelled: true });
    return;
  }
  waiting.set(message.number, message.request);
  schedule();
});

/** Requests between two slices of a build, so that a busy site cannot keep another's index from being built. */
const requestsPerSlice = 4;
let sinceSlice = 0;

/** One request a turn of the event loop, so that a cancel sent meanwhile is read before the next one begins. */
function turn(): void {
  scheduled = false;
  const next = waiting.entries().next().value;
  if (next) {
    waiting.delete(next[0]);
    answer(next[0], next[1]);
    sinceSlice += 1;
  }
  if (!next || sinceSlice >= requestsPerSlice) {
    sinceSlice = 0;
    host.work();
  }
  if (waiting.size > 0 || host.busy) schedule();
}

function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  setImmediate(turn);
}

function answer(number: number, request: Request): void {
  host.handle(request).then(
    (reply) => send({ number, reply }, transferable(reply)),
    (error: unknown) => send({ number, error: error instanceof Error ? error.message : String(error) }),
  );
}

function send(message: FromWorker, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

function transferable(reply: Replies[keyof Replies]): ArrayBuffer[] {
  return 'bytes' in reply && reply.bytes ? [reply.bytes.buffer as ArrayBuffer] : [];
}
