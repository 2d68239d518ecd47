import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { type ReadTask, readMail } from './readMail.ts';

/* Entry of the worker thread behind mailReader.ts. */

// Behind everything that somebody waits for. Linux has a priority of each thread; elsewhere it would be the server's.
if (process.platform === 'linux')
  try {
    setPriority(10);
  } catch {
    // Not everywhere may a thread put itself behind others.
  }

parentPort?.on('message', (task: ReadTask) => {
  void readMail(task).then((result) => parentPort?.postMessage(result));
});
parentPort?.postMessage('ready');
