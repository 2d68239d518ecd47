import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ConversationsPart } from '../../../widget/core/context.ts';
import { createConversations } from '../../../widget/core/conversations/entry.ts';
import { conversation, failure, fakeServer, makeContext, message, openStream, settle } from './fakeServer.ts';

const staff = { kind: 'staff', id: 's1', name: 'Mara' } as const;
let part: ConversationsPart;

/** A visitor who acted on an earlier page, with one conversation. */
const begin = async () => {
  localStorage.setItem('foyer:demo', JSON.stringify({ secret: 'known', at: Date.now() }));
  const stream = openStream();
  const requests = fakeServer(({ method, path }) => {
    if (path.endsWith('/live')) return stream.response;
    if (path.endsWith('/conversations')) return { body: { conversations: [conversation()], cursor: 5 } };
    if (method === 'POST' && path.endsWith('/messages'))
      return { body: { message: message({ id: 'own', seq: 9 }) } };
    if (method === 'GET') return { body: { conversation: conversation(), messages: [message()], cursor: 5 } };
    return { body: { done: true } };
  });
  part = createConversations(makeContext());
  await part.store.begin();
  await settle();
  stream.push(5, { kind: 'hello', cursor: 5, heartbeat: 25_000 });
  await settle();
  return { stream, requests };
};

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  part.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('somebody who has not acted makes no request and opens no stream', async () => {
  const requests = fakeServer(() => ({}));
  part = createConversations(makeContext());
  await part.store.begin();
  expect(requests).toEqual([]);
  expect(localStorage.length).toBe(0);
});

test('the stream goes on from where the list was read', async () => {
  const { requests } = await begin();
  expect(requests.find(({ path }) => path.endsWith('/live'))).toMatchObject({
    authorization: 'Bearer known',
  });
  expect(requests.find(({ path }) => path.endsWith('/live'))!.query.get('after')).toBe('5');
  expect(part.store.line.value).toBe('live');
});

test('an answer that arrives is counted until it is seen, and seen is told once', async () => {
  const { stream, requests } = await begin();
  const row = conversation({ lastSeq: 7, unread: 1 });
  stream.push(6, {
    kind: 'message.added',
    seq: 6,
    at: 0,
    data: { message: message({ id: 'm2', seq: 6, author: staff }) },
  });
  stream.push(7, { kind: 'conversation.changed', seq: 7, at: 0, data: { conversation: row } });
  await settle();
  expect(part.store.unread.value).toBe(1);
  const thread = part.thread('c1');
  await settle();
  stream.push(8, { kind: 'conversation.changed', seq: 8, at: 0, data: { conversation: row } });
  await settle();
  thread.see();
  thread.see();
  await settle();
  const seen = requests.filter(({ path }) => path.endsWith('/seen'));
  expect(seen.map(({ body }) => body)).toEqual([{ seq: 7 }]);
  expect(part.store.unread.value).toBe(0);
});

test('messages stand in the order of the log, each once, whatever order they came in', async () => {
  const { stream } = await begin();
  const thread = part.thread('c1');
  await settle();
  for (const seq of [8, 7, 7]) part.store.take({ message: message({ id: `m${seq}`, seq, author: staff }) });
  stream.push(9, {
    kind: 'message.added',
    seq: 9,
    at: 0,
    data: { message: message({ id: 'm8', seq: 8, author: staff }) },
  });
  await settle();
  expect(thread.messages.value.map(({ seq }) => seq)).toEqual([5, 7, 8]);
});

test('a reply is kept until it is acknowledged, then it is a message like the others', async () => {
  const { requests } = await begin();
  const thread = part.thread('c1');
  await settle();
  thread.composer.write('Thank you');
  thread.send();
  expect(thread.composer.text.value).toBe('');
  expect(thread.unsent.value).toHaveLength(1);
  await settle();
  const [sent] = requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
  expect(sent!.body).toMatchObject({ body: 'Thank you' });
  expect(thread.unsent.value).toHaveLength(0);
  expect(thread.messages.value.at(-1)?.id).toBe('own');
});

test('an unsent reply can be taken back into the draft', async () => {
  await begin();
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('no network');
  });
  const thread = part.thread('c1');
  thread.composer.write('Thank you');
  thread.send();
  await settle();
  expect(thread.unsent.value[0]).toMatchObject({ state: 'waiting' });
  thread.edit(thread.unsent.value[0]!);
  expect(thread.composer.text.value).toBe('Thank you');
  expect(thread.unsent.value).toEqual([]);
});

test('a secret that the server forgot is forgotten here too', async () => {
  localStorage.setItem('foyer:demo', JSON.stringify({ secret: 'gone', at: Date.now() }));
  fakeServer(() => failure(401, 'unauthenticated'));
  part = createConversations(makeContext());
  await part.store.begin();
  expect(localStorage.length).toBe(0);
});

test('a list that could not be read is read again', async () => {
  localStorage.setItem('foyer:demo', JSON.stringify({ secret: 'known', at: Date.now() }));
  let online = false;
  fakeServer(({ path }) => {
    if (!online) return 'offline';
    return path.endsWith('/live')
      ? openStream().response
      : { body: { conversations: [conversation()], cursor: 5 } };
  });
  part = createConversations(makeContext());
  await part.store.begin();
  expect(part.store.failed.value).toBe(true);
  online = true;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(part.store.failed.value).toBe(false);
  expect(part.store.conversations.value).toHaveLength(1);
});

test('disposing leaves no timer and no stream', async () => {
  await begin();
  part.dispose();
  expect(part.store.line.value).toBe('ended');
  expect(vi.getTimerCount()).toBe(0);
});

test('what arrives by the stream before its acknowledgement is shown once', async () => {
  localStorage.setItem('foyer:demo', JSON.stringify({ secret: 'known', at: Date.now() }));
  const stream = openStream();
  fakeServer(({ method, path }) => {
    if (path.endsWith('/live')) return stream.response;
    if (path.endsWith('/conversations')) return { body: { conversations: [conversation()], cursor: 5 } };
    // The acknowledgement never comes.
    if (method === 'POST' && path.endsWith('/messages')) return new Promise<Response>(() => {});
    return { body: { conversation: conversation(), messages: [message()], cursor: 5 } };
  });
  part = createConversations(makeContext());
  await part.store.begin();
  await settle();
  stream.push(5, { kind: 'hello', cursor: 5, heartbeat: 25_000 });
  const thread = part.thread('c1');
  await settle();
  thread.composer.write('Once');
  thread.send();
  await settle();
  const [waiting] = thread.unsent.value;
  expect(thread.unsent.value).toHaveLength(1);
  stream.push(6, {
    kind: 'message.added',
    seq: 6,
    at: 0,
    data: { message: message({ id: waiting!.id, seq: 6, body: 'Once' }) },
  });
  await settle();
  expect(thread.messages.value.filter(({ body }) => body === 'Once')).toHaveLength(1);
  expect(thread.unsent.value).toEqual([]);
});
