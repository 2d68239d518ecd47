import { expect, test } from 'vitest';
import { readMail } from '../../../server/core/mail/reading/readMail.ts';
import { unpackTnef } from '../../../server/core/mail/reading/tnef.ts';

/* Files of our own making, after MS-OXTNEF 2.1.3. */

const u16 = (value: number): Buffer => Buffer.from([value & 255, value >> 8]);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const attribute = (level: 1 | 2, id: number, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([level]),
    u32(id),
    u32(data.length),
    data,
    u16(data.reduce((sum, byte) => (sum + byte) & 0xffff, 0)),
  ]);
const padded = (data: Buffer): Buffer => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
const variable = (type: number, id: number, data: Buffer): Buffer =>
  Buffer.concat([u16(type), u16(id), u32(1), u32(data.length), padded(data)]);
const unicode = (id: number, text: string): Buffer => variable(0x1f, id, Buffer.from(`${text}\0`, 'utf16le'));
const named = (text: string): Buffer => {
  const name = Buffer.from(`${text}\0`, 'utf16le');
  return Buffer.concat([
    u16(0x0b),
    u16(0x8001),
    Buffer.alloc(16),
    u32(1),
    u32(name.length),
    padded(name),
    u32(1),
  ]);
};
const properties = (...all: Buffer[]): Buffer => Buffer.concat([u32(all.length), ...all]);
const tnef = (...attributes: Buffer[]): Buffer => Buffer.concat([u32(0x223e9f78), u16(1), ...attributes]);

const invoice = Buffer.from('%PDF-1.4 an invoice');
const packed = tnef(
  attribute(1, 0x00089006, u32(0x00010000)),
  attribute(
    1,
    0x00069003,
    properties(
      Buffer.concat([u16(0x1003), u16(0x0e00), u32(2), u32(7), u32(8)]),
      unicode(0x1000, 'Die Rechnung für Zoë.'),
    ),
  ),
  attribute(2, 0x00069002, Buffer.alloc(14)),
  attribute(2, 0x00018010, Buffer.from('RECHNU~1.PDF\0', 'latin1')),
  attribute(2, 0x0006800f, invoice),
  attribute(
    2,
    0x00069005,
    properties(named('Hidden'), unicode(0x3707, 'Rechnung März.pdf'), unicode(0x370e, 'application/pdf')),
  ),
  attribute(2, 0x00069002, Buffer.alloc(14)),
  attribute(2, 0x00018010, Buffer.from('caf\xe9.txt\0', 'latin1')),
  attribute(2, 0x00069005, properties(variable(0x102, 0x3701, Buffer.from('a list')))),
);

test('files and text come out of a winmail.dat, with their whole names', () => {
  expect(unpackTnef(packed)).toEqual({
    plain: 'Die Rechnung für Zoë.',
    html: '',
    files: [
      { name: 'Rechnung März.pdf', type: 'application/pdf', content: invoice },
      { name: 'café.txt', type: '', content: Buffer.from('a list') },
    ],
  });
});

const mailWith = (text: string, file: Buffer): Uint8Array =>
  Buffer.from(
    [
      'From: zoe@visitor.example',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '--b',
      'Content-Type: application/ms-tnef; name="winmail.dat"',
      'Content-Transfer-Encoding: base64',
      '',
      file.toString('base64'),
      '--b--',
      '',
    ].join('\r\n'),
  );
const read = async (text: string, file: Buffer) => {
  const result = await readMail({ raw: mailWith(text, file), ours: { lines: [], marks: [] } });
  return 'mail' in result ? result.mail : expect.unreachable(result.refused);
};

test('a mail has the files that were packed in it, and its packed text where it has no other', async () => {
  const mail = await read('Here it is.', packed);
  expect(mail.own).toBe('Here it is.');
  expect(mail.files.map(({ name, type }) => [name, type])).toEqual([
    ['Rechnung März.pdf', 'application/pdf'],
    ['café.txt', 'application/octet-stream'],
  ]);
  expect((await read('', packed)).own).toBe('Die Rechnung für Zoë.');
});

test('what is no such file, or broken, stays the file that it was', async () => {
  for (const file of [Buffer.from('nothing of the kind'), packed.subarray(0, packed.length - 3)])
    expect((await read('Here.', file)).files).toEqual([
      { name: 'winmail.dat', type: 'application/ms-tnef', content: new Uint8Array(file) },
    ]);
});

test('no length in it leads beyond its end, and none is believed', () => {
  for (let end = 0; end < packed.length; end++)
    expect(() => unpackTnef(packed.subarray(0, end))).not.toThrow();
  for (let at = 6; at < packed.length - 4; at++) {
    const changed = Buffer.from(packed);
    changed.writeUInt32LE(0xffffffff, at);
    const found = unpackTnef(changed);
    for (const { content } of found?.files ?? []) expect(content.length).toBeLessThan(packed.length);
  }
});
