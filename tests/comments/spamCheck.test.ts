import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as contract from '../../shared/comments/routes.ts';
import { defaultComments } from '../../shared/comments/defaults.ts';
import { newId, newSecret, startTestServer, type TestServer } from '../helpers/server.ts';

/* A service of Akismet's kind, whose answers the test gives. */

let service: Server;
let server: TestServer;
let asked: URLSearchParams[];
let answer: string;

beforeEach(async () => {
  asked = [];
  answer = 'false';
  service = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      asked.push(new URLSearchParams(text));
      response.end(answer);
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  server = await startTestServer({
    settings: {
      features: { ask: true, chat: true, callback: false, comments: true },
      comments: { ...defaultComments(), moderation: 'links' },
    },
    environment: { SPAM_CHECK_URL: `http://127.0.0.1:${(service.address() as AddressInfo).port}/check` },
  });
});
afterEach(async () => {
  await server.close();
  service.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
});

const write = async (secret = newSecret()) => {
  const { body } = await server.call(contract.postComment, {
    secret,
    body: {
      id: newId(),
      url: 'https://www.shop.test/a',
      body: `Words ${newId()}`,
      name: 'Zoë',
      language: 'en',
      took: 9_000,
    },
    headers: { 'user-agent': 'Browser/1' },
  });
  return body.comment;
};

test('what the service takes for spam waits for the team; who is trusted is not asked about', async () => {
  const secret = newSecret();
  expect((await write(secret)).state).toBe('approved');
  expect(Object.fromEntries(asked[0]!)).toMatchObject({
    comment_author: 'Zoë',
    comment_type: 'comment',
    permalink: 'https://www.shop.test/a',
    user_ip: '203.0.113.7',
    user_agent: 'Browser/1',
  });
  answer = 'true';
  expect((await write(secret)).state).toBe('approved');
  expect(asked).toHaveLength(1);
  expect(await write()).toMatchObject({ state: 'pending', reason: 'suspicious' });
});

test('a service that answers something else has no opinion, and nothing of a person is logged', async () => {
  answer = 'invalid';
  expect((await write()).state).toBe('approved');
  service.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
  expect((await write()).state).toBe('approved');
  const lines = server.logged.filter((line) => line.includes('no opinion'));
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toMatch(/Zoë|203\.0\.113/);
  service.listen(0);
});
