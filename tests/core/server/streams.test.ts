import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { disableStaff } from '../../../server/core/people/staff/writes.ts';
import { createLiveHub } from '../../../server/core/events/live.ts';
import { heartbeat, recheckEvery } from '../../../server/core/events/live/upkeep.ts';
import { conversations } from '../../../server/core/conversations/tables.ts';
import { staff } from '../../../server/core/people/staff/tables.ts';
import { postQuestion } from '../../../shared/ask/routes.ts';
import { getThread, postMessage } from '../../../shared/core/conversations/routes.ts';
import {
  newId,
  newSecret,
  publicUrl,
  question,
  siteOrigin,
  startTestServer,
  type TestServer,
} from '../../helpers/server.ts';
import { readEvents } from '../../helpers/streams.ts';

let server: TestServer;
let secret: string;
let conversation: string;
beforeEach(async () => {
  // Heartbeats and rechecks are moved by hand; everything else runs as it does.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  server = await startTestServer();
  secret = newSecret();
  conversation = (await server.call(postQuestion, { body: question(), secret })).body.conversation.id;
});
afterEach(async () => {
  await server.close();
  vi.useRealTimers();
});

const visitorStream = (after?: number) =>
  server.request('GET', `/api/sites/shop/live${after === undefined ? '' : `?after=${after}`}`, {
    headers: { authorization: `Bearer ${secret}`, origin: siteOrigin },
  });

const write = (body: string) =>
  server.call(postMessage, { path: { conversation }, secret, body: { id: newId(), body } });

describe('a stream', () => {
  test('of somebody who was shut out ends within five seconds', async () => {
    const cookie = await server.logIn();
    const stream = readEvents(
      await server.request('GET', `/api/inbox/${server.site.id}/live`, {
        headers: { cookie, origin: publicUrl },
      }),
    );
    await stream.next();
    const [person] = await server.ctx.database.read.select().from(staff);
    await disableStaff(server.ctx, person!.id);
    expect(recheckEvery).toBeLessThan(5_000);
    vi.advanceTimersByTime(recheckEvery);
    expect((await stream.next()).data).toMatchObject({ kind: 'goodbye', reason: 'revoked' });
    expect(await stream.ends()).toBe(true);
  });

  test('of a visitor whose secret ended, ends within a minute', async () => {
    const stream = readEvents(await visitorStream());
    await stream.next();
    server.clock.pass(31 * 24 * 3_600_000);
    for (let turn = 0; turn < 15; turn++) vi.advanceTimersByTime(recheckEvery);
    expect((await stream.next()).data).toMatchObject({ kind: 'goodbye', reason: 'revoked' });
  });

  test('is never silent for longer than a heartbeat', async () => {
    const response = await visitorStream();
    const reader = response.body!.getReader();
    const decoder = new TextDecoder();
    expect(decoder.decode((await reader.read()).value)).toContain('"kind":"hello"');
    vi.advanceTimersByTime(heartbeat);
    expect(decoder.decode((await reader.read()).value)).toBe(': beat\n\n');
    await reader.cancel();
  });

  test('that is not read is dropped at a bounded buffer, and resumes with nothing missed', async () => {
    const slow = readEvents(await visitorStream());
    const hello = await slow.next();
    const bodies = Array.from({ length: 14 }, (_, index) => `${index} ${'x'.repeat(9_900)}`);
    for (const [index, body] of bodies.entries()) {
      if (index % 7 === 6) server.clock.pass(60_000);
      expect((await write(body)).status).toBe(200);
    }
    await vi.waitFor(() => expect(server.ctx.live.size).toBe(0), { timeout: 60_000, interval: 10 });
    const got: string[] = [];
    let cursor = hello.id!;
    const take = async (stream: typeof slow): Promise<void> => {
      for (;;) {
        const event = await stream.next().catch(() => null);
        if (!event) return;
        cursor = event.id ?? cursor;
        const { kind, data } = event.data as unknown as {
          kind: string;
          data: { message?: { body: string } };
        };
        if (kind === 'message.added') got.push(data.message!.body);
        if (got.length === bodies.length) return;
      }
    };
    await take(slow);
    expect(got.length).toBeLessThan(bodies.length);
    for (let tries = 0; tries < 10 && got.length < bodies.length; tries++) {
      const again = readEvents(await visitorStream(cursor));
      await take(again);
      await again.cancel();
    }
    expect(got).toEqual(bodies);
  });
});

test('messages keep their order when the server’s clock is set back', async () => {
  await write('first');
  server.clock.set(server.clock.now() - 24 * 3_600_000);
  await write('second');
  server.clock.set(server.clock.now() + 48 * 3_600_000);
  await write('third');
  const { messages } = (await server.call(getThread, { path: { conversation }, secret })).body;
  expect(messages.map((message) => message.body)).toEqual([
    'Do you ship to Norway?',
    'first',
    'second',
    'third',
  ]);
});

