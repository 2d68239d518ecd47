import { afterEach, beforeEach, expect, test } from 'vitest';
import { getThread, listConversations } from '../../shared/core/conversations/routes.ts';
import { getInboxThread, listInbox, splitConversation, undoSplit } from '../../shared/inbox/routes.ts';
import { type MailStage, mailStage } from '../helpers/mailStage.ts';
import { newId } from '../helpers/server.ts';
import { headerOf } from '../helpers/smtp.ts';

const support = 'support@help.test.example';
let stage: MailStage;
beforeEach(async () => {
  const address = { address: support, team: null, language: '', signature: '', acknowledges: false } as const;
  stage = await mailStage({ settings: { mail: { addresses: [address] } } });
});
afterEach(() => stage.close());

const thread = async (conversation: string) =>
  (await stage.server.call(getInboxThread, { cookie: stage.cookie, path: { conversation } })).body;
const bodies = async (conversation: string) =>
  (await thread(conversation)).messages
    .filter(({ author }) => author.kind !== 'system')
    .map(({ body }) => body);
const split = (conversation: string, message: string, id = newId()) =>
  stage.server.call(splitConversation, {
    cookie: stage.cookie,
    path: { conversation },
    body: { id, message },
  });
let count = 0;
const mail = (said: string, headers: Record<string, string> = {}): string =>
  [
    ...Object.entries({
      From: 'Mia <mia@visitor.example>',
      To: support,
      Subject: 'Two things',
      'Message-ID': `<${++count}@visitor.example>`,
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    said,
  ].join('\n');

test('messages from one on become a conversation of their own; both name each other, and it is undone', async () => {
  const chat = await stage.open('The first thing');
  const answer = await stage.reply(chat, 'Done.');
  stage.server.clock.pass(1_000);
  const second = await stage.reply(chat, 'And the second thing?');
  const id = newId();
  const made = (await split(chat, second.id, id)).body.conversation;
  expect((await split(chat, second.id, id)).body.conversation.id).toBe(id);
  expect(made).toMatchObject({ id, kind: 'chat', waitingFor: 'visitor', preview: 'And the second thing?' });
  expect(await bodies(chat)).toEqual(['The first thing', 'Done.']);
  expect(await bodies(id)).toEqual(['And the second thing?']);
  expect((await thread(chat)).messages.at(-1)!.notice).toMatchObject({
    kind: 'split_off',
    values: { conversation: id },
  });
  expect((await thread(id)).messages.at(-1)!.notice).toMatchObject({
    kind: 'split_from',
    values: { conversation: chat },
  });
  expect((await thread(chat)).conversation).toMatchObject({ preview: 'Done.' });
  // The visitor has both, and no word of who did that.
  const seen = (await stage.server.call(listConversations, { secret: stage.secret })).body.conversations;
  expect(seen.map((one) => one.id).sort()).toEqual([chat, id].sort());
  const own = (await stage.server.call(getThread, { secret: stage.secret, path: { conversation: id } })).body;
  expect(own.messages.map(({ body }) => body)).toEqual(['And the second thing?']);

  await stage.reply(id, 'Said since.');
  const back = await stage.server.call(undoSplit, { cookie: stage.cookie, path: { conversation: id } });
  expect(back.body.conversation.id).toBe(chat);
  expect(await bodies(chat)).toEqual(['The first thing', 'Done.', 'And the second thing?', 'Said since.']);
  const all = { cookie: stage.cookie, query: { view: 'all' as const } };
  expect((await stage.server.call(listInbox, all)).body.conversations).toHaveLength(1);

  // Nothing would be left on one side.
  expect((await split(chat, chat)).status).toBe(400);
  expect((await split(chat, newId())).status).toBe(404);
  expect((await split(newId(), answer.id)).status).toBe(404);
});

test('answers by mail follow the message that they answer', async () => {
  await stage.inbound(mail('The first thing', { 'Message-ID': '<first@visitor.example>' }));
  const [row] = (await stage.server.call(listInbox, { cookie: stage.cookie })).body.conversations;
  const conversation = row!.id;
  await stage.reply(conversation, 'About the first.');
  await stage.pass(0);
  await stage.inbound(
    mail('A second thing', {
      'Message-ID': '<second@visitor.example>',
      'In-Reply-To': '<first@visitor.example>',
    }),
  );
  const from = (await thread(conversation)).messages.find(({ body }) => body === 'A second thing')!;
  await stage.reply(conversation, 'About the second.');
  await stage.pass(0);
  const id = newId();
  await split(conversation, from.id, id);
  const to = (said: string) =>
    headerOf(stage.smtp.mails.find(({ parsed }) => parsed.text?.includes(said))!, 'reply-to')!;
  await stage.inbound(mail('Second, again', { To: to('About the second.') }));
  await stage.inbound(mail('First, again', { To: to('About the first.') }));
  await stage.inbound(mail('By reference', { 'In-Reply-To': '<second@visitor.example>' }));
  expect(await bodies(conversation)).toEqual(['The first thing', 'About the first.', 'First, again']);
  expect(await bodies(id)).toEqual(['A second thing', 'About the second.', 'Second, again', 'By reference']);
});
