import { expect, test } from 'vitest';
import { readFields } from '../../server/mailHooks/fields.ts';

const part = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n';

test.each([
  ['plain', 'a=b&'.repeat(1_001), 'application/x-www-form-urlencoded'],
  ['with files', `${part.repeat(1_001)}--x--\r\n`, 'multipart/form-data; boundary=x'],
])('a form %s of one name a thousand times over is refused before it is read to its end', (_, body, type) => {
  expect(() => readFields(Buffer.from(body), type)).toThrow('too many fields');
});

test('a form of some fields is read, the first of each name', () => {
  const fields = readFields(Buffer.from('a=1&a=2&b=%41+c'), 'application/x-www-form-urlencoded');
  expect([...fields].map(([name, value]) => [name, value.toString()])).toEqual([
    ['a', '1'],
    ['b', 'A c'],
  ]);
});
