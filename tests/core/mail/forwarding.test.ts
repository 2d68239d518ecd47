import { afterEach, beforeEach, expect, test } from 'vitest';
import { getThread } from '../../../shared/core/conversations/routes.ts';
import { forwardMessages, getInboxThread, listInbox } from '../../../shared/inbox/routes.ts';
import { type MailStage, mailStage, minute } from '../../helpers/mailStage.ts';
import { newId } from '../../helpers/server.ts';
import { headerOf } from '../../helpers/smtp.ts';

const supplier = 'stock@supplier.example';
let stage: MailStage;
beforeEach(async () => {
  stage = await mailStage();
});
afterEach(() => stage.close());

const thread = async (conversation: string) =>
  (await stage.server.call(getInboxThread, { cookie: stage.cookie, path: { conversation } })).body;
const forward = (conversation: string, more: { id?: string; email?: string; messages: string[] }) =>
  stage.server.call(forwardMessages, {
    cookie: stage.cookie,
    path: { conversation },
    body: { id: newId(), email: supplier, body: 'Do you have it?', ...more },
  });
const toSupplier = () => stage.smtp.mails.filter(({ envelope }) => envelope.to.includes(supplier));

test('chosen messages go to somebody outside, and what they answer is a note that the visitor never gets', async () => {
  const chat = await stage.open('Is the blue one in stock?');
  const answer = await stage.reply(chat, 'I ask.');
  const note = await stage.reply(chat, 'He pays late.', 'note');
  const id = newId();
  const given = { id, messages: [chat] };
  expect((await forward(chat, given)).body.message).toMatchObject({
    visibility: 'note',
    mail: { to: [{ address: supplier }], forwarded: [chat] },
  });
  expect((await forward(chat, given)).status).toBe(200);
  await stage.pass(0);
  const [sent, ...more] = toSupplier();
  expect(more).toEqual([]);
  expect(sent!.envelope.to).toEqual([supplier]);
  expect(headerOf(sent!, 'subject')).toMatch(/^Fwd: /);
  expect(sent!.parsed.text).toContain('Do you have it?');
  expect(sent!.parsed.text).toContain('Is the blue one in stock?');
  for (const kept of ['I ask.', 'He pays late.', '/resume', 'zoe@visitor.example'])
    expect(sent!.raw).not.toContain(kept);

  const raw = (said: string) =>
    [
      `From: Sam Supplier <${supplier}>`,
      `To: ${headerOf(sent!, 'reply-to')}`,
      'Subject: Re: Fwd',
      'Message-ID: <answer@supplier.example>',
      '',
      said,
    ].join('\n');
  expect(await stage.inbound(raw('Yes, for 12 euros.'))).toMatchObject({ result: 'received' });
  expect(await stage.inbound(raw('Yes, for 12 euros.'))).toMatchObject({ result: 'repeated' });
  expect(await stage.inbound(raw('No.'))).toMatchObject({ result: 'reused' });
  const { conversation, messages } = await thread(chat);
  expect(messages.at(-1)).toMatchObject({
    author: { kind: 'visitor', name: 'Sam Supplier' },
    visibility: 'note',
    body: 'Yes, for 12 euros.',
    mail: { from: { name: 'Sam Supplier', address: supplier } },
  });
  expect(conversation).toMatchObject({ waitingFor: 'staff', preview: 'I ask.' });
  const { body } = await stage.server.call(listInbox, { cookie: stage.cookie });
  expect(body.conversations).toHaveLength(1);

  // Whatever is sent to the visitor next, and whatever they open.
  await stage.reply(chat, 'It is there.');
  await stage.pass(10 * minute);
  const mine = stage.smtp.mails.filter(({ envelope }) => envelope.to.includes('zoe@visitor.example'));
  expect(mine.length).toBeGreaterThan(0);
  const seen = (await stage.server.call(getThread, { secret: stage.secret, path: { conversation: chat } }))
    .body;
  for (const text of [...mine.map((mail) => mail.raw), JSON.stringify(seen)])
    for (const kept of ['12 euros', supplier, 'Do you have it?']) expect(text).not.toContain(kept);

  // What is for the team alone, of another conversation, or for the visitor, is not forwarded.
  expect((await forward(chat, { messages: [note.id] })).status).toBe(400);
  expect((await forward(chat, { messages: [newId()] })).status).toBe(400);
  expect((await forward(chat, { email: 'ZOE@visitor.example', messages: [answer.id] })).status).toBe(400);
});

test('a forwarded mail that comes back is told with its address', async () => {
  const chat = await stage.open('Is the blue one in stock?');
  await forward(chat, { messages: [chat] });
  await stage.pass(0);
  await stage.inbound(
    [
      'From: MAILER-DAEMON@mx.example',
      'Return-Path: <>',
      `To: ${toSupplier()[0]!.envelope.from}`,
      'Subject: Undelivered Mail Returned to Sender',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
      '',
      '--x\nContent-Type: text/plain\n\nNo such user.\n--x--',
    ].join('\n'),
  );
  expect((await thread(chat)).messages.at(-1)!.notice).toEqual({
    kind: 'forward_bounced',
    values: { address: supplier },
  });
});
