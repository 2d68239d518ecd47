import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { importEntry } from '../../server/ask/importFaq.ts';
import { updateQuestion } from '../../server/ask/writes/questions.ts';
import { findByFullText } from '../../server/core/search/queries.ts';
import { getSuggestions } from '../../shared/ask/routes.ts';
import { hostile } from '../helpers/data.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const add = (
  id: string,
  title: string,
  more: { answer?: string; phrasings?: string[]; language?: string } = {},
) =>
  importEntry(
    server.ctx,
    server.site,
    { id, title, details: '', answer: 'See there.', language: 'en', category: null, phrasings: [], ...more },
    false,
  );

const find = (text: string) => findByFullText(server.ctx.database, server.site.id, text, 10);
const titles = async (q: string) =>
  (await server.call(getSuggestions, { query: { q } })).body.suggestions.map((item) => item.title);

describe('while there is no index', () => {
  test('the first query after a start is answered by the database', async () => {
    await add('1', 'Do you ship to Norway?');
    await add('2', 'How do I cancel an order?');
    expect(server.ctx.search.version(server.site.id)).toBeNull();
    expect(await titles('shipping to norw')).toEqual(['Do you ship to Norway?']);
    await server.ctx.search.settled(server.site.id);
    expect(server.ctx.search.version(server.site.id)).not.toBeNull();
    expect(await titles('shipping to norw')).toEqual(['Do you ship to Norway?']);
  });

  test('what is not there at all shows nothing', async () => {
    await add('1', 'Do you ship to Norway?');
    expect(await titles('do you sell gift cards')).toEqual([]);
    expect(await titles('??')).toEqual([]);
  });

  test('other words in which people asked lead to the question', async () => {
    await add('1', 'Do you ship to Norway?', { phrasings: ['parcel for Oslo'] });
    expect(await titles('a parcel for oslo')).toEqual(['Do you ship to Norway?']);
  });
});

describe('a query that is given up because people type on', () => {
  test('is no failure in the log, and costs others who typed the same nothing', async () => {
    await add('1', 'Do you ship to Norway?');
    await server.ctx.search.settled(server.site.id);
    const controller = new AbortController();
    const path = '/api/sites/shop/suggestions?q=ship%20to%20norway';
    const given = server.request('GET', path, { signal: controller.signal });
    const other = server.request('GET', path);
    controller.abort();
    expect((await given).status).toBe(200);
    expect((await (await other).json()).suggestions).toHaveLength(1);
    expect(server.logged.filter((line) => line.includes('failed'))).toEqual([]);
  });
});

describe('a new answer', () => {
  test('is found within a second of being published, without being asked to', async () => {
    await add('1', 'Do you ship to Norway?');
    await server.ctx.search.settled(server.site.id);
    await add('2', 'Is gift wrapping free?');
    await vi.waitFor(async () => expect(await titles('gift wrapping')).toEqual(['Is gift wrapping free?']), {
      timeout: 60_000,
      interval: 20,
    });
  });
});

describe('the full text is in step with every commit', () => {
  test('titles, phrasings and answers are found; what is changed or taken off is not', async () => {
    await add('1', 'Do you ship to Norway?', {
      answer: 'Yes, by **ferry**.',
      phrasings: ['parcel for Oslo'],
    });
    const [id] = await find('norway');
    expect(await find('oslo')).toEqual([id]);
    expect(await find('ferry')).toEqual([id]);
    expect(await find('FERR')).toEqual([id]);
    const change = (values: Parameters<typeof updateQuestion>[3]) =>
      server.ctx.database.write((tx) => [updateQuestion(tx, server.site.id, id!, values)]);
    await change({ title: 'Do you ship to Iceland?' });
    expect(await find('norway')).toEqual([]);
    expect(await find('iceland')).toEqual([id]);
    await change({ published: false });
    expect(await titles('iceland')).toEqual([]);
    await change({ published: true });
    expect(await find('iceland')).toEqual([id]);
  });

  test('accents and scripts are searched as they are typed', async () => {
    await add('1', 'Wie lange dauert die Rückgabe?', { language: 'de' });
    await add('2', 'Сколько стоит доставка?', { language: 'ru' });
    await add('3', 'هل التوصيل متاح إلى الكويت؟', { language: 'ar' });
    expect(await titles('Rückgabe dauer')).toEqual(['Wie lange dauert die Rückgabe?']);
    expect(await titles('стоит доста')).toEqual(['Сколько стоит доставка?']);
    expect(await titles('التوصيل الكويت')).toEqual(['هل التوصيل متاح إلى الكويت؟']);
  });
});

test('no hostile query throws, whatever it looks like', { timeout: 60_000 }, async () => {
  await add('1', 'Do you ship to Norway?');
  const queries = [
    ...hostile('search-query'),
    ...hostile('blns'),
    '"',
    'a" OR "b',
    'NEAR(',
    "'; drop",
    'a:*',
    '\\',
    '\0x',
    '\ud800',
  ];
  for (const text of queries) await expect(find(text), text.slice(0, 80)).resolves.toBeInstanceOf(Array);
  expect(await find('norway')).toHaveLength(1);
});
