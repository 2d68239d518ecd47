import { parentPort } from 'node:worker_threads';
import { workInBackground } from '../../decode/background.ts';
import { type MaskTask, maskTexts } from './maskTexts.ts';

/* Entry of the worker thread behind masker.ts. */

workInBackground(5);
parentPort?.on('message', (task: MaskTask) => {
  parentPort?.postMessage(maskTexts(task));
});
parentPort?.postMessage('ready');
