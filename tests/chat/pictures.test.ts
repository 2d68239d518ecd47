import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { postChat } from '../../shared/chat/routes.ts';
import { postDraft } from '../../shared/core/content/attachmentRoutes.ts';
import { getThread } from '../../shared/core/conversations/routes.ts';
import { createFairQueue } from '../../server/core/content/attachments/fairQueue.ts';
import { createImageMaker, type ImageMaker } from '../../server/core/content/attachments/imageMaker.ts';
import { newId, newSecret, siteOrigin, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
afterEach(() => server.close());

/** The built process that the server starts. */
const builtProcess = pathToFileURL(join(import.meta.dirname, '../../dist/server/image-process.js'));

const start = async (images?: ImageMaker): Promise<void> => {
  server = await startTestServer({ overrides: images ? { images } : {} });
};

const begin = (secret: string, address?: string) =>
  server.call(postDraft, { secret, body: { kind: 'message' }, ...(address && { address }) });

const upload = (bytes: Uint8Array, secret: string, { id = newId(), address = '203.0.113.7' } = {}) =>
  server.app.request(
    new Request(`http://help.test/api/sites/shop/attachments?id=${id}&name=picture`, {
      method: 'POST',
      body: bytes as never,
      headers: {
        'content-type': 'application/octet-stream',
        authorization: `Bearer ${secret}`,
        origin: siteOrigin,
      },
    }),
    undefined,
    { incoming: { socket: { remoteAddress: address } } },
  );

const errorOf = async (reply: Response) => ({
  status: reply.status,
  ...((await reply.json()) as { error: { code: string; fields?: object; retryAfter?: number } }).error,
});

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#2f5d50' } });

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });

const kept = (): string[] => {
  const folder = join(server.ctx.config.dataDirectory, 'attachments');
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name !== 'incoming')
    : [];
};

describe('a small file with many pixels is refused by its header, with the reason', () => {
  test.each([
    ['AVIF', () => flat(4_000, 4_000).avif({ effort: 0 })],
    ['WebP', () => flat(5_000, 5_000).webp({ effort: 0 })],
    ['GIF', () => flat(5_000, 5_000).gif({ effort: 1 })],
    ['PNG', () => flat(6_000, 6_000).png()],
    ['JPEG', () => flat(8_000, 7_000).jpeg()],
  ])('%s', async (_, make) => {
    await start();
    const secret = newSecret();
    await begin(secret);
    const reply = await upload(await make().toBuffer(), secret);
    expect(await errorOf(reply)).toMatchObject({
      status: 400,
      code: 'invalid',
      fields: { file: 'too_many_pixels' },
    });
    expect(kept()).toEqual([]);
  });

  test('frames count together', async () => {
    await start();
    const secret = newSecret();
    await begin(secret);
    const frames = 40;
    const pixels = Buffer.alloc(1_000 * 1_000 * frames * 3);
    // Each of its own colour: frames that are alike become one.
    for (let frame = 0; frame < frames; frame++)
      pixels.fill((frame * 90) % 256, frame * 3_000_000, (frame + 1) * 3_000_000);
    const bytes = await sharp(pixels, {
      raw: { width: 1_000, height: 1_000 * frames, channels: 3, pageHeight: 1_000 } as never,
    })
      .gif({ effort: 1 })
      .toBuffer();
    expect(await errorOf(await upload(bytes, secret))).toMatchObject({ fields: { file: 'too_many_pixels' } });
  });
});

