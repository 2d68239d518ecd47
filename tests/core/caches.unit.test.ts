import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { BoundedMap } from '../../server/core/boundedMap.ts';
import { bytesHeld } from '../../server/core/bytesHeld.ts';
import { createBus } from '../../server/core/events/bus.ts';
import { cachedReply, replyText } from '../../server/core/http/cache/cachedReply.ts';
import { createPageCache } from '../../server/core/http/cache/pageCache.ts';
import { createResponseCache } from '../../server/core/http/cache/responseCache.ts';
import { ReplyHeaders } from '../../server/core/http/headers.ts';
import { createMetrics } from '../../server/core/http/metrics.ts';
import { z } from 'zod';

const megabyte = 1024 * 1024;
/** As long as an address may come: what Node takes of a request's head. */
const longAddress = (index: number): string => `http://help.test/${index}?${'q'.repeat(15_000)}`;
const read = (): undefined => undefined;

/** Asks a little server for each address. @returns how many bytes the addresses have that are still cached */
const fill = async (
  store: (hono: Parameters<ReturnType<typeof createPageCache>['store']>[0]) => Response,
  find: (asked: { address: string; read(): undefined }) => unknown,
  count: number,
): Promise<number> => {
  const app = new Hono();
  app.get('*', (hono) => store(hono));
  for (let index = 0; index < count; index++) await app.request(longAddress(index));
  let held = 0;
  for (let index = 0; index < count; index++)
    if (find({ address: longAddress(index), read })) held += 2 * longAddress(index).length;
  return held;
};

test('pages of small bodies and long addresses hold no more than the cache may', async () => {
  const cache = createPageCache({ bus: createBus(() => {}), metrics: createMetrics() });
  const held = await fill((hono) => cache.store(hono, 's', 0, 'small'), cache.find, 3_000);
  expect(held).toBeGreaterThan(16 * megabyte);
  expect(held).toBeLessThan(64 * megabyte);
});

test('so do responses', async () => {
  const cache = createResponseCache();
  const schema = z.object({ found: z.number() });
  const held = await fill(
    (hono) => {
      const reply = cachedReply({ found: 1 });
      replyText(schema, reply);
      cache.store(hono, reply, new ReplyHeaders(), () => true);
      return new Response();
    },
    cache.find,
    3_000,
  );
  expect(held).toBeGreaterThan(16 * megabyte);
  expect(held).toBeLessThan(64 * megabyte);
});

test('a map of bytes keeps what was used last, forgets by weight, and takes nothing that is too large for it', () => {
  const map = new BoundedMap<string, string>(1_000, {
    maxBytes: 20_000,
    bytesOf: (key, value) => bytesHeld(key) + bytesHeld(value),
  });
  for (let index = 0; index < 100; index++) {
    map.set(`${index}`, 'x'.repeat(1_000));
    map.get('0');
  }
  const kept = [...map].length;
  expect(kept).toBeGreaterThanOrEqual(4);
  expect(kept).toBeLessThanOrEqual(9);
  expect(map.get('0')).toBe('x'.repeat(1_000));
  map.set('0', 'x'.repeat(10_000));
  expect(map.get('0')).toBeUndefined();
});

test('what a value holds counts everything in it', () => {
  const rich = [{ tag: 'p', children: ['x'.repeat(1_000)] }];
  expect(bytesHeld({ rich })).toBeGreaterThan(2_000);
  expect(bytesHeld(new Uint8Array(5_000))).toBeGreaterThan(5_000);
  expect(bytesHeld(null)).toBeLessThan(100);
});
