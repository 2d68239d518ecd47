import { afterEach, expect, test } from 'vitest';
import { createMasker, type Masker } from '../../server/core/content/masking/masker.ts';

const worker = new URL('../../dist/server/mask-worker.js', import.meta.url);
const turn = { site: 's', address: 'a' };
const faults: string[] = [];
let masker: Masker;
afterEach(() => masker.close());

test('texts are masked off the event loop; one that takes too long is refused, and nothing of it is given', async () => {
  masker = createMasker(worker, (reason) => faults.push(reason));
  const task = {
    texts: ['Hallo Wilma, ruf +49 30 901820 an.', 'ok'],
    names: ['Wilma Quist'],
    language: 'de',
  };
  expect(await masker.mask(task, turn)).toMatchObject({
    texts: ['Hallo [Name], ruf [Telefonnummer] an.', 'ok'],
    counts: { name: 1, phone: 1, email: 0 },
  });
  await masker.close();
  const stuck = new URL(
    `data:text/javascript,import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => {}); parentPort.postMessage('ready');`,
  );
  masker = createMasker(stuck, (reason) => faults.push(reason), 1);
  await expect(masker.mask(task, turn)).rejects.toMatchObject({ code: 'invalid' });
  expect(faults).toEqual(['a text took too long to mask']);
});
