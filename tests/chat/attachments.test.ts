import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'content-disposition';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postChat } from '../../shared/chat/routes.ts';
import { getThread, postMessage } from '../../shared/core/conversations/routes.ts';
import { postDraft } from '../../shared/core/content/attachmentRoutes.ts';
import { postStaffMessage } from '../../shared/inbox/routes.ts';
import { sweepAttachments } from '../../server/core/content/attachments/attachments.ts';
import { downloadName } from '../../server/core/content/attachments/kinds.ts';
import { attachmentPath } from '../../server/core/content/attachments/store.ts';
import {
  newId,
  newSecret,
  publicUrl,
  siteOrigin,
  startTestServer,
  type TestServer,
} from '../helpers/server.ts';
import { hostile } from '../helpers/data.ts';

let server: TestServer;
let secret: string;
beforeEach(async () => {
  server = await startTestServer();
  secret = newSecret();
  begun = new Set();
});
afterEach(() => server.close());

const picture = (width = 900, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: '#2f5d50' } })
    .withExif({ IFD3: { GPSLatitude: '51/1 20/1 0/1' } })
    .jpeg()
    .toBuffer();

/** People whose drafts the server knows. */
let begun: Set<string>;

const send = async (
  bytes: Uint8Array | string,
  {
    id = newId(),
    name = 'file',
    as = secret,
    cookie = '',
  }: { id?: string; name?: string; as?: string; cookie?: string } = {},
): Promise<Response> => {
  if (!cookie && !begun.has(as)) {
    await server.call(postDraft, { secret: as, body: { kind: 'message' } });
    begun.add(as);
  }
  return server.app.request(
    new Request(
      `http://help.test/api/${cookie ? `inbox/${server.site.id}` : 'sites/shop'}/attachments?id=${id}&name=${encodeURIComponent(name)}`,
      {
        method: 'POST',
        body: bytes as never,
        headers: {
          'content-type': 'application/octet-stream',
          ...(cookie ? { cookie, origin: publicUrl } : { authorization: `Bearer ${as}`, origin: siteOrigin }),
        },
      },
    ),
    undefined,
    { incoming: { socket: { remoteAddress: '203.0.113.7' } } },
  );
};

const get = (id: string, { as = secret, cookie = '', size = '' } = {}) =>
  server.request(
    'GET',
    `/api/${cookie ? `inbox/${server.site.id}` : 'sites/shop'}/attachments/${id}${size ? `?size=${size}` : ''}`,
    { headers: cookie ? { cookie, origin: publicUrl } : { authorization: `Bearer ${as}` } },
  );

const idOf = async (response: Response): Promise<string> => {
  expect(response.status).toBe(200);
  return ((await response.json()) as { attachment: { id: string } }).attachment.id;
};

const open = async (attachments: string[] = [], body = 'Look') => {
  const reply = await server.call(postChat, {
    secret,
    body: { id: newId(), body, language: 'en', ...(attachments.length && { attachments }) },
  });
  return reply;
};

describe('a picture', () => {
  test('is taken, made anew without its metadata, and has a thumbnail', async () => {
    const reply = await send(await picture(), { name: 'Fahrrad im Garten.jpg' });
    const { attachment } = (await reply.json()) as { attachment: { id: string } };
    expect(attachment).toMatchObject({
      name: 'Fahrrad im Garten.jpg',
      type: 'image/jpeg',
      width: 900,
      height: 300,
    });
    const whole = await get(attachment.id);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': 'inline; filename="Fahrrad im Garten.jpg"',
    });
    expect((await sharp(await whole.arrayBuffer()).metadata()).exif).toBeUndefined();
    const small = await get(attachment.id, { size: 'thumbnail' });
    expect(small.headers.get('content-type')).toBe('image/webp');
    expect((await sharp(await small.arrayBuffer()).metadata()).width).toBe(640);
  });

  test('that claims more pixels than may be decoded is refused, and nothing is kept', async () => {
    const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    // Width and height of the IHDR chunk.
    png.writeUInt32BE(65_000, 16);
    png.writeUInt32BE(65_000, 20);
    const reply = await send(png, { name: 'bomb.png' });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ error: { fields: { file: 'too_many_pixels' } } });
    const folder = join(server.ctx.config.dataDirectory, 'attachments');
    expect(
      readdirSync(folder, { recursive: true }).filter((name) => !/^incoming$/.test(String(name))),
    ).toEqual([]);
  });
});

