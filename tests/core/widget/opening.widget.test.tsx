import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ConversationsPart } from '../../../widget/core/context.ts';
import { createConversations } from '../../../widget/core/conversations/entry.ts';
import { postChat } from '../../../shared/chat/routes.ts';
import {
  type Answer,
  conversation,
  failure,
  fakeServer,
  makeContext,
  message,
  type Request,
  settle,
} from './fakeServer.ts';

let part: ConversationsPart;
/** The answer to a chat's first message. */
let toOpening: (request: Request) => Answer;
let requests: Request[];

const opened = (request: Request): Answer => {
  const { id, body } = request.body as { id: string; body: string };
  return {
    body: {
      conversation: conversation({ id, kind: 'chat' }),
      messages: [message({ id, conversation: id, body })],
      cursor: 5,
    },
  };
};
const refused = (): Answer => failure(400, 'invalid', { fields: { body: 'not_text' } });

const start = (): ConversationsPart => {
  requests = fakeServer((request) => {
    const { path, body, method } = request;
    if (path.endsWith('/chats')) return toOpening(request);
    if (path.endsWith('/messages')) {
      const sent = body as { id: string; body: string };
      return { body: { message: message({ id: sent.id, conversation: 'c9', body: sent.body, seq: 20 }) } };
    }
    if (path.endsWith('/live')) return 'offline';
    if (method === 'GET' && path.endsWith('/conversations')) return failure(401, 'unauthenticated');
    return { body: {} };
  });
  part = createConversations(makeContext());
  return part;
};
const open = () =>
  part.thread('c9', (first) => ({
    method: postChat.method,
    path: postChat.path,
    body: { ...first, language: 'en' },
  }));
const say = (text: string): void => {
  const thread = open();
  thread.composer.write(text);
  thread.send();
};
const bodies = () =>
  requests
    .filter(({ method, path }) => method === 'POST' && /chats$|messages$/.test(path))
    .map(({ path, body }) => [path.split('/').at(-1), (body as { body: string }).body]);

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
  toOpening = opened;
  start();
});
afterEach(() => {
  part.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what follows a first message that is refused waits for the corrected one, and goes after it', async () => {
  toOpening = refused;
  for (const text of ['One', 'Two', 'Three']) say(text);
  await settle();
  const thread = open();
  expect(thread.unsent.value.map(({ state }) => state)).toEqual(['refused', 'waiting', 'waiting']);
  expect(bodies()).toEqual([['chats', 'One']]);
  thread.edit(thread.unsent.value[0]!);
  expect(thread.composer.text.value).toBe('One');
  toOpening = opened;
  say('One, corrected');
  expect(thread.unsent.value.map(({ payload }) => (payload.body as { body: string }).body)).toEqual([
    'One, corrected',
    'Two',
    'Three',
  ]);
  await settle();
  expect(bodies().slice(1)).toEqual([
    ['chats', 'One, corrected'],
    ['messages', 'Two'],
    ['messages', 'Three'],
  ]);
  expect(thread.unsent.value).toEqual([]);
});

test('a first message that is taken off leaves its place to the next', async () => {
  toOpening = refused;
  for (const text of ['One', 'Two', 'Three']) say(text);
  await settle();
  const thread = open();
  toOpening = opened;
  thread.drop(thread.unsent.value[0]!);
  await settle();
  expect(bodies().slice(1)).toEqual([
    ['chats', 'Two'],
    ['messages', 'Three'],
  ]);
});

test('what waits behind a first message does so after a reload, too', async () => {
  toOpening = refused;
  say('One');
  say('Two');
  await settle();
  part.dispose();
  start();
  toOpening = refused;
  await settle();
  expect(open().unsent.value.map(({ state }) => state)).toEqual(['refused', 'waiting']);
  expect(bodies().map(([, body]) => body)).toEqual(['One']);
});

test('a refused message that is edited after a reload keeps its files, unless one of them is lost', async () => {
  localStorage.setItem('foyer:demo', JSON.stringify({ secret: 'known', at: Date.now() }));
  const files = [{ id: 'f1', name: 'frame.png' }];
  const sending = (id: string) => ({
    id,
    payload: {
      kind: 'message',
      method: 'POST',
      path: postChat.path,
      parameters: { conversation: id },
      body: { id, body: 'Look', attachments: ['f1'] },
      files,
    },
  });
  for (const [code, kept] of [
    ['body', ['frame.png']],
    ['attachments', []],
  ] as const) {
    part.dispose();
    localStorage.setItem('foyer:demo:unsent', JSON.stringify([sending('c9')]));
    toOpening = () => failure(400, 'invalid', { fields: { [code]: 'unknown' } });
    start();
    await settle();
    const thread = open();
    thread.edit(thread.unsent.value[0]!);
    expect(thread.composer.text.value).toBe('Look');
    expect(thread.composer.files.value.map(({ name }) => name)).toEqual(kept);
    if (kept.length) {
      toOpening = opened;
      thread.send();
      await settle();
      expect(
        requests.at(-1)!.body ?? requests.find(({ path }) => path.endsWith('/chats'))!.body,
      ).toBeDefined();
      const last = requests.filter(({ path }) => path.endsWith('/chats')).at(-1)!;
      expect(last.body).toMatchObject({ body: 'Look', attachments: ['f1'] });
    }
    part.store.drafts.write('c9', '');
  }
});
