import { createFairQueue, type QueueBounds, type Turn } from '../../content/attachments/fairQueue.ts';
import { createWorkThread } from '../../decode/workThread.ts';
import type { ReadResult, ReadTask } from './readMail.ts';

/** Time that a mail may take in the thread, milliseconds, at each of two tries. */
const timeLimit = 3_000;

/**
 * One thread: what mails take of the machine is bounded, and nobody waits for them. What waits holds up to 25 MB each;
 * who is refused brings the mail again.
 */
const bounds: QueueBounds = { atOnce: 1, perAddress: 4, perSite: 8, total: 16 };

/**
 * Limits of a reading thread: a mail of 25 MB, decoded, twice over. What its bytes take besides is as large as they
 * are.
 */
const limits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 4 };

/** After so long without a mail the thread ends, milliseconds: it keeps what the largest one took. */
const idleTime = 10_000;

/** Reads mails off the event loop, each within bounds of time and memory, in turn. */
export interface MailReader {
  /** Never fails for a mail's fault. @throws Failure `limited` when too much waits already */
  read(task: Omit<ReadTask, 'isPlain'>, turn: Turn): Promise<ReadResult>;
  close(): Promise<void>;
}

/**
 * @param worker address of the built worker (mailWorker.ts), or null to read here, where nothing bounds time and memory
 * @param onFault told of each try that took too long, and of each thread that failed
 * @param time what each try may take, milliseconds
 */
export const createMailReader = (
  worker: URL | null,
  onFault: (reason: string, error?: unknown) => void,
  time = timeLimit,
): MailReader => {
  const queue = createFairQueue(bounds, 'Too many emails are waiting to be read. Try again shortly.');
  const thread =
    worker &&
    createWorkThread<ReadTask, ReadResult>({
      address: worker,
      name: 'mail',
      late: 'a mail took too long to read',
      limits,
      // Most installations get no mail: the first one waits for its thread.
      isEager: false,
      idleTime,
    });

  return {
    read: (task, turn) =>
      queue.run(turn, async () => {
        if (!thread) return (await import('./readMail.ts')).readMail(task);
        // HTML takes most of the time: without it, the words are there still.
        for (const isPlain of [false, true]) {
          const result = await thread.run({ ...task, isPlain }, time);
          if (!('reason' in result)) return result;
          onFault(result.reason, result.error);
        }
        return { refused: 'too_complex' };
      }),
    async close() {
      await thread?.close();
    },
  };
};