describe('a poll, where streams do not work', () => {
  const poll = (after?: number, options = {}) =>
    server.request('GET', `/api/sites/shop/live?poll=1${after === undefined ? '' : `&after=${after}`}`, {
      headers: { authorization: `Bearer ${secret}`, origin: siteOrigin },
      ...options,
    });
  const framesOf = (text: string) =>
    text
      .split('\n\n')
      .filter(Boolean)
      .map((frame) => JSON.parse(/^data: (.*)$/m.exec(frame)![1]!) as { kind: string; seq?: number });

  test('is answered at once with what was missed, by the same cursor', async () => {
    const first = (await write('one')).body.message.seq;
    await write('two');
    const found = framesOf(await (await poll(first - 1)).text());
    expect(found[0]).toMatchObject({ kind: 'hello', cursor: first - 1 });
    expect(found.filter(({ kind }) => kind === 'message.added')).toHaveLength(2);
    expect(server.ctx.live.size).toBe(0);
  });

  test('waits for what comes, and answers with it', async () => {
    const head = (await write('before')).body.message.seq;
    const waiting = poll(head);
    await vi.waitFor(() => expect(server.ctx.live.size).toBe(1), 60_000);
    await write('now');
    const found = framesOf(await (await waiting).text());
    expect(found.map(({ kind }) => kind)).toContain('message.added');
    expect(server.ctx.live.size).toBe(0);
    expect(await server.ctx.metrics.registry.metrics()).toMatch(/foyer_live_polls_total [1-9]/);
  });

  test('that nobody waits for any more ends', async () => {
    const gone = new AbortController();
    const waiting = poll(undefined, { signal: gone.signal });
    await vi.waitFor(() => expect(server.ctx.live.size).toBe(1), 60_000);
    gone.abort();
    await waiting;
    expect(server.ctx.live.size).toBe(0);
  });

  test('takes no cursor that is none', async () => {
    expect((await server.request('GET', '/api/sites/shop/live?poll=yes')).status).toBe(401);
    const wrong = await server.request('GET', '/api/sites/shop/live?poll=yes', {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(wrong.status).toBe(400);
  });
});

test('what holds for a moment reaches whom it concerns, has no place in the log, and skips who made it', async () => {
  const cookie = await server.logIn();
  const own = readEvents(await visitorStream());
  const other = newSecret();
  await server.call(postQuestion, { body: question(), secret: other });
  const foreign = readEvents(
    await server.request('GET', '/api/sites/shop/live', {
      headers: { authorization: `Bearer ${other}`, origin: siteOrigin },
    }),
  );
  const inbox = readEvents(
    await server.request('GET', `/api/inbox/${server.site.id}/live`, {
      headers: { cookie, origin: publicUrl },
    }),
  );
  for (const stream of [own, foreign, inbox]) await stream.next();
  const [row] = await server.ctx.database.read
    .select()
    .from(conversations)
    .where(eq(conversations.id, conversation));
  const [person] = await server.ctx.database.read.select().from(staff);
  const signal = { site: server.site.id, kind: 'typing', data: { conversation } };
  server.ctx.bus.signal({ ...signal, to: { visitor: row!.visitorId, staff: true } });
  server.ctx.bus.signal({ ...signal, kind: 'mine', to: { staff: true }, except: person!.id });
  server.ctx.bus.signal({ ...signal, kind: 'presence', to: { everyone: true, staff: true } });
  /** Waits for the next signal; log events may come between. */
  const nextSignal = async (stream: typeof own) => {
    for (;;) {
      const frame = await stream.next();
      if (frame.data['signal']) return frame;
    }
  };
  expect(await nextSignal(own)).toEqual({
    id: null,
    data: { kind: 'typing', signal: true, data: { conversation } },
  });
  expect((await nextSignal(own)).data.kind).toBe('presence');
  expect((await nextSignal(foreign)).data.kind).toBe('presence');
  expect((await nextSignal(inbox)).data.kind).toBe('typing');
  expect((await nextSignal(inbox)).data.kind).toBe('presence');
  for (const stream of [own, foreign, inbox]) await stream.cancel();
});

test('who begins to listen while an event is being prepared for others gets it, too', async () => {
  let prepared = (): void => {};
  const preparing = new Promise<void>((resolve) => {
    prepared = resolve;
  });
  let goOn = (): void => {};
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let turns = 0;
  const hub = createLiveHub({
    database: server.ctx.database,
    bus: server.ctx.bus,
    metrics: server.ctx.metrics,
    onError: (error) => {
      throw error;
    },
    async project(_site, batch, readers) {
      if (turns++ === 0) {
        prepared();
        await gate;
      }
      return new Map(
        batch.map((event) => [
          event.seq,
          { ...(readers.staff && { staff: 'for staff' }), ...(readers.visitor && { visitor: 'for them' }) },
        ]),
      );
    },
  });
  const [row] = await server.ctx.database.read
    .select()
    .from(conversations)
    .where(eq(conversations.id, conversation));
  const listen = async (reader: Parameters<typeof hub.open>[0]['reader']) => {
    const frames: string[] = [];
    await hub.open({
      siteId: server.site.id,
      reader,
      address: 'here',
      after: undefined,
      mayStay: async () => true,
      sink: { write: (frame) => void frames.push(frame), buffered: 0, end: () => {}, onClose: () => {} },
    });
    return frames;
  };
  const staffFrames = await listen({ kind: 'staff', staffId: 's', session: 'x' });
  await write('one');
  await preparing;
  const visitorFrames = await listen({ kind: 'visitor', visitorId: row!.visitorId, session: 'y' });
  goOn();
  await vi.waitFor(() => expect(staffFrames.join('')).toContain('for staff'), 60_000);
  expect(visitorFrames.join('')).toContain('for them');
  hub.stop();
});