describe('in the process that pictures are made in', () => {
  test('one that takes too long is refused with the reason and ends the process; the next is taken', async () => {
    await start(createImageMaker(builtProcess, () => {}, 1_000));
    const secret = newSecret();
    await begin(secret);
    const heavy = await noise(3_500, 3_500).webp({ effort: 0, quality: 20 }).toBuffer();
    expect(await errorOf(await upload(heavy, secret))).toMatchObject({
      status: 400,
      code: 'invalid',
      fields: { file: 'too_complex' },
    });
    expect(kept()).toEqual([]);
    expect((await upload(await flat(8, 8).png().toBuffer(), secret)).status).toBe(200);
  });

  test('pictures of every format are made anew', async () => {
    await start(createImageMaker(builtProcess, () => {}));
    const secret = newSecret();
    await begin(secret);
    for (const [format, type] of [
      ['jpeg', 'image/jpeg'],
      ['png', 'image/png'],
      ['webp', 'image/webp'],
      ['gif', 'image/webp'],
      ['avif', 'image/webp'],
    ] as const) {
      const reply = await upload(await flat(64, 48).toFormat(format).toBuffer(), secret);
      expect(await reply.json(), format).toMatchObject({ attachment: { type, width: 64, height: 48 } });
    }
    const broken = (await flat(64, 48).png().toBuffer()).subarray(0, 90);
    expect(await errorOf(await upload(broken, secret))).toMatchObject({ fields: { file: 'not_allowed' } });
  });

  test('an animation keeps its frames', async () => {
    await start(createImageMaker(builtProcess, () => {}));
    const secret = newSecret();
    await begin(secret);
    const pixels = Buffer.concat([Buffer.alloc(16 * 16 * 3), Buffer.alloc(16 * 16 * 3, 255)]);
    const raw = { width: 16, height: 32, channels: 3, pageHeight: 16 } as never;
    const id = newId();
    const reply = await upload(await sharp(pixels, { raw }).gif().toBuffer(), secret, { id });
    expect(await reply.json()).toMatchObject({ attachment: { width: 16, height: 16 } });
    const file = await server.request('GET', `/api/sites/shop/attachments/${id}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect((await sharp(await file.arrayBuffer()).metadata()).pages).toBe(2);
  });
});

/** Makes nothing until it is let go. */
const heldMaker = (perAddress: number) => {
  const queue = createFairQueue({ atOnce: 1, perAddress, perSite: 10, total: 20 });
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const images: ImageMaker = {
    make: (_, turn) =>
      queue.run(turn, async () => {
        await released;
        return { refused: 'unreadable' };
      }),
    close: async () => {},
  };
  return { images, release, queue };
};

test('while pictures wait, logins, messages and other files are answered; who sends more is told to wait', async () => {
  const { images, release, queue } = heldMaker(2);
  await start(images);
  const [flood, person] = [newSecret(), newSecret()];
  await begin(flood);
  const bytes = await flat(8, 8).png().toBuffer();
  const sent = [upload(bytes, flood), upload(bytes, flood)];
  // The third is refused when the two before it have been received.
  while (queue.size < 2) await new Promise(setImmediate);
  expect(await errorOf(await upload(bytes, flood))).toMatchObject({ status: 429, code: 'limited' });

  await server.logIn();
  const chat = await server.call(postChat, {
    secret: person,
    address: '198.51.100.9',
    body: { id: newId(), body: 'Hello', language: 'en' },
  });
  expect(chat.status).toBe(200);
  const id = newId();
  const words = await upload(Buffer.from('words'), person, { id, address: '198.51.100.9' });
  expect(words.status).toBe(200);
  const file = await server.request('GET', `/api/sites/shop/attachments/${id}`, {
    headers: { authorization: `Bearer ${person}` },
  });
  expect(await file.text()).toBe('words');
  const path = { conversation: chat.body.conversation.id };
  expect((await server.call(getThread, { secret: person, path })).status).toBe(200);

  release();
  for (const reply of await Promise.all(sent)) expect(reply.status).toBe(400);
});

describe('a file comes after something was begun', () => {
  const words = Buffer.from('words');

  test('a stranger who began nothing is refused, and nothing is kept', async () => {
    await start();
    expect((await upload(words, newSecret())).status).toBe(401);
    expect(kept()).toEqual([]);
  });

  test('who began a message sends the files of one message, then the message', async () => {
    await start();
    const secret = newSecret();
    expect((await begin(secret)).status).toBe(200);
    for (let file = 0; file < 12; file++) {
      server.clock.pass(60_000);
      expect((await upload(words, secret)).status).toBe(200);
    }
    server.clock.pass(60_000);
    expect(await errorOf(await upload(words, secret))).toMatchObject({ status: 429, code: 'limited' });
    await server.call(postChat, { secret, body: { id: newId(), body: 'Hello', language: 'en' } });
    expect((await upload(words, secret)).status).toBe(200);
  });

  test('a draft ends after a day', async () => {
    await start();
    const secret = newSecret();
    await begin(secret);
    server.clock.pass(25 * 3_600_000);
    expect(await errorOf(await upload(words, secret))).toMatchObject({
      status: 403,
      code: 'forbidden',
      fields: { draft: 'required' },
    });
    await begin(secret);
    expect((await upload(words, secret)).status).toBe(200);
  });

  test('one address begins only so much', async () => {
    await start();
    const statuses: number[] = [];
    for (let stranger = 0; stranger < 30; stranger++) statuses.push((await begin(newSecret())).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(429);
  });

  test('what is begun has a name that we know', async () => {
    await start();
    const reply = await server.call(postDraft, { secret: newSecret(), body: { kind: 'spam' } as never });
    expect(reply).toMatchObject({ status: 400, body: { error: { fields: { kind: 'not_allowed' } } } });
  });
});
