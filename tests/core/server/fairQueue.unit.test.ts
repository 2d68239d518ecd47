import { expect, test } from 'vitest';
import { createFairQueue, type Turn } from '../../../server/core/content/attachments/fairQueue.ts';

const bounds = { atOnce: 1, perAddress: 3, perSite: 5, total: 7 };

/** Work that ends when the test says so, and says when it begins. */
const worker = (queue = createFairQueue(bounds)) => {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    add: (name: string, turn: Turn) =>
      queue.run(turn, () => {
        begun.push(name);
        return new Promise<void>((resolve) => ends.set(name, resolve));
      }),
    async end(name: string) {
      ends.get(name)!();
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    },
  };
};
const at = (site: string, address: string): Turn => ({ site, address });
const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

test('sites take turns, and within a site its addresses', async () => {
  const { begun, add, end } = worker();
  void add('a1', at('s', 'a'));
  void add('a2', at('s', 'a'));
  void add('a3', at('s', 'a'));
  void add('b1', at('s', 'b'));
  void add('t1', at('t', 'a'));
  await turns();
  for (const name of ['a1', 't1', 'b1', 'a2']) await end(name);
  expect(begun).toEqual(['a1', 't1', 'b1', 'a2', 'a3']);
});

test('what is too much is refused with a time, for an address, a site and all together', async () => {
  const { add } = worker();
  const refused = expect.objectContaining({ code: 'limited', retryAfter: 5 });
  for (let index = 0; index < 3; index++) void add(`a${index}`, at('s', 'a'));
  await expect(add('more', at('s', 'a'))).rejects.toEqual(refused);
  for (let index = 0; index < 2; index++) void add(`b${index}`, at('s', 'b'));
  await expect(add('more', at('s', 'b'))).rejects.toEqual(refused);
  for (let index = 0; index < 2; index++) void add(`t${index}`, at('t', 'a'));
  await expect(add('more', at('t', 'a'))).rejects.toEqual(refused);
});

test('who comes when all places are taken gets the last one of whoever has the most', async () => {
  const { begun, add, end } = worker();
  const flood = Array.from({ length: 3 }, (_, index) => add(`a${index}`, at('s', 'a')));
  void add('b1', at('s', 'b'));
  void add('b2', at('s', 'b'));
  void add('c', at('s', 'c'));
  await expect(flood[2]).rejects.toMatchObject({ code: 'limited' });
  await turns();
  for (const name of ['a0', 'b1', 'c', 'a1']) await end(name);
  expect(begun).toEqual(['a0', 'b1', 'c', 'a1', 'b2']);
});

test('what failed makes room like what did not', async () => {
  const queue = createFairQueue({ ...bounds, total: 1 });
  await expect(queue.run(at('s', 'a'), () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(queue.size).toBe(0);
  await expect(queue.run(at('s', 'a'), async () => 'fine')).resolves.toBe('fine');
});
