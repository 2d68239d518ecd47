import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asc, eq } from 'drizzle-orm';
import { facts } from '../../server/core/facts/tables.ts';
import { putPermissions } from '../../shared/contacts/segments/routes.ts';
import { postBlock } from '../../shared/core/conversations/endRoutes.ts';
import { getThread, listConversations, postMessage } from '../../shared/core/conversations/routes.ts';
import { getComposeOptions, getInboxThread, startConversation } from '../../shared/inbox/routes.ts';
import type { StartConversation } from '../../shared/inbox/startSchema.ts';
import { type MailStage, mailStage, minute } from '../helpers/mailStage.ts';
import { newId, publicUrl } from '../helpers/server.ts';
import { headerOf } from '../helpers/smtp.ts';

const support = 'support@help.test.example';
const sales = 'sales@help.test.example';
const addressOf = (address: string, signature = '') => ({
  address,
  team: null,
  language: '' as const,
  signature,
  acknowledges: true,
});

let stage: MailStage;
beforeEach(async () => {
  stage = await mailStage({
    settings: { mail: { addresses: [addressOf(support), addressOf(sales, 'The sales team')] } },
  });
});
afterEach(() => stage.close());

const start = (more: Partial<StartConversation> = {}) =>
  stage.server.call(startConversation, {
    cookie: stage.cookie,
    body: {
      id: newId(),
      to: { email: 'Ann@buyer.example', name: 'Ann' },
      by: 'mail',
      subject: 'Your offer',
      body: 'Here it is.',
      ...more,
    },
  });
const options = async (query: { contact?: string; email?: string }) =>
  (await stage.server.call(getComposeOptions, { cookie: stage.cookie, query })).body;
const thread = async (conversation: string) =>
  (await stage.server.call(getInboxThread, { cookie: stage.cookie, path: { conversation } })).body;
const ann = () => stage.smtp.mails.filter(({ envelope }) => envelope.to.includes('Ann@buyer.example'));

describe('a conversation that staff start by mail', () => {
  test('goes out at once from the chosen address, once, and its answer comes back into it', async () => {
    const id = newId();
    const first = await start({ id, from: sales });
    expect(first.body.conversation).toMatchObject({
      id,
      kind: 'mail',
      subject: 'Your offer',
      waitingFor: 'visitor',
      assignee: { name: 'Ada Agent' },
      promise: null,
      unread: 0,
      visitor: { name: 'Ann', email: 'Ann@buyer.example', verified: false },
    });
    expect((await start({ id, from: sales })).body.conversation.id).toBe(id);
    expect((await start({ id, body: 'Another' })).status).toBe(409);
    await stage.pass(0);
    const [sent, ...others] = ann();
    expect(others).toEqual([]);
    expect(headerOf(sent!, 'subject')).toBe('Your offer');
    expect(headerOf(sent!, 'from')).toContain(`<${sales}>`);
    expect(headerOf(sent!, 'in-reply-to')).toBeUndefined();
    expect(headerOf(sent!, 'references')).toBeUndefined();
    expect(headerOf(sent!, 'auto-submitted')).toBeUndefined();
    expect(sent!.parsed.text).toContain('Here it is.');
    expect(sent!.parsed.text).toContain('The sales team');

    // Of two mails of one moment none is the last.
    await stage.pass(minute);
    await stage.inbound(
      [
        'From: Ann <ann@buyer.example>',
        `To: ${headerOf(sent!, 'reply-to') ?? headerOf(sent!, 'from')}`,
        'Subject: Re: Your offer',
        'Message-ID: <1@buyer.example>',
        `In-Reply-To: ${headerOf(sent!, 'message-id')}`,
        '',
        'We take it.',
      ].join('\n'),
    );
    const { conversation, messages } = await thread(id);
    expect(messages.map(({ body, author }) => [author.kind, body])).toEqual([
      ['staff', 'Here it is.'],
      ['visitor', 'We take it.'],
    ]);
    expect(conversation).toMatchObject({ waitingFor: 'staff', unread: 1 });
    expect(conversation.promise).not.toBeNull();
    await stage.reply(id, 'Thank you!');
    await stage.pass(minute);
    expect(headerOf(ann().at(-1)!, 'subject')).toBe('Re: Your offer');
    expect(headerOf(ann().at(-1)!, 'from')).toContain(`<${sales}>`);
    expect(headerOf(ann().at(-1)!, 'in-reply-to')).toBe('<1@buyer.example>');
  });

  test('carries files, from the first address unless one is chosen', async () => {
    const file = newId();
    const upload = await stage.server.request(
      'POST',
      `/api/inbox/${stage.server.site.id}/attachments?id=${file}&name=offer.txt`,
      {
        body: new TextEncoder().encode('the offer'),
        headers: { cookie: stage.cookie, 'content-type': 'application/octet-stream', origin: publicUrl },
      },
    );
    expect(upload.status).toBe(200);
    expect((await start({ attachments: [file] })).status).toBe(200);
    await stage.pass(0);
    expect(headerOf(ann()[0]!, 'from')).toContain(`<${support}>`);
    expect(ann()[0]!.parsed.attachments.map(({ filename }) => filename)).toContain('offer.txt');
    expect((await start({ from: 'other@elsewhere.example' })).body).toMatchObject({
      error: { fields: { from: 'unknown' } },
    });
    expect((await start({ subject: ' ' })).body).toMatchObject({
      error: { fields: { subject: 'required' } },
    });
    expect((await start({ by: 'widget' })).body).toMatchObject({ error: { fields: { by: 'not_allowed' } } });
  });

  test('is refused, with the reason, to who said no, unsubscribed, or is blocked', async () => {
    const { body } = await start();
    const contact = body.conversation.visitor.id;
    expect(await options({ contact })).toMatchObject({
      from: [support, sales],
      to: { name: 'Ann', mail: null, widget: 'unknown_there', emailVerified: false },
    });
    await stage.server.call(putPermissions, {
      cookie: stage.cookie,
      path: { contact },
      body: { calls: true, mails: false },
    });
    expect(await options({ contact })).toMatchObject({ to: { mail: 'refused' } });
    // The address alone says the same.
    expect(await options({ email: 'ann@buyer.example' })).toMatchObject({ to: { mail: 'refused' } });
    expect(await start({ to: { contact } })).toMatchObject({
      status: 403,
      body: { error: { message: 'This contact doesn’t want emails.', fields: { to: 'not_allowed' } } },
    });
    expect((await start()).status).toBe(403);
    const path = { conversation: body.conversation.id };
    await stage.server.call(postBlock, { cookie: stage.cookie, path, body: { blocked: true } });
    expect(await options({ contact })).toMatchObject({ to: { mail: 'blocked', widget: 'blocked' } });
  });

  test('to a typed address is never shown to who only typed it in the widget', async () => {
    const chat = await stage.open('Hello', { email: 'ann@buyer.example', name: 'Eve' });
    const { body } = await start();
    expect(body.conversation.visitor.id).not.toBe((await thread(chat)).conversation.visitor.id);
    const seen = await stage.server.call(listConversations, { secret: stage.secret });
    expect(seen.body.conversations.map(({ id }) => id)).toEqual([chat]);
  });

  test('counts as opened, and its replies as no first reply', async () => {
    const { body } = await start();
    await stage.pass(0);
    stage.server.clock.pass(10 * minute);
    await stage.reply(body.conversation.id, 'One more thing.');
    await stage.pass(0);
    const rows = await stage.server.ctx.database.read
      .select({ kind: facts.kind })
      .from(facts)
      .where(eq(facts.siteId, stage.server.site.id))
      .orderBy(asc(facts.place));
    expect(rows.map(({ kind }) => kind).filter((kind) => /^(?:conv|message|reply)/.test(kind))).toEqual([
      'conversation.opened',
      'message.out',
      'message.out',
    ]);
  });
});