describe('what a file is, its content says', () => {
  const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';
  test.each([
    ['report.pdf', pdf, 'application/pdf'],
    ['notes.txt', 'Just words, ümläute too', 'text/plain'],
    ['list.csv', 'a,b\n1,2\n', 'text/plain'],
    ['page.html', pdf, 'application/pdf'],
  ])('%s is taken as what it is', async (name, bytes, type) => {
    const reply = await send(bytes, { name });
    expect(await reply.json()).toMatchObject({ attachment: { name, type } });
  });

  test.each([
    ['drawing.png', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['drawing.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['notes.txt', '<!doctype html><script>alert(1)</script>'],
    ['notes.txt', '\n\n  <!-- hidden --><html><body onload=alert(1)>'],
    ['feed.txt', '<?xml version="1.0"?><a/>'],
    ['a.txt', 'innocent\n<iframe src=javascript:alert(1)>'],
    ['tool.exe', 'MZ\u0090\u0000\u0003\u0000'],
    ['noise.bin', '\u0001\u0000\u0002'],
  ])('%s with other content is refused with the reason, and nothing is kept', async (name, bytes) => {
    const id = newId();
    const reply = await send(bytes, { id, name });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ error: { code: 'invalid', fields: { file: 'not_allowed' } } });
    expect(existsSync(attachmentPath(server.ctx.config.dataDirectory, server.site.id, id))).toBe(false);
    expect((await get(id)).status).toBe(404);
  });

  test('a download ends as its type does, whatever it was called', () => {
    expect(downloadName('evil.html', 'application/pdf')).toBe('evil.html.pdf');
    expect(downloadName('../../etc/passwd', 'text/plain')).toBe('passwd.txt');
    expect(downloadName('a.JPEG', 'image/jpeg')).toBe('a.JPEG');
    expect(downloadName('…/', 'image/png')).toBe('file.png');
  });
});

