import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getThread } from '../../../shared/core/conversations/routes.ts';
import { erasePerson } from '../../../shared/core/people/personalDataRoutes.ts';
import { createStaff } from '../../../server/core/people/staff/writes.ts';
import type { Copies } from '../../../shared/core/conversations/mailPeople.ts';
import { getInboxThread, listInbox, postStaffMessage } from '../../../shared/inbox/routes.ts';
import { insertSecret } from '../../../server/core/people/visitors/writes.ts';
import { stopMails } from '../../../server/core/mail/queries.ts';
import { type MailStage, mailStage } from '../../helpers/mailStage.ts';
import { newId, newSecret, password } from '../../helpers/server.ts';
import { headerOf, type ReceivedMail } from '../../helpers/smtp.ts';

const support = 'support@help.test.example';
const mia = 'mia@visitor.example';
const bob = 'bob@partner.example';
const eve = 'eve@elsewhere.example';

let stage: MailStage;
beforeEach(async () => {
  const address = { team: null, language: '', signature: '', acknowledges: false } as const;
  stage = await mailStage({
    settings: {
      mail: {
        addresses: [
          { ...address, address: support },
          { ...address, address: 'sales@help.test.example' },
        ],
      },
    },
  });
});
afterEach(() => stage.close());

let count = 0;
const mail = (said: string, headers: Record<string, string> = {}): string =>
  [
    ...Object.entries({
      From: `Mia Mail <${mia}>`,
      To: `Support <${support}>`,
      Subject: 'Our order',
      'Message-ID': `<${++count}@visitor.example>`,
      Date: new Date(stage.server.clock.now()).toUTCString(),
      'Content-Type': 'text/plain; charset=utf-8',
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    said,
  ].join('\n');

const all = async () => (await stage.server.call(listInbox, { cookie: stage.cookie })).body.conversations;
const thread = async (conversation: string) =>
  (await stage.server.call(getInboxThread, { cookie: stage.cookie, path: { conversation } })).body;
const last = async (conversation: string) =>
  (await thread(conversation)).messages.findLast(({ author }) => author.kind !== 'system')!;
const open = async (headers: Record<string, string> = {}) => {
  await stage.inbound(
    mail('Please look, both of you.', {
      To: `Support <${support}>, "Bob Partner" <${bob}>`,
      Cc: `sales@help.test.example, replies+${'a'.repeat(48)}@help.test.example, Boss <boss@visitor.example>`,
      ...headers,
    }),
  );
  return (await all())[0]!.id;
};
const reply = (conversation: string, body: string, copies?: Copies) =>
  stage.server.call(postStaffMessage, {
    cookie: stage.cookie,
    path: { conversation },
    body: { id: newId(), body, visibility: 'public', ...(copies && { mail: copies }) },
  });
const sent = (): ReceivedMail => stage.smtp.mails.at(-1)!;

describe('people of a mail besides its writer', () => {
  test('are kept with the message, for staff alone, without addresses of ours', async () => {
    const conversation = await open();
    expect((await last(conversation)).mail).toEqual({
      to: [{ name: 'Bob Partner', address: bob }],
      cc: [{ name: 'Boss', address: 'boss@visitor.example' }],
    });
    await reply(conversation, 'We look.');
    await stage.pass(0);
    // Never automatically to all.
    expect(sent().envelope.to).toEqual([mia]);
    expect(headerOf(sent(), 'cc')).toBeUndefined();
  });

  test('get a reply where its writer chose them: one mail, a hidden copy, and no way to become the visitor', async () => {
    const conversation = await open();
    const answer = await reply(conversation, 'Here is the plan.', {
      cc: [bob, mia, 'BOB@partner.example'],
      bcc: [eve],
    });
    expect(answer.body.message.mail).toEqual({
      cc: [{ name: 'Bob Partner', address: bob }],
      bcc: [{ name: '', address: eve }],
    });
    await stage.pass(0);
    expect(stage.smtp.mails).toHaveLength(1);
    expect(sent().envelope.to).toEqual([mia, bob, eve]);
    expect(headerOf(sent(), 'cc')).toBe(`Bob Partner <${bob}>`);
    expect(sent().raw).not.toContain(eve);
    expect(sent().raw).not.toContain('/resume');
    // Eve had nothing of what was asked.
    expect(sent().parsed.text).not.toContain('Please look');
    expect(headerOf(sent(), 'in-reply-to')).toContain('@visitor.example>');

    // A reply after it says nothing of it again.
    await reply(conversation, 'Only for Mia.');
    await stage.pass(0);
    expect(sent().envelope.to).toEqual([mia]);
    expect(sent().parsed.text).not.toContain('Here is the plan.');
    await reply(conversation, 'For both.', { cc: [bob] });
    await stage.pass(0);
    // Bob had it, too.
    expect(sent().parsed.text).toContain('Please look');
    expect(sent().parsed.text).not.toContain('Only for Mia.');
  });

  test('cannot be ours, or unsubscribed, or of a conversation without mail', async () => {
    const conversation = await open();
    expect((await reply(conversation, 'x', { cc: [support] })).body).toMatchObject({
      error: { fields: { cc: 'not_allowed' } },
    });
    await stopMails(stage.server.ctx, stage.server.site.id, eve);
    expect((await reply(conversation, 'x', { bcc: [eve] })).status).toBe(403);
    const chat = await stage.open();
    expect((await reply(chat, 'x', { cc: [bob] })).status).toBe(400);
    const many = Array.from({ length: 21 }, (_, place) => `p${place}@partner.example`);
    expect((await reply(conversation, 'x', { cc: many })).body).toMatchObject({
      error: { fields: { 'mail.cc': 'too_many' } },
    });
  });
});

describe('a participant who writes', () => {
  test('joins under their own name, by what they name or by the address that they got', async () => {
    const conversation = await open({ 'Message-ID': '<first@visitor.example>' });
    await stage.inbound(
      mail('I can do it.', {
        From: `Robert P. <${bob}>`,
        To: `${support}, ${mia}`,
        References: '<first@visitor.example>',
      }),
    );
    expect(await last(conversation)).toMatchObject({
      author: { kind: 'visitor', name: 'Robert P.' },
      body: 'I can do it.',
      mail: { from: { name: 'Robert P.', address: bob } },
    });
    await reply(conversation, 'Great.', { cc: [bob] });
    await stage.pass(0);
    // Robert's is in the thread that both follow.
    expect(headerOf(sent(), 'references')).toContain('<first@visitor.example>');
    expect(headerOf(sent(), 'references')?.split(' ')).toHaveLength(2);
    const to = headerOf(sent(), 'reply-to') ?? sent().envelope.from;
    await stage.inbound(mail('Tuesday then.', { From: `Robert P. <${bob}>`, To: to }));
    const thenBob = await last(conversation);
    expect(thenBob).toMatchObject({ author: { name: 'Robert P.' }, mail: { isApart: true } });
    expect((await thread(conversation)).messages.some(({ notice }) => notice)).toBe(false);
    // Their own name stays the visitor's, and a copy proves nothing.
    expect((await thread(conversation)).conversation.visitor).toMatchObject({ name: 'Mia Mail', email: mia });
    await stage.inbound(mail('Fine.', { To: to }));
    expect(await last(conversation)).toMatchObject({ author: { name: 'Mia Mail' }, body: 'Fine.' });
    expect((await thread(conversation)).conversation.visitor.emailAnswered).toBeUndefined();
    expect(await all()).toHaveLength(1);
  });

  test('to us alone is neither quoted to the visitor nor seen by them', async () => {
    const conversation = await open({ 'Message-ID': '<first@visitor.example>' });
    await stage.inbound(
      mail('Between us: they are late payers.', { From: bob, References: '<first@visitor.example>' }),
    );
    expect(await last(conversation)).toMatchObject({ mail: { isApart: true } });
    await reply(conversation, 'Dear Mia, all is well.');
    await stage.pass(0);
    expect(sent().envelope.to).toEqual([mia]);
    expect(sent().raw).not.toContain('late payers');
    await reply(conversation, 'To both.', { cc: [bob] });
    await stage.pass(0);
    expect(sent().raw).not.toContain('late payers');
    // On the page neither.
    const { server } = stage;
    const secret = newSecret();
    const visitorId = (await thread(conversation)).conversation.visitor.id;
    await server.ctx.database.write((tx) => [
      insertSecret(tx, { siteId: server.site.id, visitorId, secret }, server.clock.now()),
    ]);
    const seen = (await server.call(getThread, { secret, path: { conversation } })).body;
    expect(seen.messages.map(({ body }) => body)).toEqual([
      'Please look, both of you.',
      'Dear Mia, all is well.',
      'To both.',
    ]);
    expect(JSON.stringify(seen)).not.toContain(bob);
  });

  test('whom no mail named stands apart', async () => {
    const conversation = await open({ 'Message-ID': '<first@visitor.example>' });
    await stage.inbound(mail('Me too', { From: eve, References: '<first@visitor.example>' }));
    expect((await thread(conversation)).messages).toHaveLength(1);
    expect(await all()).toHaveLength(2);
  });

  test('is erased from everybody’s conversations: what they wrote, and where they stand', async () => {
    const conversation = await open({ 'Message-ID': '<first@visitor.example>' });
    await stage.inbound(
      mail('I can do it.', {
        From: `Rob <${bob}>`,
        To: mia,
        Cc: support,
        References: '<first@visitor.example>',
      }),
    );
    const { server } = stage;
    await createStaff(server.ctx, {
      site: server.site.id,
      email: 'owner@test.example',
      name: 'Olga',
      password,
      role: 'owner',
    });
    const cookie = await server.logIn('owner@test.example');
    expect((await server.call(erasePerson, { cookie, body: { who: bob } })).status).toBe(200);
    await stage.pass(60_000);
    const left = await thread(conversation);
    expect(JSON.stringify(left)).not.toContain(bob);
    expect(JSON.stringify(left)).not.toContain('I can do it.');
    expect(left.messages.map(({ body }) => body)).toEqual(['Please look, both of you.', '']);
    expect(left.messages[0]!.mail).toEqual({ cc: [{ name: 'Boss', address: 'boss@visitor.example' }] });
  });
});
