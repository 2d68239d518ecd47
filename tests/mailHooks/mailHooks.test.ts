import { createHmac, createSign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connector } from '../../server/core/net/connector.ts';
import { createSite } from '../../server/core/people/sites/writes.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { mailHooks } from '../../server/mailHooks/tables.ts';
import { listSetAside } from '../../shared/core/mail/routes.ts';
import { getInboxThread, listInbox } from '../../shared/inbox/routes.ts';
import {
  addMailHook,
  deleteMailHook,
  listMailHooks,
  replaceMailHookSecret,
} from '../../shared/mailHooks/routes.ts';
import type { HookProvider } from '../../shared/mailHooks/providers.ts';
import { snsCertificate } from '../helpers/snsCertificate.ts';
import { type MailStage, mailStage, minute } from '../helpers/mailStage.ts';
import { newId, password as staffPassword, siteOrigin } from '../helpers/server.ts';
import { headerOf } from '../helpers/smtp.ts';

/* Hooks by which mail providers bring what comes in, in the shapes that their documentation shows. */

const key = 'key-of-the-signing-mailgun';
const topic = 'arn:aws:sns:eu-west-1:123456789012:mails';
const certificateUrl = 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123abcd.pem';
const help = 'help@shop.example';

let stage: MailStage;
/** Addresses that were read by the way out. */
let asked: string[];
beforeEach(async () => {
  asked = [];
  const connector: Connector = {
    accepts: () => true,
    isPrivate: () => false,
    addressOf: async (host) => host,
    post: async () => ({ status: 404, contentType: '', body: '' }),
    async get({ url }) {
      asked.push(url);
      return {
        status: 200,
        contentType: '',
        body: url === certificateUrl ? snsCertificate.certificate : 'ok',
      };
    },
  };
  const addresses = [{ address: help, team: null, language: 'en', signature: '', acknowledges: false }];
  stage = await mailStage({ settings: { mail: { addresses } }, overrides: { connector } });
  const { ctx, site } = stage.server;
  const email = 'owner@shop.test';
  await createStaff(ctx, { site: site.id, email, name: 'Olga', password: staffPassword, role: 'owner' });
  stage.cookie = await stage.server.logIn(email);
});
afterEach(() => stage.close());

const add = async (provider: HookProvider, more: object = {}) => {
  const body = { id: newId(), provider, ...(provider === 'mailgun' && { key }), ...more };
  const reply = await stage.server.call(addMailHook, { cookie: stage.cookie, body });
  expect(reply.status).toBe(200);
  const url = new URL(reply.body.secretAddress!);
  return { id: body.id, path: url.pathname, secret: decodeURIComponent(url.password), body: reply.body };
};
const basic = (secret: string): string => `Basic ${Buffer.from(`foyer:${secret}`).toString('base64')}`;
const post = async (path: string, body: string | Uint8Array, headers: Record<string, string>) => {
  const response = await stage.server.request('POST', path, { body, headers: { origin: '', ...headers } });
  return {
    status: response.status,
    headers: response.headers,
    ...((await response.json()) as { result?: string }),
  };
};
const conversations = async () =>
  (await stage.server.call(listInbox, { cookie: stage.cookie })).body.conversations;
const setAside = async () => (await stage.server.call(listSetAside, { cookie: stage.cookie })).body.mails;

