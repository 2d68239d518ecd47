import { afterEach, describe, expect, test } from 'vitest';
import { postChat } from '../../shared/chat/routes.ts';
import { getThread } from '../../shared/core/conversations/routes.ts';
import { getSettings } from '../../shared/core/people/siteRoutes.ts';
import type { ChatRules } from '../../shared/chat/settings.ts';
import { getInboxThread } from '../../shared/inbox/routes.ts';
import { newId, newSecret, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
afterEach(() => server.close());

const rules: ChatRules = {
  name: 'optional',
  email: 'required',
  questions: [
    { key: 'order', labels: { en: 'Order number', de: 'Bestellnummer' }, required: true },
    { key: 'shop', labels: { en: 'Which shop?' }, required: false },
  ],
  consent: { en: 'You may keep what I write.', de: 'Ihr dürft behalten, was ich schreibe.' },
  consentLink: 'https://www.shop.test/privacy',
};

const start = async (chat: ChatRules | undefined, secret = newSecret()) => {
  server = await startTestServer(chat ? { settings: { chat } } : {});
  const send = (more: Record<string, unknown> = {}) =>
    server.call(postChat, { secret, body: { id: newId(), body: 'Hello', language: 'en', ...more } });
  return { send, secret };
};

describe('what a site asks before a chat', () => {
  test('is nothing unless the owner wants it, and no visitor’s browser loads a word of it', async () => {
    const { send } = await start(undefined);
    expect((await server.call(getSettings, {})).body.chat).toBeUndefined();
    expect((await send()).status).toBe(200);
  });

  test('is told to the widget, and each thing that is missing is named', async () => {
    const { send } = await start(rules);
    expect((await server.call(getSettings, {})).body.chat).toEqual(rules);
    const refused = await send();
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      error: {
        code: 'invalid',
        fields: { email: 'required', 'answers.order': 'required', consent: 'required' },
      },
    });
    expect((await send({ email: 'a@b.example', answers: { order: ' ' }, consent: true })).body).toMatchObject(
      {
        error: { fields: { 'answers.order': 'required' } },
      },
    );
  });

  test('is kept with the conversation in the words that the visitor read, for staff alone', async () => {
    const { send, secret } = await start(rules);
    const id = newId();
    const body = {
      id,
      language: 'de-AT',
      email: 'a@b.example',
      answers: { order: '<b>4711</b>', gone: 'asked by an older page' },
      consent: true,
    };
    expect((await send(body)).status).toBe(200);
    const cookie = await server.logIn();
    const thread = await server.call(getInboxThread, { cookie, path: { conversation: id } });
    expect(thread.body.conversation.intake).toEqual({
      answers: [{ label: 'Bestellnummer', value: '<b>4711</b>' }],
      consent: { text: 'Ihr dürft behalten, was ich schreibe.', at: server.clock.now() },
    });
    const own = await server.call(getThread, { secret, path: { conversation: id } });
    expect(own.body.conversation).not.toHaveProperty('intake');
    expect(own.body.conversation.reachable).toBe(true);
    // The answer was lost and it is sent again: the same; with another answer it is something else.
    expect((await send(body)).status).toBe(200);
    expect((await send({ ...body, answers: { order: '4712' } })).status).toBe(409);
  });

  test('does not refuse again what was taken before the owner asked for more', async () => {
    const { send } = await start(undefined);
    const body = { id: newId() };
    expect((await send(body)).status).toBe(200);
    server.site.settings.chat = rules;
    expect((await send(body)).status).toBe(200);
  });

  test('answers are bounded', async () => {
    const { send } = await start({ ...rules, email: 'no' });
    expect((await send({ consent: true, answers: { order: 'x'.repeat(501) } })).body).toMatchObject({
      error: { fields: { 'answers.order': 'too_long' } },
    });
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`a${index}`, 'x']));
    expect((await send({ consent: true, answers: many })).body).toMatchObject({
      error: { fields: { answers: 'too_many' } },
    });
  });
});
