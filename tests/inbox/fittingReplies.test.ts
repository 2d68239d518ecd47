import { afterEach, beforeEach, expect, test } from 'vitest';
import { getSuggestions, postQuestion } from '../../shared/ask/routes.ts';
import { listFittingAnswers } from '../../shared/ask/staffRoutes.ts';
import { deleteCannedReply, putCannedReply } from '../../shared/inbox/routes.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { newId, newSecret, password, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
let admin: string;
let agent: string;
beforeEach(async () => {
  server = await startTestServer();
  const { id: site } = server.site;
  await createStaff(server.ctx, {
    site,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'admin',
  });
  admin = await server.logIn('olga@shop.test');
  agent = await server.logIn();
});
afterEach(() => server.close());

const save = (id: string, more: object = {}) =>
  server.call(putCannedReply, {
    cookie: admin,
    path: { reply: id },
    body: {
      shortcut: 'broken',
      title: 'The teapot arrived broken',
      body: 'Hello {{visitor.name|there}},\n\nwe send a new **teapot** today.',
      language: '',
      ...more,
    },
  });

const asked = async (title: string): Promise<string> => {
  const id = newId();
  await server.call(postQuestion, {
    secret: newSecret(),
    body: { id, title, details: '', language: 'en', visibility: 'private' } as never,
  });
  return id;
};

const fitting = async (conversation: string) =>
  (await server.call(listFittingAnswers, { cookie: agent, path: { conversation } })).body.answers;

test('a canned reply that fits what was asked is offered, whole, and no visitor finds it', async () => {
  const id = newId();
  expect((await save(id)).status).toBe(200);
  const conversation = await asked('My teapot arrived broken');
  await expect
    .poll(() => fitting(conversation))
    .toEqual([
      {
        question: id,
        title: 'The teapot arrived broken',
        body: 'Hello {{visitor.name|there}},\n\nwe send a new **teapot** today.',
        official: false,
        isTeamOnly: false,
        isCanned: true,
        path: '/inbox/console/replies',
      },
    ]);
  const { body } = await server.call(getSuggestions, { query: { q: 'teapot arrived broken' } });
  expect(body.suggestions).toEqual([]);
});

test('it is found by its new words once it was changed, and not once it was deleted', async () => {
  const id = newId();
  await save(id);
  const conversation = await asked('Can I return a kettle?');
  const broken = await asked('My teapot arrived broken');
  await expect.poll(async () => (await fitting(broken)).length).toBe(1);
  expect(await fitting(conversation)).toEqual([]);
  await save(id, { title: 'Returning a kettle', body: 'Send the kettle back.' });
  await expect
    .poll(async () => (await fitting(conversation)).map(({ title }) => title))
    .toEqual(['Returning a kettle']);
  await server.call(deleteCannedReply, { cookie: admin, path: { reply: id } });
  await expect.poll(() => fitting(conversation)).toEqual([]);
});
