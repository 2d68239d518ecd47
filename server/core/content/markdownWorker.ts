import { parentPort } from 'node:worker_threads';
import { workInBackground } from '../decode/background.ts';
import { renderArticle } from './articleMarkdown.ts';
import { renderMarkdown } from './markdown.ts';
import type { RenderTask } from './renderer.ts';

/* Entry of the worker threads behind renderer.ts. */

// One person waits for a text, everybody for the event loop.
workInBackground(5);
parentPort?.on('message', ({ source, form }: RenderTask) => {
  parentPort?.postMessage({ rich: (form === 'article' ? renderArticle : renderMarkdown)(source) });
});
// What is compiled at the first use is compiled before anybody waits for it.
renderMarkdown('# Warm\n\n- *up* `it` **all** https://example.com/\n\n> 1');
parentPort?.postMessage('ready');
