import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRenderer } from '../../server/core/content/renderer.ts';

const long = 'word '.repeat(400);
const who = { site: 's', person: 'ada' };
const stranger = { site: 's', person: 'stranger' };
const forever = [3_600_000, 3_600_000] as const;

/** A worker of the test: what it does with a source, and before it is ready. */
const worker = (answer: string, start = ''): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(
      `import { parentPort } from 'node:worker_threads';
       ${start}
       parentPort.on('message', ({ source }) => { ${answer}; parentPort.postMessage({ rich: ['rendered'] }); });
       parentPort.postMessage('ready');`,
    )}`,
  );
const endless = "while (source.startsWith('endless'))";

test('a text that never ends rendering is shown without its marks after a second try, and no other is', async () => {
  const faults: string[] = [];
  const renderer = createRenderer(worker(endless), (reason) => faults.push(reason), [50, 50]);
  const hostile = Array.from({ length: 3 }, () => renderer.render(`endless ${long}`, stranger));
  const kind = await Promise.all(Array.from({ length: 10 }, () => renderer.preview('short', who)));
  expect(kind).toHaveLength(10);
  expect(await Promise.all(hostile)).toEqual(
    Array.from({ length: 3 }, () => [{ tag: 'p', children: [`endless ${long}`] }]),
  );
  expect(faults).toEqual(Array.from({ length: 6 }, () => 'a text took too long to render'));
  await renderer.close();
});

test('an article that takes too long is refused, not shown without its tables and pictures', async () => {
  const renderer = createRenderer(worker(endless), () => {}, [50, 50]);
  await expect(renderer.render(`endless ${long}`, who, 'article')).rejects.toMatchObject({
    code: 'invalid',
    fields: { body: 'too_long' },
  });
  expect(await renderer.render(long, who, 'article')).toEqual(['rendered']);
  await renderer.close();
});

test('the start of a thread counts into no text’s time', async () => {
  // Longer than a text may take: with the start counted, none would be rendered.
  const slow = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_200)';
  const renderer = createRenderer(worker('', slow), () => expect.unreachable(), [1_000, 1_000]);
  const all = await Promise.all(Array.from({ length: 10 }, () => renderer.render(long, who)));
  expect(all).toEqual(Array.from({ length: 10 }, () => ['rendered']));
  await renderer.close();
});

test('a colleague’s text comes before the rest of a stranger’s eighty, of which most are refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-render-'));
  const go = join(folder, 'go');
  // A stranger's text takes until a file lets one go: no clock says which is done first.
  const renderer = createRenderer(
    worker(
      `while (source.startsWith('endless')) try { unlinkSync(${JSON.stringify(go)}); break; } catch {}`,
      "const { unlinkSync } = await import('node:fs');",
    ),
    () => {},
    forever,
  );
  const order: string[] = [];
  const note = (name: string) => () => void order.push(name);
  const hostile = Array.from({ length: 80 }, () =>
    renderer.preview(`endless ${long}`, stranger).then(note('hostile'), note('refused')),
  );
  const colleague = renderer.render(long, who).then(note('colleague'));
  writeFileSync(go, '');
  await colleague;
  const done = (): string[] => order.filter((name) => name !== 'refused');
  // Two are worked on at once, and the first that was done made room for it.
  expect(done()).toEqual(['hostile', 'colleague']);
  await renderer.close();
  await Promise.all(hostile);
  expect(done()).toHaveLength(25);
  rmSync(folder, { recursive: true });
});

test('a text whose thread dies is tried once more, in another', async () => {
  const faults: string[] = [];
  // A thread is told of the first by a file: nothing else is shared.
  const folder = mkdtempSync(join(tmpdir(), 'foyer-render-'));
  const mark = JSON.stringify(join(folder, 'died'));
  const renderer = createRenderer(
    worker(
      `if (!fs.existsSync(${mark})) { fs.writeFileSync(${mark}, ''); throw new Error('broken'); }`,
      "const fs = await import('node:fs');",
    ),
    (reason) => faults.push(reason),
    forever,
  );
  expect(await renderer.render(long, who)).toEqual(['rendered']);
  expect(faults).toEqual(['the Markdown worker failed']);
  await renderer.close();
  rmSync(folder, { recursive: true });
});

test('a worker that cannot start takes no text with it', async () => {
  const faults: string[] = [];
  const renderer = createRenderer(
    worker('', "throw new Error('broken');"),
    (reason) => faults.push(reason),
    forever,
  );
  expect(await renderer.render(long, who)).toEqual([{ tag: 'p', children: [long] }]);
  expect(faults).toEqual(['the Markdown worker did not start', 'the Markdown worker did not start']);
  await renderer.close();
});

test('short texts never wait for a thread', async () => {
  const renderer = createRenderer(worker('while (true)'), () => expect.unreachable(), forever);
  expect(await renderer.render('**short**', who)).toEqual([
    { tag: 'p', children: [{ tag: 'strong', children: ['short'] }] },
  ]);
  await renderer.close();
});
