import { afterAll, beforeAll, expect, test } from 'vitest';
import { getQuestion, postQuestion } from '../../shared/ask/routes.ts';
import { publishQuestion } from '../../shared/ask/staffRoutes.ts';
import { getTopicEntries, getTopics } from '../../shared/ask/topicRoutes.ts';
import * as contract from '../../shared/articles/routes.ts';
import { postStaffMessage } from '../../shared/inbox/routes.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { newId, newSecret, password, question, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer({
    settings: {
      languages: ['en', 'de'],
      categories: [
        { key: 'parcels', names: { en: 'Parcels', de: 'Pakete' }, icon: 'truck' },
        { key: 'films', names: { en: 'Films', de: 'Filme' } },
      ],
    },
  });
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'owner',
  });
  cookie = await server.logIn('olga@shop.test');
});
afterAll(() => server.close());

interface Given {
  category: string;
  audience?: 'public' | 'internal';
  language?: string;
}

/** A published article; its text's id is what readers open. */
const article = async (title: string, { category, audience = 'public', language = 'en' }: Given) => {
  const [id, text] = [newId(), newId()];
  const path = { article: id, text };
  await server.call(contract.putArticle, {
    cookie,
    path,
    body: { revision: 0, article: { category, audience, language, verifyBy: null, authors: [] } },
  });
  await server.call(contract.putArticleText, {
    cookie,
    path,
    body: { language, revision: 0, title, body: 'So it goes.' },
  });
  const out = await server.call(contract.publishArticleText, {
    cookie,
    path,
    body: { revision: 1, at: null },
  });
  expect(out.status).toBe(200);
  return {
    id: text,
    unpublish: () => server.call(contract.unpublishArticleText, { cookie, path, body: { revision: 2 } }),
  };
};

/** A public question with an answer. */
const answered = async (title: string, category: string): Promise<string> => {
  const { id: conversation, ...rest } = question({ title, category, visibility: 'public' });
  await server.call(postQuestion, { secret: newSecret(), body: { id: conversation, ...rest } });
  const reply = await server.call(postStaffMessage, {
    path: { conversation },
    cookie,
    body: { id: newId(), body: 'Yes.', visibility: 'public' },
  });
  const made = await server.call(publishQuestion, {
    path: { conversation },
    cookie,
    body: {
      message: reply.body.message.id,
      title,
      details: '',
      answer: 'Yes.',
      language: 'en',
      official: true,
    },
  });
  expect(made.status).toBe(200);
  return made.body.question!.id;
};

const topics = async (language: string) =>
  (await server.call(getTopics, { query: { language } })).body.topics;
const entries = async (language: string, topic: string) =>
  (await server.call(getTopicEntries, { query: { language, topic } })).body.entries;

test('topics count what is public in a language, and lead to it: articles first, then questions', async () => {
  expect(await topics('en')).toEqual([]);
  const asked = await answered('Do you ship to Norway?', 'parcels');
  const { id } = await article('How parcels travel', { category: 'parcels' });
  const film = await article('How films are lent', { category: 'films' });
  await article('What only we know', { category: 'parcels', audience: 'internal' });
  await article('Wie Pakete reisen', { category: 'parcels', language: 'de' });

  expect(await topics('en')).toEqual([
    { key: 'parcels', name: 'Parcels', icon: 'truck', total: 2 },
    { key: 'films', name: 'Films', icon: null, total: 1 },
  ]);
  expect(await topics('de-AT')).toEqual([{ key: 'parcels', name: 'Pakete', icon: 'truck', total: 1 }]);
  expect(await entries('en', 'parcels')).toEqual([
    { id, title: 'How parcels travel', language: 'en' },
    { id: asked, title: 'Do you ship to Norway?', language: 'en' },
  ]);
  expect(await entries('de', 'parcels')).toMatchObject([{ title: 'Wie Pakete reisen' }]);
  expect(await entries('en', 'no such topic')).toEqual([]);
  for (const { id: question } of await entries('en', 'parcels'))
    expect((await server.call(getQuestion, { path: { question } })).body.category).toBe('parcels');

  // What was kept is not sent any more once something was taken back.
  expect((await film.unpublish()).status).toBe(200);
  expect((await topics('en')).map(({ key }) => key)).toEqual(['parcels']);
  expect(await entries('en', 'films')).toEqual([]);
});

test('a topic must be named, and a language', async () => {
  expect((await server.call(getTopicEntries, { query: { language: 'en', topic: ' ' } })).status).toBe(400);
  expect((await server.request('GET', '/api/sites/shop/topics')).status).toBe(400);
  expect((await server.request('GET', '/api/sites/nobody/topics?language=en')).status).toBe(404);
});
