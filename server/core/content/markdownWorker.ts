import { parentPort } from 'node:worker_threads';
import { renderMarkdown } from './markdown.ts';

/* Entry of the worker thread behind renderer.ts. */
parentPort?.on('message', ({ id, source }: { id: number; source: string }) => {
  parentPort?.postMessage({ id, rich: renderMarkdown(source) });
});
