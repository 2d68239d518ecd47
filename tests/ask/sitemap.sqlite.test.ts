import { afterAll, beforeAll, expect, test } from 'vitest';
import { questions } from '../../server/ask/tables.ts';
import { publicUrl, startTestServer, type TestServer } from '../helpers/server.ts';

const total = 100_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const { ctx, site } = server;
  for (let from = 0; from < total; from += 1_000)
    await ctx.database.write((tx) => [
      tx.insert(questions).values(
        Array.from({ length: 1_000 }, (_, place) => ({
          siteId: site.id,
          id: `00000000-0000-7000-8000-${String(from + place).padStart(12, '0')}`,
          conversationId: null,
          title: `Question ${from + place}`,
          details: '',
          detailsRich: [],
          language: 'en',
          category: null,
          slug: `question-${from + place}`,
          askedBy: '',
          sourceId: null,
          published: true,
          solved: 0,
          duplicateOf: null,
          createdAt: from + place,
          updatedAt: from + place,
        })),
      ),
    ]);
}, 120_000);
afterAll(() => server.close());

const get = async (path: string) => (await server.request('GET', path, { headers: { origin: '' } })).text();

test('a hundred thousand answers are in three sitemaps of at most 50,000, each once', async () => {
  const index = await get('/sites/shop/sitemap.xml');
  const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!);
  expect(parts).toEqual([1, 2, 3].map((part) => `${publicUrl}/sites/shop/sitemap-${part}.xml`));
  const seen = new Set<string>();
  let addresses = 0;
  for (const part of parts) {
    const found = [...(await get(part.replace(publicUrl, ''))).matchAll(/<loc>([^<]+)<\/loc>/g)];
    expect(found.length).toBeLessThanOrEqual(50_000);
    addresses += found.length;
    for (const [, address] of found) seen.add(address!);
  }
  // The front, and every question.
  expect(addresses).toBe(total + 1);
  expect(seen.size).toBe(total + 1);
}, 120_000);
