import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postQuestion } from '../../../shared/ask/routes.ts';
import { postMessage } from '../../../shared/core/conversations/routes.ts';
import { logout } from '../../../shared/core/people/staffRoutes.ts';
import { postStaffMessage } from '../../../shared/inbox/routes.ts';
import { events, logs } from '../../../server/core/events/tables.ts';
import { logRetention } from '../../../server/core/events/retention.ts';
import { pruneSite } from '../../../server/core/jobs/jobs.ts';
import {
  newId,
  newSecret,
  publicUrl,
  question,
  siteOrigin,
  startTestServer,
  type TestServer,
} from '../../helpers/server.ts';
import { type EventReader, readEvents } from '../../helpers/streams.ts';

let server: TestServer;
let secret: string;
let conversation: string;
let cookie: string;
const open: EventReader[] = [];

beforeEach(async () => {
  server = await startTestServer();
  secret = newSecret();
  cookie = await server.logIn();
  conversation = (await server.call(postQuestion, { body: question(), secret })).body.conversation.id;
});
afterEach(async () => {
  for (const reader of open.splice(0)) await reader.cancel();
  await server.close();
});

const track = (response: Response): EventReader => {
  const reader = readEvents(response);
  open.push(reader);
  return reader;
};

const visitorStream = (after?: number, own = secret, headers: Record<string, string> = {}) =>
  server.request('GET', `/api/sites/shop/live${after === undefined ? '' : `?after=${after}`}`, {
    headers: { authorization: `Bearer ${own}`, origin: siteOrigin, ...headers },
  });

const staffStream = (after?: number) =>
  server.request('GET', `/api/inbox/${server.site.id}/live${after === undefined ? '' : `?after=${after}`}`, {
    headers: { cookie, origin: publicUrl },
  });

const reply = (body: string, visibility: 'public' | 'note' = 'public') =>
  server.call(postStaffMessage, { path: { conversation }, cookie, body: { id: newId(), body, visibility } });

