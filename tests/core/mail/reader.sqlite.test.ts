import { afterEach, expect, test } from 'vitest';
import { createMailReader, type MailReader } from '../../../server/core/mail/reading/mailReader.ts';

const ours = { lines: [], marks: [] };
const turn = { site: 's', address: 'c' };
const mail = (body: string): Buffer =>
  Buffer.from(`From: zoe@visitor.example\r\nContent-Type: text/html\r\n\r\n${body}`);

let reader: MailReader;
afterEach(() => reader.close());

test('the built thread reads a mail', async () => {
  reader = createMailReader(new URL('../../../dist/server/mail-worker.js', import.meta.url), (reason) =>
    expect.unreachable(reason),
  );
  const policy: [string, string[][]] = ['_dmarc.visitor.example', [['v=DMARC1; p=quarantine']]];
  const records = { texts: [policy], found: null };
  expect(await reader.read({ raw: mail('<p>Hello</p>'), ours, records }, turn)).toMatchObject({
    mail: {
      from: 'zoe@visitor.example',
      own: 'Hello',
      writer: 'person',
      verdict: { result: 'fail', domain: 'visitor.example' },
    },
  });
});

/** A worker that never ends with the HTML of a mail that says so. */
const worker = (endless: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ raw, isPlain }) => {
         const text = Buffer.from(raw).toString();
         while (${endless});
         parentPort.postMessage({ mail: { said: isPlain ? 'plain' : 'whole' } });
       });
       parentPort.postMessage('ready');`,
    )}`,
  );

test('a mail that takes too long is read without its structure, or not at all, and holds up no other', async () => {
  const faults: string[] = [];
  const endless = "text.includes('never') || (text.includes('slow') && !isPlain)";
  reader = createMailReader(worker(endless), (reason) => faults.push(reason), 500);
  const read = (body: string) => reader.read({ raw: mail(body), ours }, turn);
  expect(await Promise.all([read('never'), read('slow'), read('short')])).toEqual([
    { refused: 'too_complex' },
    { mail: { said: 'plain' } },
    { mail: { said: 'whole' } },
  ]);
  expect(faults).toEqual(Array(3).fill('a mail took too long to read'));
});

test('who brings many mails at once waits behind themselves, and is asked to come again', async () => {
  reader = createMailReader(worker("text.includes('never')"), () => {}, 500);
  const flood = Promise.allSettled(
    Array.from({ length: 6 }, () => reader.read({ raw: mail('short'), ours }, turn)),
  );
  expect(await reader.read({ raw: mail('short'), ours }, { site: 's', address: 'other' })).toMatchObject({
    mail: { said: 'whole' },
  });
  expect((await flood).filter(({ status }) => status === 'rejected')).toHaveLength(2);
});
