import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createFairQueue, type QueueBounds, type Turn } from './fairQueue.ts';
import type { ImageResult, ImageTask } from './images.ts';

/** Loads the decoders only where no process of their own has them. */
const makeHere = async (task: ImageTask): Promise<ImageResult> =>
  (await import('./images.ts')).processImage(task);

/** Time that a picture may take once its turn has come, milliseconds. */
const timeLimit = 3_000;
/** Time in which a process is there to be asked, milliseconds: then the machine has worse to do. */
const startLimit = 20_000;
/** A process without work ends after so long, milliseconds: it holds some ten megabytes. */
const idleTime = 60_000;

/**
 * Bounds of waiting pictures: ten files of one message, and a few people behind one address. One at a time on every
 * machine: what pictures take of memory is bounded, and the other cores answer.
 */
const bounds: QueueBounds = {
  atOnce: 1,
  perAddress: 24,
  perSite: 60,
  total: 120,
};

/** Writes pictures anew, each within bounds of pixels, time and memory, in turn. Never fails for a picture's fault. */
export interface ImageMaker {
  /** @throws Failure `limited` when too much waits already */
  make(task: ImageTask, turn: Turn): Promise<ImageResult>;
  close(): Promise<void>;
}

/** For glibc: what a picture needed goes back at once, and does not lie beneath what the next one needs. */
const allocator = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_TRIM_THRESHOLD_: '65536' };

/** One process that pictures are made in, one at a time. It is ended with the picture that asks too much of it. */
const createMaking = (process: URL, limit: number) => {
  let child: ChildProcess | undefined;
  let ready: Promise<boolean> | undefined;
  let idle: NodeJS.Timeout | undefined;

  const end = (): void => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  const start = (): void => {
    // Nothing of our own environment: what decodes strangers' bytes knows no secrets.
    const started = fork(fileURLToPath(process), {
      env: allocator,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child = started;
    started.unref();
    started.channel?.unref();
    ready = new Promise((resolve) => {
      const timer = setTimeout(resolve, startLimit, false);
      const settle = (isReady: boolean) => (): void => {
        clearTimeout(timer);
        resolve(isReady);
      };
      started.once('message', settle(true)).once('exit', settle(false)).once('error', settle(false));
    });
    started.once('exit', () => {
      if (child === started) child = undefined;
    });
  };

  return {
    async make(task: ImageTask): Promise<ImageResult> {
      clearTimeout(idle);
      if (!child?.connected) start();
      if (!(await ready) || !child) {
        end();
        throw new Error('the process for pictures did not start');
      }
      const asked = child;
      const result = await new Promise<ImageResult>((resolve) => {
        const timer = setTimeout(resolve, limit, { refused: 'too_complex' });
        const finish = (found: ImageResult): void => {
          clearTimeout(timer);
          resolve(found);
        };
        asked.once('message', finish);
        // It gave up, was ended by the system for want of memory, or the decoder crashed on what it was given.
        asked.once('exit', () => finish({ refused: 'too_complex' }));
        asked.send(task);
      });
      asked.removeAllListeners('message');
      if ('refused' in result && result.refused === 'too_complex') end();
      idle = setTimeout(end, idleTime).unref();
      return result;
    },
    end,
  };
};

/**
 * @param process address of the built process (imageProcess.ts), or null to make pictures here, where nothing bounds
 *   their time and memory
 * @param onRefusal told why a picture was not made
 * @param limit time that a picture may take, milliseconds
 */
export const createImageMaker = (
  process: URL | null,
  onRefusal: (reason: string) => void,
  limit = timeLimit,
  queueBounds = bounds,
): ImageMaker => {
  const queue = createFairQueue(queueBounds);
  const free = process ? Array.from({ length: queueBounds.atOnce }, () => createMaking(process, limit)) : [];
  const all = [...free];

  return {
    make: (task, turn) =>
      queue.run(turn, async () => {
        // As many as may work at once: there is one.
        const making = free.pop();
        try {
          const result = await (making ? making.make(task) : makeHere(task));
          if ('refused' in result) onRefusal(result.refused);
          return result;
        } finally {
          if (making) free.push(making);
        }
      }),
    async close() {
      for (const making of all) making.end();
    },
  };
};
