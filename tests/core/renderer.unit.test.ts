import { expect, test } from 'vitest';
import { createRenderer } from '../../server/core/content/renderer.ts';

const long = 'word '.repeat(400);
const worker = (text: string): URL => new URL(`data:text/javascript,${encodeURIComponent(text)}`);

test('a text that never ends rendering is shown without its marks, and those behind it are rendered', async () => {
  const faults: string[] = [];
  const renderer = createRenderer(
    worker(
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ id, source }) => { while (source.startsWith('endless')); parentPort.postMessage({ id, rich: ['rendered'] }); });`,
    ),
    (reason) => faults.push(reason),
    // Long enough for a busy machine to start a thread in.
    3_000,
  );
  const [first, second] = await Promise.all([renderer.render(`endless ${long}`), renderer.render(long)]);
  expect(first).toEqual([{ tag: 'p', children: [`endless ${long}`] }]);
  expect(second).toEqual(['rendered']);
  expect(faults).toEqual(['a text took too long to render']);
  await renderer.close();
});

test('a worker that dies takes no text with it', async () => {
  const faults: string[] = [];
  const renderer = createRenderer(
    worker(
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { throw new Error('broken'); });`,
    ),
    (reason) => faults.push(reason),
    60_000,
  );
  expect(await renderer.render(long)).toEqual([{ tag: 'p', children: [long] }]);
  expect(faults).toEqual(['the Markdown worker failed']);
  await renderer.close();
});

test('short texts never wait for a thread', async () => {
  const renderer = createRenderer(worker('throw new Error("never started")'), () => expect.unreachable());
  expect(await renderer.render('**short**')).toEqual([
    { tag: 'p', children: [{ tag: 'strong', children: ['short'] }] },
  ]);
  await renderer.close();
});
