import { parentPort } from 'node:worker_threads';
import { type ReadTask, readMail } from './readMail.ts';

/* Entry of the worker thread behind mailReader.ts. */
parentPort?.on('message', (task: ReadTask) => {
  void readMail(task).then((result) => parentPort?.postMessage(result));
});
parentPort?.postMessage('ready');