describe('a conversation that waits in the widget', () => {
  const contactOf = async () => (await thread(await stage.open())).conversation.visitor.id;

  test('shows there as a reply does, and by mail once its reader is gone', async () => {
    const contact = await contactOf();
    expect(await options({ contact })).toMatchObject({ to: { widget: null, mail: null } });
    const { body, status } = await start({
      to: { contact },
      by: 'widget',
      subject: '',
      body: 'It is ready.',
    });
    expect(status).toBe(200);
    expect(body.conversation).toMatchObject({ kind: 'chat', subject: 'It is ready.', waitingFor: 'visitor' });
    const seen = (await stage.server.call(listConversations, { secret: stage.secret })).body.conversations;
    expect(seen.find(({ id }) => id === body.conversation.id)).toMatchObject({ unread: 1 });
    const path = { conversation: body.conversation.id };
    const { messages } = (await stage.server.call(getThread, { secret: stage.secret, path })).body;
    expect(messages).toMatchObject([{ author: { kind: 'staff', name: 'Ada Agent' }, body: 'It is ready.' }]);
    const zoe = () => stage.smtp.mails.filter(({ parsed }) => parsed.text?.includes('It is ready.'));
    await stage.pass(0);
    expect(zoe()).toEqual([]);
    await stage.pass(4 * minute);
    expect(zoe()).toHaveLength(1);
    await stage.server.call(postMessage, {
      secret: stage.secret,
      path,
      body: { id: newId(), body: 'Great!' },
    });
    expect((await thread(body.conversation.id)).conversation).toMatchObject({ waitingFor: 'staff' });
  });

  test('stays in the widget for who wants no emails', async () => {
    const contact = await contactOf();
    await stage.server.call(putPermissions, {
      cookie: stage.cookie,
      path: { contact },
      body: { calls: true, mails: false },
    });
    await start({ to: { contact }, by: 'widget', subject: '', body: 'It is ready.' });
    await stage.pass(10 * minute);
    expect(stage.smtp.mails.filter(({ parsed }) => parsed.text?.includes('It is ready.'))).toEqual([]);
  });
});