let count = 0;
const mail = (said = 'Where is my order?', headers: Record<string, string> = {}): string =>
  [
    ...Object.entries({
      From: 'Mia Mail <mia@visitor.example>',
      To: help,
      Subject: 'My order',
      'Message-ID': `<${++count}@visitor.example>`,
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    said,
  ].join('\r\n');

const mailgunFields = (raw: string, more: Record<string, string> = {}) => {
  const timestamp = String(Math.floor(stage.server.clock.now() / 1_000));
  const token = newId().replaceAll('-', '').padEnd(50, '0');
  const signature = createHmac('sha256', key)
    .update(timestamp + token)
    .digest('hex');
  return {
    timestamp,
    token,
    signature,
    recipient: help,
    sender: 'mia@visitor.example',
    'body-mime': raw,
    ...more,
  };
};
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const urlencoded = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();

const sns = (more: object, type = 'Notification'): string => {
  const given: Record<string, string> = {
    Type: type,
    MessageId: newId(),
    TopicArn: topic,
    Message: 'You have chosen to subscribe',
    Timestamp: new Date(stage.server.clock.now()).toISOString(),
    SignatureVersion: '2',
    SigningCertURL: certificateUrl,
    ...(type === 'SubscriptionConfirmation' && {
      Token: 'a-token',
      SubscribeURL: 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=a-token',
    }),
    ...more,
  };
  const names =
    type === 'Notification'
      ? ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
      : ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];
  const text = names
    .flatMap((name) => (given[name] === undefined ? [] : [`${name}\n${given[name]}\n`]))
    .join('');
  const signer = createSign(given['SignatureVersion'] === '1' ? 'RSA-SHA1' : 'RSA-SHA256');
  const signature = signer.update(text).sign(snsCertificate.key, 'base64');
  return JSON.stringify({ Signature: signature, ...given, ...('Signature' in more && more) });
};
const received = (raw: string, encoding: 'BASE64' | 'UTF8' = 'BASE64'): string =>
  JSON.stringify({
    notificationType: 'Received',
    mail: { source: 'mia@visitor.example', messageId: 'abc', destination: [help] },
    receipt: { recipients: [help], action: { type: 'SNS', topicArn: topic, encoding } },
    content: encoding === 'BASE64' ? Buffer.from(raw).toString('base64') : raw,
  });
const plain = { 'content-type': 'text/plain; charset=UTF-8' };

describe('hooks in the settings', () => {
  test('show their secret once, keep it sealed, and take another in its place', async () => {
    const { id, secret, body, path } = await add('postmark');
    expect(secret).toHaveLength(43);
    expect(JSON.stringify(body.hooks)).not.toContain(secret);
    const [row] = await stage.server.ctx.database.read.select().from(mailHooks);
    expect(JSON.stringify(row)).not.toContain(secret);
    const again = await stage.server.call(addMailHook, {
      cookie: stage.cookie,
      body: { id, provider: 'postmark' },
    });
    expect(again.body).toMatchObject({ secretAddress: null, hooks: [{ id, usedAt: null }] });
    const other = await stage.server.call(replaceMailHookSecret, {
      cookie: stage.cookie,
      path: { hook: id },
      body: {},
    });
    const fresh = new URL(other.body.secretAddress!).password;
    expect(fresh).not.toBe(secret);
    const json = JSON.stringify({ RawEmail: mail() });
    expect((await post(path, json, { authorization: basic(secret) })).status).toBe(401);
    expect((await post(path, json, { authorization: basic(fresh) })).result).toBe('received');
    const listed = await stage.server.call(listMailHooks, { cookie: stage.cookie });
    expect(listed.body.hooks[0]!.usedAt).toBe(stage.server.clock.now());
    await stage.server.call(deleteMailHook, { cookie: stage.cookie, path: { hook: id } });
    expect((await post(path, json, { authorization: basic(fresh) })).status).toBe(404);
  });

  test('of Mailgun need its key', async () => {
    const reply = await stage.server.call(addMailHook, {
      cookie: stage.cookie,
      body: { id: newId(), provider: 'mailgun' },
    });
    expect(reply.body).toMatchObject({ error: { fields: { key: 'required' } } });
  });
});

describe('Mailgun', () => {
  test('posts a mail as it came, once; its answer leaves and its reply joins', async () => {
    const { path } = await add('mailgun');
    expect(path).toMatch(/\/mime$/);
    const raw = mail();
    expect((await post(path, urlencoded(mailgunFields(raw)), form)).result).toBe('received');
    // Posted again, with a signature of its own.
    expect((await post(path, urlencoded(mailgunFields(raw)), form)).result).toBe('repeated');
    const [row] = await conversations();
    expect(row).toMatchObject({ kind: 'mail', subject: 'My order' });
    await stage.reply(row!.id, 'On its way.');
    await stage.pass(minute);
    const sent = stage.smtp.mails.find(({ envelope }) => envelope.to.includes('mia@visitor.example'))!;
    const answer = mail('Thanks!', { 'In-Reply-To': headerOf(sent, 'message-id')! });
    expect((await post(path, urlencoded(mailgunFields(answer)), form)).result).toBe('received');
    expect(await conversations()).toHaveLength(1);
  });

  test('is refused without its signature, with an old one, and with one that was used', async () => {
    const { path } = await add('mailgun');
    const fields = mailgunFields(mail());
    const wrong = {
      ...fields,
      signature: fields.signature.replace(/^./, (one) => (one === '0' ? '1' : '0')),
    };
    expect((await post(path, urlencoded(wrong), form)).status).toBe(401);
    expect((await post(path, urlencoded({ ...fields, token: 'x' }), form)).status).toBe(401);
    expect((await post(path, urlencoded(fields), form)).result).toBe('received');
    const replayed = { ...fields, 'body-mime': mail('Another mail under an old signature') };
    expect((await post(path, urlencoded(replayed), form)).status).toBe(401);
    expect(await conversations()).toHaveLength(1);
    const late = mailgunFields(mail());
    stage.server.clock.pass(13 * 3_600_000);
    expect((await post(path, urlencoded(late), form)).status).toBe(401);
  });

  test('keeps the bytes of a mail in a charset of its own', async () => {
    const { path } = await add('mailgun');
    const raw = Buffer.from(
      mail('Gr\u00fc\u00dfe', {
        'Content-Type': 'text/plain; charset=iso-8859-1',
        'Content-Transfer-Encoding': '8bit',
      }),
      'latin1',
    );
    const encoded = [...raw].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    const { 'body-mime': _, ...fields } = mailgunFields('');
    expect((await post(path, `${urlencoded(fields)}&body-mime=${encoded}`, form)).result).toBe('received');
    const [row] = await conversations();
    const thread = await stage.server.call(getInboxThread, {
      cookie: stage.cookie,
      path: { conversation: row!.id },
    });
    expect(thread.body.messages[0]!.body).toBe('Grüße');
  });
});

describe('Postmark', () => {
  const json = { 'content-type': 'application/json' };

  test('posts what it read of a mail, which is put together again', async () => {
    const { path, secret } = await add('postmark');
    const body = JSON.stringify({
      FromName: 'Mia Müller',
      From: 'mia@visitor.example',
      FromFull: { Email: 'mia@visitor.example', Name: 'Mia Müller', MailboxHash: '' },
      ToFull: [{ Email: help, Name: '', MailboxHash: '' }],
      OriginalRecipient: help,
      Subject: 'Grüße\r\nBcc: evil@visitor.example',
      MessageID: '22c74902-a0c1-4511-804f-341342852c90',
      Date: 'Mon, 2 Mar 2026 09:00:00 +0000',
      TextBody: 'Wo bleibt es?\n',
      HtmlBody: '<p>Wo bleibt es?</p>',
      Headers: [
        { Name: 'Message-ID', Value: '<rebuilt@visitor.example>' },
        { Name: 'X-Evil\r\nBcc', Value: 'evil@visitor.example' },
      ],
      Attachments: [{ Name: 'list.txt', Content: 'T25lCg==', ContentType: 'text/plain', ContentLength: 4 }],
    });
    expect((await post(path, body, { ...json, authorization: basic(secret) })).result).toBe('received');
    expect((await post(path, body, { ...json, authorization: basic(secret) })).result).toBe('repeated');
    const [row] = await conversations();
    expect(row!.subject).toMatch(/^Grüße/);
    const thread = await stage.server.call(getInboxThread, {
      cookie: stage.cookie,
      path: { conversation: row!.id },
    });
    expect(thread.body.messages[0]).toMatchObject({
      body: 'Wo bleibt es?',
      attachments: [{ name: 'list.txt' }],
    });
  });

  test('is refused without the secret, and asked for it', async () => {
    const { path } = await add('postmark');
    const reply = await post(path, JSON.stringify({ RawEmail: mail() }), json);
    expect(reply.status).toBe(401);
    expect(reply.headers.get('www-authenticate')).toMatch(/^Basic /);
    expect(await conversations()).toEqual([]);
  });
});

describe('SendGrid', () => {
  test('posts a mail as it came in a form', async () => {
    const { path, secret } = await add('sendgrid');
    const raw = mail('Is it here?', { To: 'undisclosed-recipients:;' });
    const body = [
      ...Object.entries({
        envelope: JSON.stringify({ to: [help], from: 'mia@visitor.example' }),
        email: raw,
        sender_ip: '203.0.113.9',
      }).map(([name, value]) => `--xYz\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}`),
      '--xYz--\r\n',
    ].join('\r\n');
    const headers = { 'content-type': 'multipart/form-data; boundary=xYz', authorization: basic(secret) };
    expect((await post(path, body, headers)).result).toBe('received');
    expect((await conversations())[0]).toMatchObject({ subject: 'My order' });
    expect((await post(path, body.slice(0, -60), headers)).status).toBe(400);
    expect((await post(path, '{}', { ...headers, 'content-type': 'application/json' })).status).toBe(415);
  });
});

describe('Amazon SES', () => {
  test('is subscribed by its greeting, and posts mails of that topic alone', async () => {
    const { path, secret } = await add('ses');
    const headers = { ...plain, authorization: basic(secret) };
    // Before it is subscribed, nothing comes from it.
    expect((await post(path, sns({ Message: received(mail()) }), headers)).status).toBe(401);
    expect((await post(path, sns({}, 'SubscriptionConfirmation'), headers)).result).toBe('nothing');
    expect(asked.at(-1)).toContain('ConfirmSubscription');
    const raw = mail();
    expect((await post(path, sns({ Message: received(raw) }), headers)).result).toBe('received');
    expect(
      (await post(path, sns({ Message: received(raw, 'UTF8'), SignatureVersion: '1' }), headers)).result,
    ).toBe('repeated');
    const other = { TopicArn: 'arn:aws:sns:eu-west-1:999:theirs' };
    expect((await post(path, sns({ ...other, Message: received(mail()) }), headers)).status).toBe(401);
    expect((await post(path, sns(other, 'SubscriptionConfirmation'), headers)).status).toBe(401);
    expect(await conversations()).toHaveLength(1);
    // Its certificate is asked for once.
    expect(asked.filter((url) => url === certificateUrl).length).toBeLessThanOrEqual(1);
  });

  test.each([
    ['a signature of somebody else', { Signature: Buffer.from('no').toString('base64') }],
    ['a certificate elsewhere', { SigningCertURL: 'https://evil.example/SimpleNotificationService-0.pem' }],
    [
      'a host that looks alike',
      { SigningCertURL: 'https://sns.eu-west-1.amazonaws.com.evil.example/SimpleNotificationService-0.pem' },
    ],
    [
      'a bucket of anybody',
      { SigningCertURL: 'https://s3.eu-west-1.amazonaws.com/SimpleNotificationService-0.pem' },
    ],
    ['a machine of the house', { SigningCertURL: 'http://127.0.0.1/SimpleNotificationService-0.pem' }],
  ])('with %s is refused', async (_, more) => {
    const { path, secret } = await add('ses');
    const before = asked.length;
    const reply = await post(path, sns(more, 'SubscriptionConfirmation'), {
      ...plain,
      authorization: basic(secret),
    });
    expect(reply.status).toBe(401);
    expect(asked.slice(before).every((url) => url === certificateUrl)).toBe(true);
  });

  test('confirms at Amazon alone', async () => {
    const { path, secret } = await add('ses');
    const body = sns({ SubscribeURL: 'https://evil.example/?Token=1' }, 'SubscriptionConfirmation');
    expect((await post(path, body, { ...plain, authorization: basic(secret) })).status).toBe(401);
    expect(asked.filter((url) => url.includes('evil'))).toEqual([]);
  });
});

describe('every hook', () => {
  test('brings nothing to another site, whatever its mails name', async () => {
    const { ctx } = stage.server;
    const addresses = [
      { address: 'help@other.example', team: null, language: '', signature: '', acknowledges: false },
    ];
    await createSite(ctx, {
      key: 'other',
      name: 'Other',
      origins: [siteOrigin],
      settings: { mail: { addresses } },
    });
    const { path, secret } = await add('postmark');
    const body = JSON.stringify({
      RawEmail: mail('For somebody else', { To: 'help@other.example' }),
      OriginalRecipient: 'help@other.example',
    });
    expect((await post(path, body, { authorization: basic(secret) })).result).toBe('received');
    expect(await conversations()).toHaveLength(1);
  });

  test('lists an automatic mail, and takes nothing from strangers', async () => {
    const { path, secret } = await add('postmark');
    const body = JSON.stringify({ RawEmail: mail('I am away', { 'Auto-Submitted': 'auto-replied' }) });
    expect((await post(path, body, { authorization: basic(secret) })).result).toBe('automatic');
    expect((await setAside()).map(({ reason }) => reason)).toEqual(['automatic']);
    expect((await post(`/api/mail/hooks/${newId()}`, body, { authorization: basic(secret) })).status).toBe(
      404,
    );
    const tries = [];
    for (let times = 0; times < 12; times++)
      tries.push((await post(path, body, { authorization: basic('guess') })).status);
    expect(tries.at(-1)).toBe(429);
  });
});
