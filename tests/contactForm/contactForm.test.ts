import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getInboxThread, listInbox } from '../../shared/inbox/routes.ts';
import { type MailStage, mailStage } from '../helpers/mailStage.ts';
import { publicUrl, siteOrigin } from '../helpers/server.ts';

const path = '/sites/shop/form?lang=en';
let stage: MailStage;
const start = async (on = true) => {
  stage = await mailStage({ settings: { contactForm: { on, team: null } } });
};
beforeEach(() => start());
afterEach(() => stage.close());

const said = { name: 'Mia', email: 'mia@visitor.example', subject: 'My frame', message: 'Is it ready?' };
const send = (
  fields: Record<string, string | File>,
  { origin = siteOrigin, ...headers }: Record<string, string> = {},
) => {
  const hasFile = Object.values(fields).some((value) => typeof value !== 'string');
  const body: FormData | string = hasFile
    ? new FormData()
    : new URLSearchParams(fields as Record<string, string>).toString();
  if (body instanceof FormData) for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const made = new Request('http://form.test/', { method: 'POST', body });
  return made.arrayBuffer().then((bytes) =>
    stage.server.request('POST', path, {
      body: new Uint8Array(bytes),
      headers: {
        origin,
        'content-type': hasFile ? made.headers.get('content-type')! : 'application/x-www-form-urlencoded',
        ...headers,
      },
    }),
  );
};
const list = async () =>
  (await stage.server.call(listInbox, { cookie: stage.cookie, query: { view: 'all' } })).body.conversations;
const first = async () =>
  (
    await stage.server.call(getInboxThread, {
      cookie: stage.cookie,
      path: { conversation: (await list())[0]!.id },
    })
  ).body;

describe('a form on the owner’s page', () => {
  test('opens a conversation with all that it says, once, and thanks', async () => {
    const fields = { ...said, 'Order number': 'KC-1042', Colour: '', _next: 'https://evil.example/' };
    const sent = await send(fields, { referer: `${siteOrigin}/contact?secret=1` });
    expect(sent.status).toBe(303);
    // Elsewhere nobody is led.
    expect(sent.headers.get('location')).toBe('/sites/shop/form/sent?lang=en');
    expect((await send(fields)).status).toBe(303);
    const found = await list();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: 'mail', subject: 'My frame', status: 'open' });
    const { conversation, messages } = await first();
    expect(messages).toMatchObject([{ body: 'Is it ready?', author: { kind: 'visitor', name: 'Mia' } }]);
    expect(conversation.intake?.answers).toEqual([{ label: 'Order number', value: 'KC-1042' }]);
    expect(conversation.visitor).toMatchObject({ email: 'mia@visitor.example', verified: false });
    const thanks = await stage.server.request('GET', sent.headers.get('location')!, {
      headers: { origin: '' },
    });
    expect(await thanks.text()).toContain('We’ll reply to the email address you gave.');
  });

  test('is answered by mail', async () => {
    await send(said);
    await stage.reply((await list())[0]!.id, 'Yes, it is.');
    await stage.pass(4 * 60_000);
    const mail = stage.smtp.mails.at(-1)!;
    expect(mail.envelope.to).toEqual(['mia@visitor.example']);
    expect(mail.parsed.text).toContain('Yes, it is.');
  });

  test('goes on to a page of the owner’s', async () => {
    const sent = await send({ ...said, _next: `${siteOrigin}/thanks` });
    expect(sent.headers.get('location')).toBe(`${siteOrigin}/thanks`);
  });

  test('brings files, and says which it could not keep', async () => {
    const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0a0' } })
      .png()
      .toBuffer();
    await send({
      ...said,
      picture: new File([new Uint8Array(png)], 'frame.png', { type: 'image/png' }),
      program: new File([new Uint8Array([0x4d, 0x5a, 0, 1])], 'setup.exe'),
      empty: new File([], ''),
    });
    const { messages } = await first();
    expect(messages[0]?.attachments).toMatchObject([{ name: 'frame.png' }]);
    expect(messages[1]?.notice).toMatchObject({ kind: 'files_refused', values: { names: 'setup.exe' } });
  });

  test('keeps what was written when something is wrong, and takes it from there', async () => {
    const wrong = await send({ ...said, email: 'mia@', message: ' ', 'Order number': 'KC-1042' });
    expect(wrong.status).toBe(400);
    const page = await wrong.text();
    for (const text of [
      'Enter a valid email address.',
      'This can’t be empty.',
      'value="KC-1042"',
      'value="mia@"',
    ])
      expect(page).toContain(text);
    expect(await list()).toEqual([]);
    expect((await send({ ...said, 'Order number': 'KC-1042' }, { origin: publicUrl })).status).toBe(303);
    expect(await list()).toHaveLength(1);
  });

  test('is taken from the site’s own pages alone, and not where it is off', async () => {
    expect((await send(said, { origin: 'https://elsewhere.example' })).status).toBe(403);
    await stage.close();
    await start(false);
    expect((await send(said)).status).toBe(404);
    expect(await list()).toEqual([]);
  });

  test('thanks a program that fills in everything, and keeps nothing', async () => {
    expect((await send({ ...said, website: 'https://spam.example' })).status).toBe(303);
    expect(await list()).toEqual([]);
  });

  test('holds what comes in a burst, and slows a flood down', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 40; at++) {
      const { status } = await send({ ...said, message: `Buy now, number ${at}` });
      statuses.push(status);
    }
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    // What waits for review isn't among the rest.
    expect((await list()).length).toBeLessThan(statuses.filter((status) => status === 303).length);
  });

  test('is bounded: too large, no form, and values beyond their length', async () => {
    const large = new File([new Uint8Array(11 * 1024 * 1024)], 'large.bin');
    expect((await send({ ...said, large })).status).toBe(413);
    expect((await send(said, { 'content-type': 'application/json' })).status).toBe(415);
    expect((await send(said, { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(400);
    expect((await send({ ...said, message: 'x'.repeat(10_001) })).status).toBe(400);
    // Cheap to send and dear to read: refused by a look at the bytes.
    const raw = (body: string, type = 'multipart/form-data; boundary=x') =>
      stage.server.request('POST', path, { body, headers: { origin: siteOrigin, 'content-type': type } });
    const part = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n';
    expect((await raw(`${part.repeat(10_000)}--x--\r\n`)).status).toBe(400);
    expect((await raw(`--x\r\n${'a: b\r\n'.repeat(100_000)}\r\n--x--\r\n`)).status).toBe(400);
    expect((await raw('a=b&'.repeat(100_000), 'application/x-www-form-urlencoded')).status).toBe(413);
    const long = await send({
      ...said,
      name: 'n'.repeat(500),
      subject: 's\r\nBcc: x@y.example',
      Size: 'v'.repeat(5_000),
    });
    expect(long.status).toBe(303);
    const { conversation } = await first();
    expect(conversation.subject).toBe('s Bcc: x@y.example');
    expect(conversation.intake?.answers[0]?.value).toHaveLength(2_000);
  });
});
