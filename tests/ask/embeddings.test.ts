import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importEntry } from '../../server/ask/importFaq.ts';
import { updateQuestion } from '../../server/ask/writes/questions.ts';
import { questionChanged } from '../../server/ask/searchSource.ts';
import { searchVectors } from '../../server/core/search/tables.ts';
import { getSuggestions } from '../../shared/ask/routes.ts';
import { getSearchState } from '../../shared/ask/staffRoutes.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { password, startTestServer, type TestServer } from '../helpers/server.ts';

/* A fake endpoint: what means "time" points one way, all else another. */
let endpoint: Server;
let server: TestServer | undefined;
let behaviour: 'good' | 'silent' | 'broken' | 'odd';
let asked: { authorization: string | undefined; model: string; input: string[] }[];

const meaningOf = (text: string): number[] => (/when|long|arrive/i.test(text) ? [3, 0.1] : [0.1, 2]);

beforeEach(async () => {
  behaviour = 'good';
  asked = [];
  endpoint = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { model, input } = JSON.parse(body) as { model: string; input: string[] };
      asked.push({ authorization: request.headers.authorization, model, input });
      if (behaviour === 'silent') return;
      if (behaviour === 'broken') return response.writeHead(500).end('no');
      const data = input.map((text, index) => ({ index, embedding: meaningOf(text) }));
      response.end(JSON.stringify({ data: behaviour === 'odd' ? [{ embedding: ['x'] }] : data.reverse() }));
    });
  });
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await server?.close();
  endpoint.closeAllConnections();
  await new Promise((resolve) => endpoint.close(resolve));
});

const start = async (environment: Record<string, string>): Promise<TestServer> => {
  server = await startTestServer({ environment, settings: { suggestionCaution: 'eager' } });
  for (const [id, title] of Object.entries({
    a: 'Parcel insurance and parcel size',
    b: 'When does my parcel arrive?',
  }))
    await importEntry(
      server.ctx,
      server.site,
      { id, title, details: '', answer: 'See there.', language: 'en', category: null, phrasings: [] },
      false,
    );
  await server.ctx.search.settled(server.site.id);
  return server;
};
const url = () => `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/v1/embeddings`;
const configured = () => ({ EMBEDDINGS_URL: url(), EMBEDDINGS_MODEL: 'small', EMBEDDINGS_KEY: 'secret-key' });
const find = async (q: string) =>
  (await server!.call(getSuggestions, { query: { q } })).body.suggestions.map((item) => item.title);

test('nothing is sent anywhere unless the owner says so', async () => {
  await start({});
  expect(await find('how long parcel')).toHaveLength(2);
  expect(asked).toEqual([]);
});

test('what the words found is put in the order of what it means', async () => {
  await start({});
  const byWords = await find('parcel size how long');
  expect(byWords[0]).toBe('Parcel insurance and parcel size');
  await server!.close();
  await start(configured());
  expect(await find('parcel size how long')).toEqual([
    'When does my parcel arrive?',
    'Parcel insurance and parcel size',
  ]);
  expect(asked[0]).toMatchObject({ authorization: 'Bearer secret-key', model: 'small' });
  expect(asked.flatMap((call) => call.input)).toContain('When does my parcel arrive?');
  // It orders, it does not find.
  expect(await find('zebra crossing')).toEqual([]);
});

test.each(['silent', 'broken', 'odd'] as const)(
  'an endpoint that is %s costs nothing but its time',
  async (kind) => {
    await start(configured());
    behaviour = kind;
    // The silent one never answers: that anything comes at all is the time box.
    expect(await find('parcel size how lon')).toHaveLength(2);
    expect(server!.logged.some((line) => line.includes('"msg":"embeddings"'))).toBe(true);
    expect(await server!.ctx.metrics.registry.metrics()).toContain('foyer_faults_total{kind="embeddings"}');
    // After three failures it is left alone for a while.
    for (const q of ['parcel s', 'parcel si', 'parcel siz', 'parcel size']) await find(q);
    const before = asked.length;
    expect(await find('parcel insur')).toHaveLength(2);
    expect(asked).toHaveLength(before);
  },
);

test('admins see whether it is on, that it answers, and why it does not', async () => {
  const stateOf = async () => {
    await createStaff(server!.ctx, {
      site: server!.site.id,
      email: 'boss@shop.test',
      name: 'Bo Boss',
      password,
      role: 'admin',
    });
    const cookie = await server!.logIn('boss@shop.test');
    return async () => (await server!.call(getSearchState, { cookie })).body;
  };
  await start({});
  expect(await (await stateOf())()).toMatchObject({ index: 'ready', embeddings: null });
  await server!.close();
  await start(configured());
  const state = await stateOf();
  expect(await state()).toMatchObject({
    embeddings: {
      model: 'small',
      host: new URL(url()).host,
      answeredAt: server!.clock.now(),
      lastError: null,
      isResting: false,
    },
  });
  behaviour = 'broken';
  for (const q of ['parcel', 'parcel s', 'parcel si']) await find(q);
  const broken = await state();
  expect(broken.embeddings).toMatchObject({
    failedAt: server!.clock.now(),
    lastError: 'the embedding endpoint answered 500',
    isResting: true,
  });
  expect(JSON.stringify(broken)).not.toContain('secret-key');
});

test('the vectors of a question that is taken off are forgotten', async () => {
  await start(configured());
  const rows = () => server!.ctx.database.read.select({ group: searchVectors.groupId }).from(searchVectors);
  const [first] = await rows();
  expect(await rows()).toHaveLength(2);
  await server!.ctx.database.commit({
    site: server!.site.id,
    events: [{ kind: questionChanged, subject: first!.group, audience: 'staff' }],
    write: (tx) => [updateQuestion(tx, server!.site.id, first!.group, { published: false })],
  });
  await server!.ctx.search.settled(server!.site.id);
  expect(await rows()).toHaveLength(1);
});