describe('bytes are counted as they come', () => {
  test('too many are refused, and none is kept', async () => {
    const small = await startTestServer({ settings: { attachments: { mostBytes: 2_048, kinds: ['text'] } } });
    const former = server;
    server = small;
    const reply = await send('x'.repeat(4_000));
    expect(reply.status).toBe(413);
    expect((await send(await picture(), { name: 'a.jpg' })).status).toBe(413);
    expect((await send('x'.repeat(2_000))).status).toBe(200);
    server = former;
    await small.close();
  });

  test('none at all is refused', async () => {
    expect((await send('')).status).toBe(400);
  });

  test('of another type than a plain stream of bytes are refused', async () => {
    await server.call(postDraft, { secret, body: { kind: 'message' } });
    const reply = await server.request('POST', `/api/sites/shop/attachments?id=${newId()}&name=a`, {
      body: 'x',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(reply.status).toBe(415);
  });
});

describe('a message', () => {
  test('carries files with or without words; both sides get them, and nobody else', async () => {
    const file = await idOf(await send(await picture(), { name: 'a.jpg' }));
    const opened = await open([file], '');
    expect(opened.status).toBe(200);
    expect(opened.body).toMatchObject({
      conversation: { subject: 'a.jpg' },
      messages: [{ body: '', attachments: [{ id: file, name: 'a.jpg' }] }],
    });
    const path = { conversation: opened.body.conversation.id };
    const cookie = await server.logIn();
    expect((await get(file, { cookie })).status).toBe(200);
    const answer = await idOf(await send('Torque: 8 Nm', { name: 'spec.txt', cookie }));
    expect((await get(answer)).status).toBe(404);
    await server.call(postStaffMessage, {
      cookie,
      path,
      body: { id: newId(), body: 'Here', visibility: 'public', attachments: [answer] },
    });
    const got = await get(answer);
    expect(await got.text()).toBe('Torque: 8 Nm');
    expect(got.headers.get('content-disposition')).toMatch(/^attachment/);
    const stranger = newSecret();
    await send('mine', { as: stranger });
    const foreign = await get(file, { as: stranger });
    const missing = await get(newId(), { as: stranger });
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await missing.text());
    const thread = (await server.call(getThread, { secret, path })).body;
    expect(thread.messages.at(-1)).toMatchObject({ attachments: [{ id: answer, type: 'text/plain' }] });
  });

  test('sent again with its files is the same message', async () => {
    const { body: opened } = await open();
    const file = await idOf(await send('text', { name: 'a.txt' }));
    const path = { conversation: opened.conversation.id };
    const body = { id: newId(), body: 'With a file', attachments: [file] };
    const first = await server.call(postMessage, { secret, path, body });
    const again = await server.call(postMessage, { secret, path, body });
    expect(again.body).toEqual(first.body);
    expect(
      (await server.call(postMessage, { secret, path, body: { ...body, attachments: [] } })).status,
    ).toBe(409);
  });

  test('takes no file that is somebody else’s, taken already, or not there; nothing of it is stored', async () => {
    const { body: opened } = await open();
    const path = { conversation: opened.conversation.id };
    const theirs = await idOf(await send('theirs', { as: newSecret() }));
    const used = await idOf(await send('used'));
    await server.call(postMessage, { secret, path, body: { id: newId(), body: '', attachments: [used] } });
    for (const attachments of [[theirs], [used], [newId()]]) {
      const reply = await server.call(postMessage, {
        secret,
        path,
        body: { id: newId(), body: 'x', attachments },
      });
      expect(reply.status).toBe(400);
      expect(reply.body).toMatchObject({ error: { fields: { attachments: 'unknown' } } });
    }
    expect((await server.call(getThread, { secret, path })).body.messages).toHaveLength(2);
  });
});

test('the same file sent again is the same; other bytes under its id are a conflict', async () => {
  const id = newId();
  const first = await (await send('text', { id, name: 'a.txt' })).json();
  expect(await (await send('text', { id, name: 'a.txt' })).json()).toEqual(first);
  expect((await send('other', { id, name: 'a.txt' })).status).toBe(409);
  expect((await send('text', { id, name: 'a.txt', as: newSecret() })).status).toBe(409);
});

test('what no message took within a day is swept away, what one took stays', async () => {
  const loose = await idOf(await send('loose'));
  const kept = await idOf(await send('kept'));
  await open([kept]);
  server.clock.pass(25 * 3_600_000);
  await sweepAttachments(server.ctx, server.site.id);
  const path = (id: string) => attachmentPath(server.ctx.config.dataDirectory, server.site.id, id);
  expect([existsSync(path(loose)), existsSync(path(kept))]).toEqual([false, true]);
  expect((await get(loose)).status).toBe(404);
});

test('every hostile name is kept as it is or refused by name, and leads nowhere', async () => {
  const other = await startTestServer();
  const former = server;
  server = other;
  // Who has written may send more files than those of one message.
  await open();
  for (const name of hostile('filenames')) {
    other.clock.pass(60_000);
    const reply = await send('text', { name });
    expect([200, 400], name).toContain(reply.status);
    const body = (await reply.json()) as {
      attachment?: { id: string; name: string };
      error?: { fields: object };
    };
    if (!body.attachment) {
      expect(body.error!.fields, name).toHaveProperty('name');
      continue;
    }
    expect(body.attachment.name).toBe(name);
    const got = await get(body.attachment.id);
    expect(got.status, name).toBe(200);
    expect(got.headers.get('content-disposition'), name).toMatch(/^attachment; filename/);
    expect(parse(got.headers.get('content-disposition')!).parameters['filename'], name).not.toMatch(/[\\/]/);
  }
  server = former;
  await other.close();
});
