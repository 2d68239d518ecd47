import { setPriority } from 'node:os';

/**
 * Puts the thread that calls it behind those that somebody waits for, so that what strangers sent to be read never
 * takes the processor from who answers. Linux alone knows a priority of each thread: elsewhere nothing changes.
 * @param niceness 1 to 19; 10 leaves a tenth of what others take where there is not enough for all
 */
export const workInBackground = (niceness: number): void => {
  if (process.platform !== 'linux') return;
  try {
    setPriority(niceness);
  } catch {
    // Not everywhere may a thread put itself behind others.
  }
};
