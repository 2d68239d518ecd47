import { afterEach, beforeEach, expect, test } from 'vitest';
import * as contract from '../../shared/comments/routes.ts';
import type { CommentEvent, OwnComment } from '../../shared/comments/schema.ts';
import { fillPath } from '../../shared/core/route.ts';
import { defaultComments } from '../../shared/comments/defaults.ts';
import { newId, newSecret, startTestServer, type TestServer } from '../helpers/server.ts';
import { type EventReader, readEvents } from '../helpers/streams.ts';

/* Who reads a page follows it by the log, without being known. */

const url = 'https://www.shop.test/news/spring';
let server: TestServer;
let streams: EventReader[];

const start = async (moderation: 'off' | 'always' = 'off'): Promise<void> => {
  streams = [];
  server = await startTestServer({
    settings: {
      features: { ask: true, chat: true, callback: false, comments: true },
      comments: { ...defaultComments(), moderation },
    },
    overrides: { liveCaps: { perVisitor: 3, perAddress: 20, perSite: 2, topicsPerSite: 2 } },
  });
};
beforeEach(() => start());
afterEach(async () => {
  for (const stream of streams) await stream.cancel();
  await server.close();
});

const write = async (page = url, body = `A thought ${newId()}`, secret = newSecret()) => {
  const reply = await server.call(contract.postComment, {
    secret,
    body: { id: newId(), url: page, title: 'Spring', body, language: 'en', name: 'Zoë', took: 10_000 },
  });
  return { secret, comment: (reply.body as { comment: OwnComment }).comment };
};
const follow = async (page = url, after?: number): Promise<Response> => {
  const query = new URLSearchParams({ url: page, ...(after !== undefined && { after: `${after}` }) });
  return server.request('GET', `${fillPath(contract.commentsLive.path, { site: server.site.key })}?${query}`);
};
const read = async (page?: string, after?: number): Promise<EventReader> => {
  const stream = readEvents(await follow(page, after));
  streams.push(stream);
  expect((await stream.next()).data.kind).toBe('hello');
  return stream;
};
const commentOf = (event: { data: Record<string, unknown> }) => (event.data['data'] as CommentEvent).comment;

test('a page that nobody has commented on is followed, and its first comment arrives', async () => {
  const stream = await read();
  await write('https://www.shop.test/another');
  const { comment } = await write(url, 'The first');
  const event = await stream.next();
  expect(event.data.kind).toBe('comment.added');
  expect(commentOf(event)).toMatchObject({ id: comment.id, author: { name: 'Zoë' }, gone: false });
});

test('what is deleted arrives without its words, and what was missed comes by the cursor', async () => {
  const { comment, secret } = await write();
  const stream = await read();
  await write();
  const { id } = await stream.next();
  await server.call(contract.postDelete, { secret, path: { comment: comment.id }, body: {} });
  expect(commentOf(await stream.next())).toMatchObject({ id: comment.id, gone: true, rich: [] });
  const again = await read(url, id!);
  expect(commentOf(await again.next())).toMatchObject({ id: comment.id, gone: true });
});

test('what waits for approval is told to nobody until it is approved', async () => {
  await server.close();
  await start('always');
  const cookie = await server.logIn();
  const stream = await read();
  const { comment } = await write();
  expect(comment.state).toBe('pending');
  await server.call(contract.postDecisions, { cookie, body: { ids: [comment.id], decision: 'approve' } });
  const event = await stream.next();
  expect(event.data.kind).not.toBe('comment.held');
  expect(commentOf(event)).toMatchObject({ id: comment.id, gone: false });
});

test('readers of pages have a limit of their own: they take no stream from who chats', async () => {
  await read();
  await read();
  expect((await follow()).status).toBe(429);
  const secret = newSecret();
  await write(url, 'Hello', secret);
  const chat = await server.request('GET', `/api/sites/${server.site.key}/live`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  expect(chat.status).toBe(200);
  await readEvents(chat).cancel();
});