describe('a visitor’s stream', () => {
  test('says its cursor first, so that one who has seen nothing can resume', async () => {
    const stream = track(await visitorStream());
    const hello = await stream.next();
    expect(hello.data).toMatchObject({ kind: 'hello', cursor: hello.id });
    await stream.cancel();
    await reply('Written while nobody listened.');
    const resumed = track(await visitorStream(hello.id!));
    expect((await resumed.next()).data.kind).toBe('hello');
    const event = await resumed.next();
    expect(event.data).toMatchObject({
      kind: 'message.added',
      data: { message: { body: 'Written while nobody listened.' } },
    });
  });

  test('resumes from the browser’s own Last-Event-ID, too', async () => {
    const { id } = await track(await visitorStream()).next();
    await reply('Missed.');
    const resumed = track(await visitorStream(undefined, secret, { 'last-event-id': String(id) }));
    await resumed.next();
    expect((await resumed.next()).data).toMatchObject({ kind: 'message.added' });
  });

  test('brings what staff reply, and never their notes', async () => {
    const stream = track(await visitorStream());
    await stream.next();
    await reply('Between us', 'note');
    await reply('For you');
    const first = await stream.next();
    expect(first.data).toMatchObject({ kind: 'message.added', data: { message: { body: 'For you' } } });
    const all = track(await visitorStream(0));
    await all.next();
    const seen: string[] = [];
    for (let count = 0; count < 2; count++) seen.push(JSON.stringify((await all.next()).data));
    expect(seen.join()).not.toContain('Between us');
  });

  test('brings nothing of other visitors', async () => {
    const other = newSecret();
    const foreign = await server.call(postQuestion, { body: question({ title: 'Foreign' }), secret: other });
    const stream = track(await visitorStream(0));
    await stream.next();
    await server.call(postMessage, {
      path: { conversation: foreign.body.conversation.id },
      secret: other,
      body: { id: newId(), body: 'Foreign words' },
    });
    await reply('Own words');
    for (;;) {
      const { data } = await stream.next();
      expect(JSON.stringify(data)).not.toContain('Foreign');
      if (JSON.stringify(data).includes('Own words')) break;
    }
  });

  test('is refused to strangers, and to a fourth tab', async () => {
    expect((await visitorStream(undefined, newSecret())).status).toBe(401);
    for (let count = 0; count < 3; count++) expect(await track(await visitorStream()).next()).toBeTruthy();
    const fourth = await visitorStream();
    expect(fourth.status).toBe(429);
    expect(fourth.headers.get('retry-after')).toBe('10');
    await open.splice(0)[0]!.cancel();
    expect((await visitorStream()).status).toBe(200);
  });

  test('with a cursor older than the log gets a reset and goes on from there', async () => {
    server.clock.pass(logRetention + 1_000);
    cookie = await server.logIn();
    await server.call(postMessage, { path: { conversation }, secret, body: { id: newId(), body: 'Later' } });
    await pruneSite(server.ctx, server.site.id);
    const [log] = await server.ctx.database.read.select().from(logs);
    expect(log!.oldest).toBeGreaterThan(1);
    expect(
      (await server.ctx.database.read.select().from(events)).every((event) => event.seq >= log!.oldest),
    ).toBe(true);
    const stream = track(await visitorStream(0));
    const reset = await stream.next();
    expect(reset.data).toMatchObject({ kind: 'reset', cursor: log!.head });
    await reply('After the reset');
    expect((await stream.next()).data).toMatchObject({ kind: 'message.added' });
  });

  test('with a cursor from the future (a restored backup) gets a reset, too', async () => {
    expect((await track(await visitorStream(9_999)).next()).data.kind).toBe('reset');
  });

  test('loses and doubles nothing while messages and reconnects race', async () => {
    const bodies: string[] = [];
    const got: string[] = [];
    let cursor = 0;
    for (let round = 0; round < 8; round++) {
      const stream = track(await visitorStream(cursor));
      await stream.next();
      const writes = Array.from({ length: 5 }, (_, index) => `${round}-${index}`);
      bodies.push(...writes);
      const sent = Promise.all(writes.map((body) => reply(body)));
      // Leaves in the middle of the round on odd rounds.
      const wanted = round % 2 ? 2 : 5;
      for (let count = 0; count < wanted; count++) {
        const event = await stream.next();
        cursor = event.id!;
        const data = event.data as unknown as { kind: string; data: { message?: { body: string } } };
        if (data.kind === 'message.added') got.push(data.data.message!.body);
      }
      await stream.cancel();
      open.pop();
      await sent;
    }
    const last = track(await visitorStream(cursor));
    await last.next();
    await reply('end');
    for (;;) {
      const { data } = (await last.next()) as unknown as {
        data: { kind: string; data: { message?: { body: string } } };
      };
      if (data.kind !== 'message.added') continue;
      if (data.data.message!.body === 'end') break;
      got.push(data.data.message!.body);
    }
    const own = got.filter((body) => body !== 'Do you ship to Norway?');
    expect(own).toHaveLength(bodies.length);
    expect(new Set(own)).toEqual(new Set(bodies));
  });
});

describe('the staff’s stream', () => {
  test('brings messages with their conversation, notes included', async () => {
    const stream = track(await staffStream());
    await stream.next();
    await reply('Between us', 'note');
    const event = (await stream.next()) as unknown as {
      data: { kind: string; data: { message: { visibility: string }; conversation: { id: string } } };
    };
    expect(event.data.data.message.visibility).toBe('note');
    expect(event.data.data.conversation.id).toBe(conversation);
  });

  test('has room however many visitors read at the same address, and every refusal is counted by its reason', async () => {
    const statuses: number[] = [];
    for (let visitors = 0; visitors < 22; visitors++) {
      const own = newSecret();
      await server.call(postQuestion, { body: question(), secret: own, address: `198.51.100.${visitors}` });
      const reply = await visitorStream(undefined, own);
      statuses.push(reply.status);
      if (reply.status === 200) track(reply);
    }
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 200), 429, 429]);
    expect((await track(await staffStream()).next()).data.kind).toBe('hello');
    expect(await server.ctx.metrics.registry.metrics()).toContain(
      'foyer_live_stream_refusals_total{reason="address"} 2',
    );
  });

  test('ends at once with the session', async () => {
    const stream = track(await staffStream());
    await stream.next();
    await server.call(logout, { cookie });
    expect((await stream.next()).data).toMatchObject({ kind: 'goodbye', reason: 'revoked' });
    expect(await stream.ends()).toBe(true);
  });

  test('is told to come back, spread over some seconds, when the server stops', async () => {
    const stream = track(await staffStream());
    await stream.next();
    server.ctx.live.stop();
    const { data } = await stream.next();
    expect(data).toMatchObject({ kind: 'goodbye', reason: 'restart' });
    expect(data['retryAfter']).toBeLessThanOrEqual(5_000);
    expect(await stream.ends()).toBe(true);
    expect((await staffStream()).status).toBe(429);
  });
});
