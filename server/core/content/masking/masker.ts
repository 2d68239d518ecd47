import { createWorkThread } from '../../decode/workThread.ts';
import { Failure } from '../../http/failure.ts';
import { createFairQueue, type QueueBounds, type Turn } from '../attachments/fairQueue.ts';
import type { Masked, MaskTask } from './maskTexts.ts';

/** Time that the texts of one article may take, milliseconds: a hundred times what they need. */
const timeLimit = 5_000;
/** Staff wait for it, one at a time. */
const bounds: QueueBounds = { atOnce: 1, perAddress: 2, perSite: 8, total: 16 };
const limits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 };
/** After so long without a text the thread ends, milliseconds: it's wanted a few times a day. */
const idleTime = 10_000;

/** Takes what tells of a person out of texts, off the event loop, within bounds of time and memory. */
export interface Masker {
  /** @throws Failure `limited` when too much waits, `invalid` for texts that take too long: nothing is given unmasked */
  mask(task: MaskTask, turn: Turn): Promise<Masked>;
  close(): Promise<void>;
}

/**
 * @param worker address of the built worker (maskWorker.ts), or null to mask here
 * @param onFault told of each task that took too long, and of each thread that failed
 */
export const createMasker = (
  worker: URL | null,
  onFault: (reason: string, error?: unknown) => void,
  time = timeLimit,
): Masker => {
  const queue = createFairQueue(bounds, 'Too many texts are waiting to be masked. Try again shortly.');
  const thread =
    worker &&
    createWorkThread<MaskTask, Masked>({
      address: worker,
      name: 'masking',
      late: 'a text took too long to mask',
      limits,
      isEager: false,
      idleTime,
    });
  return {
    mask: (task, turn) =>
      queue.run(turn, async () => {
        if (!thread) return (await import('./maskTexts.ts')).maskTexts(task);
        const result = await thread.run(task, time);
        if (!('reason' in result)) return result;
        onFault(result.reason, result.error);
        throw new Failure('invalid', 'This text takes too long to go through. Write the article by hand.');
      }),
    async close() {
      await thread?.close();
    },
  };
};
