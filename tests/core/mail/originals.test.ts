import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { attachments } from '../../../server/core/content/attachments/tables.ts';
import { getOriginal } from '../../../shared/core/mail/routes.ts';
import { getThread } from '../../../shared/core/conversations/routes.ts';
import { fillPath } from '../../../shared/core/route.ts';
import { getInboxThread, listInbox, redactMessage } from '../../../shared/inbox/routes.ts';
import { type MailStage, mailStage } from '../../helpers/mailStage.ts';
import { publicUrl } from '../../helpers/server.ts';

/* The HTML of mails: kept harmless beside their words, and gone with them. */

const support = 'support@help.test.example';
let stage: MailStage;
beforeEach(async () => {
  stage = await mailStage({
    settings: {
      mail: {
        addresses: [{ team: null, language: '', signature: '', acknowledges: false, address: support }],
      },
    },
  });
});
afterEach(() => stage.close());

const html = (body: string): string => `<html><body>${body}</body></html>`;
const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#0a0' } })
    .png()
    .toBuffer();

/** A mail in HTML, with a picture that it shows. */
const mailWith = async (body: string): Promise<string> =>
  [
    'From: Mia <mia@visitor.example>',
    `To: <${support}>`,
    'Subject: My frame',
    'Message-ID: <1@visitor.example>',
    `Date: ${new Date(stage.server.clock.now()).toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="b"',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    html(body),
    '--b',
    'Content-Type: image/png; name="frame.png"',
    'Content-Transfer-Encoding: base64',
    'Content-ID: <frame@visitor>',
    'Content-Disposition: inline; filename="frame.png"',
    '',
    (await picture()).toString('base64'),
    '--b--',
    '',
  ].join('\r\n');

const threads = async () => {
  const { body } = await stage.server.call(listInbox, {
    cookie: stage.cookie,
    query: { view: 'all' },
  });
  return body.conversations;
};
const thread = async () => {
  const id = (await threads())[0]!.id;
  return (await stage.server.call(getInboxThread, { cookie: stage.cookie, path: { conversation: id } })).body;
};
const original = (message: string, query = '', cookie = stage.cookie) =>
  stage.server.request('GET', fillPath(getOriginal.path, { site: stage.server.site.id, message }) + query, {
    headers: { cookie, origin: publicUrl },
  });

const loud =
  '<h1 style="color:#060">Hello</h1><p>Is <b>this</b> right?</p><img src="cid:frame@visitor"><img src="https://pics.example/a.png"><script>steal()</script>';

test('is shown as its sender made it, with its own pictures, and fetches nothing until that is asked for', async () => {
  expect((await stage.inbound(await mailWith(loud))).result).toBe('received');
  const { messages } = await thread();
  const [message] = messages;
  expect(message).toMatchObject({ mail: { original: { isRemote: true } } });
  expect(message?.attachments).toHaveLength(1);
  const response = await original(message!.id);
  expect(response.status).toBe(200);
  const policy = response.headers.get('content-security-policy')!;
  expect(policy).toMatch(/^sandbox allow-popups/);
  expect(policy).toContain("default-src 'none'; img-src data:;");
  expect(policy).not.toMatch(/allow-scripts|allow-same-origin/);
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  const page = await response.text();
  expect(page).toContain('<h1 style="color:#060">Hello</h1>');
  expect(page).toMatch(/src="data:image\/\w+;base64,/);
  expect(page).not.toContain('steal()');
  const asked = await original(message!.id, '?images=on');
  expect(asked.headers.get('content-security-policy')).toContain('img-src data: https: http:;');
  expect((await original(message!.id, '?images=yes')).status).toBe(400);
  expect((await original(message!.id, '', '')).status).toBe(401);
});

test('is for staff alone: a visitor has neither the file nor its name', async () => {
  await stage.open();
  await stage.reply((await threads())[0]!.id, 'Send us a picture.');
  await stage.pass(4 * 60_000);
  const sent = stage.smtp.mails.at(-1)!;
  const answer = (await mailWith(loud))
    .replace('mia@visitor.example', 'zoe@visitor.example')
    .replace(/^To: .*$/m, `To: ${sent.parsed.replyTo!.value[0]!.address}`)
    .replace('<1@', '<2@');
  expect((await stage.inbound(answer)).result).toBe('received');
  const { conversation, messages } = await thread();
  expect(messages.at(-1)).toMatchObject({ mail: { original: expect.anything() } });
  const theirs = await stage.server.call(getThread, {
    secret: stage.secret,
    path: { conversation: conversation.id },
  });
  expect(JSON.stringify(theirs.body)).not.toMatch(/original|email\.html/);
});

test('holds none of our tokens, and is gone with the words', async () => {
  const token = `WyI${'a'.repeat(80)}.${'b'.repeat(43)}`;
  await stage.inbound(await mailWith(`<p>See <a href="https://help.test/x#${token}">this</a></p>`));
  const { conversation, messages } = await thread();
  const [message] = messages;
  expect(await (await original(message!.id)).text()).not.toContain(token);
  const removed = await stage.server.call(redactMessage, {
    cookie: stage.cookie,
    path: { conversation: conversation.id, message: message!.id },
    body: {},
  });
  expect(removed.status, JSON.stringify(removed.body)).toBe(200);
  expect((await original(message!.id)).status).toBe(404);
  expect(await stage.server.ctx.database.read.select().from(attachments)).toEqual([]);
});
