import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { importEntry } from '../../server/ask/importFaq.ts';
import { readStaleQuestions } from '../../server/ask/writes/fullText.ts';
import { updateQuestion } from '../../server/ask/writes/questions.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { Database } from '../../server/core/db/database.ts';
import { createLogger } from '../../server/log.ts';
import { createContext } from '../../server/create.ts';
import { findByFullText } from '../../server/core/search/queries.ts';
import { getSuggestions } from '../../shared/ask/routes.ts';
import { hostile } from '../helpers/data.ts';
import { publicUrl, siteOrigin, startTestServer, type TestServer } from '../helpers/server.ts';

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

const find = async (text: string) => {
  await readStaleQuestions(server.ctx, server.site.id);
  return findByFullText(server.ctx.database, server.site.id, text, 10);
};
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

describe('after a restart', () => {
  let data: string;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'foyer-restart-'));
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  /** Another process on the same data: the database outlives each. */
  const restart = async (database: Database) => {
    const ctx = await createContext(
      readConfig({ PUBLIC_URL: publicUrl, DATA_DIR: data }),
      { widget: '/nowhere', demoSite: '/nowhere', migrations: resolve('server/migrations') },
      { clock: server.clock, log: createLogger('silent'), database },
    );
    const app = createApp(ctx);
    const asked = async (q: string): Promise<string[]> => {
      const path = `${publicUrl}/api/sites/shop/suggestions?q=${encodeURIComponent(q)}`;
      const request = new Request(path, { headers: { origin: siteOrigin } });
      const reply = await app.request(request, undefined, {
        incoming: { socket: { remoteAddress: '203.0.113.7' } },
      });
      return ((await reply.json()) as { suggestions: { title: string }[] }).suggestions.map(
        ({ title }) => title,
      );
    };
    return { ctx, asked };
  };

  test('the first query is answered by the index that was saved, with what happened since', async () => {
    const database: Database = { ...server.ctx.database, close: async () => {} };
    await add('1', 'Wie lange gilt die Fahrradgarantie?');
    const first = await restart(database);
    await first.ctx.search.settled(server.site.id);
    expect(await first.asked('fahradgarantie')).toHaveLength(1);
    await first.ctx.close();
    await add('2', 'Kann ich die Lieferadresse ändern?');
    // A typo and a middle of a word: the full text finds neither.
    expect(await find('fahradgarantie')).toEqual([]);
    const second = await restart(database);
    expect(await second.asked('fahradgarantie')).toEqual(['Wie lange gilt die Fahrradgarantie?']);
    expect(await second.asked('liferadresse')).toEqual(['Kann ich die Lieferadresse ändern?']);
    await second.ctx.close();
    // What is damaged, of another version or of another log is built anew.
    const [name] = readdirSync(join(data, 'search'));
    const file = join(data, 'search', name!);
    const whole = readFileSync(file);
    for (const broken of [
      whole.subarray(0, 200),
      Buffer.from('no index'),
      Buffer.concat([whole.subarray(0, -9), Buffer.from('.........')]),
      Buffer.from(whole.toString('latin1').replace(/"mark":"[^"]+"/, '"mark":"other"'), 'latin1'),
    ]) {
      writeFileSync(file, broken);
      const third = await restart(database);
      await third.ctx.search.warm();
      await third.ctx.search.settled(server.site.id);
      expect(await third.asked('fahradgarantie')).toEqual(['Wie lange gilt die Fahrradgarantie?']);
      await third.ctx.close();
      expect(readFileSync(file).length).toBe(whole.length);
    }
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

  test.each([
    ['Искусственная Ёлка', 'елка'],
    ['Die Straße ist lang', 'strasse'],
    ['Hauptstrasse 5', 'hauptstraße'],
    ['สั่งซื้อจักรยานสีแดง', 'จักรยาน'],
    ['東京への配送はできますか', '配送'],
    ['İstanbul mağazası', 'istanbul'],
    ['المدرسة القديمة', 'المدرسه'],
    ['مُحَمَّد', 'محمد'],
    ['Ο Οδυσσεύς', 'οδυσσευσ'],
    ['Đặt hàng điện thoại', 'dien'],
    ['ﾊﾟｿｺﾝを買う', 'パソコン'],
    ['٢٠٢٦ طلب', '2026'],
  ])('words are folded as the index folds them, before there is one: %s', async (title, query) => {
    await add('1', title);
    await add('2', 'Something else');
    expect(await find(query)).toHaveLength(1);
    expect(server.ctx.search.version(server.site.id)).toBeNull();
    expect(await titles(query)).toEqual([title]);
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

test('no hostile query throws, whatever it looks like', async () => {
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
