import { setPriority } from 'node:os';
import { type ImageTask, processImage } from './images.ts';

/*
 * Entry of the process behind imageMaker.ts. A process, not a thread: what decodes runs on threads of the library's
 * own, which end with nothing less.
 */

/** Memory beyond which it gives up, resident bytes: the largest picture that is taken needs less. */
const maxMemory = 312 * 1024 * 1024;
/** The interval between looks, milliseconds. */
const lookEvery = 10;

/** Said by the exit code: the picture took too much memory. */
export const outOfMemory = 70;

try {
  // Behind everything that somebody waits for.
  setPriority(10);
} catch {
  // Not everywhere may a process put itself behind others.
}
setInterval(() => {
  if (process.memoryUsage.rss() > maxMemory) process.exit(outOfMemory);
}, lookEvery).unref();

process.on('message', (task: ImageTask) => {
  void processImage(task).then((result) => process.send?.(result));
});
// Who asks is gone: so is what for.
process.on('disconnect', () => process.exit());
process.send?.('ready');
