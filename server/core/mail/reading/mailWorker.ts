import { parentPort } from 'node:worker_threads';
import { workInBackground } from '../../decode/background.ts';
import { type ReadTask, readMail } from './readMail.ts';

/* Entry of the worker thread behind mailReader.ts. */

// Nobody waits for a mail.
workInBackground(10);

parentPort?.on('message', (task: ReadTask) => {
  void readMail(task).then((result) => parentPort?.postMessage(result));
});
parentPort?.postMessage('ready');
