import { DateTime } from 'luxon';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as contract from '../../shared/callbacks/routes.ts';
import type { CallbackForm, RequestCallback } from '../../shared/callbacks/schema.ts';
import { getChallenge } from '../../shared/core/challengeRoutes.ts';
import { getThread } from '../../shared/core/conversations/routes.ts';
import { getInboxThread, postStaffMessage } from '../../shared/inbox/routes.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { lease } from '../../server/core/jobs/schedule.ts';
import { jobs } from '../../server/core/jobs/tables.ts';
import { defaultSettings } from '../../shared/siteSettings.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import type { CallbackSettings } from '../../shared/callbacks/settings.ts';
import { hostilePhones } from '../helpers/data.ts';
import { mortal } from '../helpers/mortal.ts';
import { newId, newSecret, password, startTestServer, type TestServer } from '../helpers/server.ts';

const minute = 60_000;
const hour = 60 * minute;
const number = '+49 30 901820';

let server: TestServer;
let secret: string;
let cookie: string;

const start = async (
  more: Partial<CallbackSettings> = {},
  overrides: Parameters<typeof startTestServer>[0] = {},
): Promise<void> => {
  server = await startTestServer({
    settings: {
      features: { ask: true, chat: true, callback: true, comments: false },
      callback: { ...defaultSettings().callback, ...more },
    },
    ...overrides,
  });
  secret = newSecret();
  cookie = await server.logIn();
};
afterEach(() => server.close());

const request = (more: Partial<RequestCallback> = {}): RequestCallback => ({
  id: newId(),
  number,
  country: 'DE',
  when: 'soon',
  zone: 'Europe/Athens',
  language: 'en',
  ...more,
});

const ask = async (more: Partial<RequestCallback> = {}, by = secret, address = '203.0.113.7') =>
  server.call(contract.postCallback, { secret: by, body: request(more), address });

const form = async (): Promise<CallbackForm> =>
  (await server.call(contract.getCallbackForm, { query: { language: 'en' } })).body;

const errorOf = (reply: { body: unknown }) =>
  (reply.body as { error: { code: string; fields?: Record<string, string>; current?: never } }).error;

const step = (callback: string, body: Record<string, unknown>) =>
  server.call(contract.postCallbackStep, {
    cookie,
    path: { callback },
    body: { id: newId(), ...body } as never,
  });

const thread = async (conversation: string) =>
  (await server.call(getInboxThread, { cookie, path: { conversation } })).body;

const pass = async (milliseconds: number): Promise<void> => {
  server.clock.pass(milliseconds);
  await runDueJobs(server.ctx);
};

describe('asking for a call', () => {
  beforeEach(() => start());

  test('as soon as possible: a conversation with a promise, seen by both sides, and the same request again is one', async () => {
    const body = request({ note: 'About my frame', name: 'Zoë', topic: undefined });
    const reply = await server.call(contract.postCallback, { secret, body });
    expect(reply.status).toBe(200);
    const { call, thread: opened } = reply.body;
    expect(call).toMatchObject({
      state: 'requested',
      written: '+49 30 901820',
      soon: true,
      mayChange: true,
      by: null,
    });
    expect(call.slot!.end - server.clock.now()).toBe(30 * minute);
    expect(opened.conversation).toMatchObject({
      id: body.id,
      kind: 'callback',
      promise: { at: call.slot!.end },
    });
    expect((await server.call(contract.postCallback, { secret, body })).body.call).toEqual(call);
    const other = await server.call(contract.postCallback, { secret, body: { ...body, note: 'Else' } });
    expect(errorOf(other).code).toBe('conflict');
    const staff = await server.call(contract.getStaffCallback, { cookie, path: { callback: body.id } });
    expect(staff.body.call).toMatchObject({
      number: '+4930901820',
      type: 'fixed',
      countryName: 'Germany',
      name: 'Zoë',
      note: 'About my frame',
      visitorZone: 'Europe/Athens',
    });
    expect(staff.body.history).toMatchObject([
      { step: 'request', state: 'requested', actor: { kind: 'visitor' } },
    ]);
  });

  test('to an extension: it is kept beside the number, and shown to who calls', async () => {
    const { body } = await ask({ number: '030 901820 Durchwahl 12' });
    expect(body.call.written).toBe('+49 30 901820 ext. 12');
    const path = { callback: body.call.id };
    expect((await server.call(contract.getStaffCallback, { cookie, path })).body.call).toMatchObject({
      number: '+4930901820',
      extension: '12',
      written: '+49 30 901820 ext. 12',
    });
    // The line behind it is one: another extension asks for the same phone to ring.
    expect((await ask({ number: '030 901820 ext. 13' })).status).toBe(409);
  });

  test('in a slot: what is full is not shown, and the last place goes to one of two who reach for it at once', async () => {
    const [slot] = (await form()).slots;
    const people = Array.from({ length: 6 }, (_, index) => ({
      by: newSecret(),
      number: `+49 30 90182${index}`,
      address: `198.51.100.${index}`,
    }));
    const replies = await Promise.all(
      people.map(({ by, number, address }) => ask({ when: { start: slot!.start }, number }, by, address)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409, 409, 409]);
    for (const reply of replies.filter(({ status }) => status === 409)) {
      const { fields, current } = errorOf(reply);
      expect(fields).toEqual({ when: 'taken' });
      const { slots } = current as unknown as { slots: { start: number }[] };
      expect(slots).toHaveLength(8);
      expect(slots[0]!.start).toBe(slot!.end);
    }
    expect((await form()).slots[0]!.start).toBe(slot!.end);
    const day = await server.call(contract.getCallbackDay, { cookie, query: { day: '2026-03-02' } });
    expect(day.body.calls.filter(({ slot: taken }) => taken!.start === slot!.start)).toHaveLength(2);
  });

  test('call hours past midnight have slots on both days, and each day shows its own', async () => {
    await server.close();
    const night = {
      zone: 'Europe/Berlin',
      week: Array.from({ length: 7 }, () => [{ from: '22:00', to: '02:00' }]),
    };
    await start({ hours: night, slotMinutes: 60, leadMinutes: 0 });
    const { slots } = await form();
    const hours = slots
      .slice(0, 4)
      .map(({ start: at }) => DateTime.fromMillis(at, { zone: night.zone }).hour);
    expect(hours).toEqual([22, 23, 0, 1]);
    expect((await ask({ when: { start: slots[3]!.start }, zone: 'Asia/Calcutta' })).status).toBe(200);
    const day = DateTime.fromMillis(slots[3]!.start, { zone: night.zone }).toISODate()!;
    const { body } = await server.call(contract.getCallbackDay, { cookie, query: { day } });
    expect(body.hours.map(({ start: from, end }) => (end - from) / 3_600_000)).toEqual([2, 2]);
    expect(body.calls).toMatchObject([{ visitorZone: 'Asia/Kolkata' }]);
  });

  test('moved and called off by the visitor, with the place given back each time', async () => {
    const { slots } = await form();
    const { body } = await ask({ when: { start: slots[0]!.start } });
    const { id } = body.call;
    const path = { callback: id };
    const move = { id: newId(), when: { start: slots[3]!.start } } as const;
    const moved = await server.call(contract.postMoveCallback, { secret, path, body: move });
    expect(moved.body.call).toMatchObject({ state: 'rescheduled', slot: slots[3] });
    expect((await server.call(contract.postMoveCallback, { secret, path, body: move })).body).toEqual(
      moved.body,
    );
    const taken = async () =>
      (await server.call(contract.getCallbackDay, { cookie, query: { day: '2026-03-02' } })).body.calls
        .length;
    expect(await taken()).toBe(1);
    const past = await server.call(contract.postMoveCallback, {
      secret,
      path,
      body: { id: newId(), when: { start: slots[0]!.start - hour } },
    });
    expect(errorOf(past).fields).toEqual({ when: 'not_allowed' });
    const off = await server.call(contract.postCancelCallback, { secret, path, body: { id: newId() } });
    expect(off.body.call).toMatchObject({ state: 'cancelled', slot: null, mayChange: false });
    expect(await taken()).toBe(0);
    const { conversation, messages } = await thread(id);
    expect(conversation).toMatchObject({ status: 'closed', promise: null });
    expect(messages.flatMap(({ notice }) => (notice ? [notice.kind] : []))).toEqual([
      'call_moved',
      'call_cancelled',
    ]);
    // The number waits for nothing any more.
    expect((await ask()).status).toBe(200);
  });

  test('one open request a number; theirs is named to them alone', async () => {
    const { body } = await ask();
    const again = await ask({ number: '0049 30 901820' });
    expect(errorOf(again)).toMatchObject({
      code: 'conflict',
      fields: { number: 'already_there' },
      current: { callback: body.call.id },
    });
    const stranger = await ask({}, newSecret(), '198.51.100.1');
    expect(errorOf(stranger).fields).toEqual({ number: 'already_there' });
    expect(errorOf(stranger).current).toBeUndefined();
  });

  test('nobody sees or moves the call of somebody else', async () => {
    const { body } = await ask();
    const path = { callback: body.call.id };
    const other = newSecret();
    await ask({ number: '+49 30 901821' }, other, '198.51.100.1');
    expect((await server.call(contract.getCallback, { secret: other, path })).status).toBe(404);
    const cancel = { secret: other, path, body: { id: newId() } };
    expect((await server.call(contract.postCancelCallback, cancel)).status).toBe(404);
    expect((await server.call(contract.getCallback, { secret, path })).body.call.state).toBe('requested');
    expect(
      (await server.call(getThread, { secret: other, path: { conversation: body.call.id } })).status,
    ).toBe(404);
  });

  test('three requests of a number a day, five of a visitor; what comes too fast has to work first', async () => {
    const off = async (callback: string) =>
      server.call(contract.postCancelCallback, { secret, path: { callback }, body: { id: newId() } });
    for (let count = 0; count < 3; count++) await off((await ask()).body.call.id);
    expect(errorOf(await ask()).code).toBe('limited');
    await off((await ask({ number: '+49 30 901821' })).body.call.id);
    // The address has asked often enough for a person.
    const challenged = await ask({ number: '+49 30 901822' });
    expect(challenged.status).toBe(428);
    expect(errorOf(challenged).code).toBe('challenge');
    const { solveChallenge } = await import('altcha-lib/v1');
    const { body: given } = await server.call(getChallenge, {});
    const solved = await solveChallenge(given.challenge, given.salt, given.algorithm, given.maxnumber)
      .promise;
    const solution = btoa(JSON.stringify({ ...given, number: solved!.number }));
    const wrong = btoa(JSON.stringify({ ...given, number: solved!.number + 1 }));
    expect((await ask({ number: '+49 30 901822', solution: wrong })).status).toBe(428);
    const fifth = await ask({ number: '+49 30 901822', solution });
    expect(fifth.status).toBe(200);
    await off(fifth.body.call.id);
    expect(errorOf(await ask({ number: '+49 30 901823' })).code).toBe('limited');
    // A solution counts once, and only while its challenge lasts.
    expect((await ask({ number: '+49 30 901824', solution }, newSecret())).status).toBe(428);
    const late = await server.call(getChallenge, {});
    const more = await solveChallenge(late.body.challenge, late.body.salt, 'SHA-256', late.body.maxnumber)
      .promise;
    server.clock.pass(11 * minute);
    const old = btoa(JSON.stringify({ ...late.body, number: more!.number }));
    const flood = newSecret();
    for (let count = 0; count < 8; count++) await ask({ number: 'none' }, flood);
    expect((await ask({ number: '+49 30 901825', solution: old }, newSecret())).status).not.toBe(500);
  });

  test('what cannot be used is refused with its field, and nothing is there', async () => {
    const refusals: [Partial<RequestCallback>, Record<string, string>][] = [
      [{ number: '911', country: 'US' }, { number: 'not_phone' }],
      [{ number: '+49 30 901820 ext. 12345678' }, { number: 'not_phone' }],
      [{ number: '' }, { number: 'required' }],
      [{ number: '+1 900 555 0123' }, { number: 'not_callable' }],
      [{ topic: 'nothing' }, { topic: 'unknown' }],
      [{ when: { start: server.clock.now() - hour } }, { when: 'not_allowed' }],
      [{ when: { start: server.clock.now() + hour + 1 } }, { when: 'not_allowed' }],
      [{ from: newId() }, { from: 'unknown' }],
    ];
    for (const [more, fields] of refusals) {
      const reply = await ask(more);
      expect(reply.status, JSON.stringify(more)).toBe(400);
      expect(errorOf(reply).fields).toEqual(fields);
    }
    expect((await ask({ zone: 'Nowhere/At_All' })).status).toBe(400);
    const check = await server.call(contract.postCheckNumber, {
      body: { number: '030 901820', country: 'DE' },
    });
    expect(check.body).toEqual({ number: '+4930901820', written: '+49 30 901820', country: 'DE' });
    expect(await server.ctx.database.read.select().from(jobs)).toEqual([]);
  });

  test('hostile numbers are refused or become what a person meant, never an error of ours', async () => {
    for (const text of hostilePhones()) {
      const reply = await server.call(contract.postCheckNumber, { body: { number: text, country: 'US' } });
      expect([200, 400], text.slice(0, 80)).toContain(reply.status);
      if (reply.status === 200) expect(reply.body.number).toMatch(/^\+[1-9]\d{6,14}$/);
      server.clock.pass(1_000);
    }
  });
});

test('where a consent is asked for, none is given for anybody; where the feature is off, there is nothing', async () => {
  await start({ consent: { en: 'You may call me.' } });
  expect((await form()).consent).toBe('You may call me.');
  expect(errorOf(await ask()).fields).toEqual({ consent: 'required' });
  expect((await ask({ consent: true })).status).toBe(200);
  await server.close();
  server = await startTestServer();
  secret = newSecret();
  expect((await server.call(contract.getCallbackForm, { query: { language: 'en' } })).status).toBe(404);
  expect(errorOf(await ask()).code).toBe('unavailable');
});

describe('what staff do', () => {
  beforeEach(() => start({ retry: { no_answer: [10, 'next_day'], busy: [5], voicemail: [] } }));

  test('take it, call, and say how it was: every step with time, person and note, once', async () => {
    const { body } = await ask();
    const { id } = body.call;
    const accept = { id: newId(), step: 'accept' };
    expect((await step(id, accept)).body.call).toMatchObject({
      state: 'accepted',
      owner: { name: 'Ada Agent' },
    });
    await step(id, accept);
    // The visitor is told who calls, by first name.
    const seen = await server.call(contract.getCallback, { secret, path: { callback: id } });
    expect(seen.body.call.by!.name).toBe('Ada');
    await step(id, { step: 'call_started' });
    const cancel = await server.call(contract.postCancelCallback, {
      secret,
      path: { callback: id },
      body: { id: newId() },
    });
    expect(errorOf(cancel)).toMatchObject({ code: 'conflict', current: { state: 'calling' } });
    server.clock.pass(4 * minute);
    const reached = await step(id, { step: 'reached', note: 'Wants it in green.' });
    expect(reached.body.call).toMatchObject({ state: 'reached', steps: [], slot: null });
    expect(reached.body.history.map((one) => [one.step, one.actor.name, one.note])).toEqual([
      ['request', '', ''],
      ['accept', 'Ada Agent', ''],
      ['call_started', 'Ada Agent', ''],
      ['reached', 'Ada Agent', 'Wants it in green.'],
    ]);
    expect((await thread(id)).conversation).toMatchObject({ status: 'closed', promise: null });
    expect(errorOf(await step(id, { step: 'no_answer' })).current).toEqual({ state: 'reached' });
  });

  test('a reply in words does not keep the promise of a call', async () => {
    const { body } = await ask();
    const { id } = body.call;
    const before = (await thread(id)).conversation.promise;
    await server.call(postStaffMessage, {
      cookie,
      path: { conversation: id },
      body: { id: newId(), body: 'We call you.', visibility: 'public' },
    });
    expect((await thread(id)).conversation.promise!.at).toBe(before!.at);
    expect((await thread(id)).conversation.waitingFor).toBe('staff');
  });

  test('nobody answers: tried again by the plan, then the visitor is offered other times, and a week later it is over', async () => {
    const { body } = await ask();
    const { id } = body.call;
    const first = await step(id, { step: 'no_answer' });
    expect(first.body.call).toMatchObject({ state: 'no_answer', attempts: 1 });
    expect(first.body.call.dueAt).toBe(server.clock.now() + 10 * minute);
    await pass(10 * minute);
    expect((await step(id, { step: 'call_started' })).body.call.state).toBe('calling');
    const second = await step(id, { step: 'no_answer' });
    expect(new Date(second.body.call.dueAt!).toISOString()).toBe('2026-03-03T08:00:00.000Z');
    const third = await step(id, { step: 'busy' });
    expect(third.body.call).toMatchObject({ state: 'no_answer', attempts: 3, dueAt: null });
    const { conversation, messages } = await thread(id);
    expect(messages.at(-1)!.notice!.kind).toBe('call_missed');
    expect(conversation).toMatchObject({ waitingFor: 'visitor', promise: null, status: 'open' });
    // Another time is one press away, until the week is over.
    const { slots } = await form();
    const path = { callback: id };
    const moved = await server.call(contract.postMoveCallback, {
      secret,
      path,
      body: { id: newId(), when: { start: slots[0]!.start } },
    });
    expect(moved.body.call.state).toBe('rescheduled');
    await step(id, { step: 'voicemail' });
    cookie = '';
    await pass(6 * 24 * hour);
    expect((await server.call(contract.getCallback, { secret, path })).body.call.state).toBe('no_answer');
    await pass(24 * hour);
    expect((await server.call(contract.getCallback, { secret, path })).body.call.state).toBe('expired');
  });

  test('handed on to a colleague, moved by staff to any time to come, and a wrong number ends it in words', async () => {
    await createStaff(server.ctx, {
      site: server.site.id,
      email: 'bo@shop.test',
      name: 'Bo Boss',
      password,
      role: 'admin',
    });
    const { body } = await ask();
    const { id } = body.call;
    expect(errorOf(await step(id, { step: 'reassign' })).fields).toEqual({ staff: 'required' });
    expect(errorOf(await step(id, { step: 'reassign', staff: newId() })).fields).toEqual({
      staff: 'unknown',
    });
    const people = await server.call(contract.getStaffCallback, {
      cookie: await server.logIn('bo@shop.test'),
      path: { callback: id },
    });
    expect(people.status).toBe(200);
    const evening = Date.parse('2026-03-02T19:00:00Z');
    expect((await step(id, { step: 'reschedule', start: evening })).body.call).toMatchObject({
      dueAt: evening,
    });
    expect(errorOf(await step(id, { step: 'reschedule', start: 5 })).fields).toEqual({
      start: 'not_allowed',
    });
    expect((await step(id, { step: 'wrong_number' })).body.call.state).toBe('wrong_number');
    expect((await thread(id)).messages.at(-1)).toMatchObject({
      visibility: 'public',
      notice: { kind: 'call_wrong_number' },
    });
    expect((await ask()).status).toBe(200);
  });

  test('a telephony system takes the same steps with a token of the site’s; an identity of a visitor is none', async () => {
    const { body } = await ask();
    const { id } = body.call;
    const sign = (claims: Record<string, unknown>) =>
      new SignJWT({ exp: Math.floor(server.clock.now() / 1_000) + 3_600, ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(server.site.secret));
    const call = async (token: string, body: Record<string, unknown>) =>
      server.call(contract.postDiallerStep, {
        path: { callback: id },
        body: { id: newId(), ...body } as never,
        headers: { origin: '', authorization: `Bearer ${token}` },
      });
    const ours = { scope: 'dialler', aud: 'shop' };
    const token = await sign(ours);
    for (const bad of [
      await sign({ sub: 'zoe', aud: 'shop' }),
      await sign({ ...ours, exp: 1 }),
      await sign({ ...ours, exp: Math.floor(server.clock.now() / 1_000) + 2 * 86_400 }),
      await sign({ ...ours, aud: 'another' }),
      await sign({ scope: 'dialler' }),
      'none',
      `${token}x`,
    ])
      expect((await call(bad, { step: 'call_started' })).status).toBe(401);
    const list = await server.call(contract.listDiallerCallbacks, {
      headers: { origin: '', authorization: `Bearer ${token}` },
    });
    expect(list.body.calls).toMatchObject([{ id, number: '+4930901820' }]);
    expect((await call(token, { step: 'call_started' })).body.call.state).toBe('calling');
    expect((await call(token, { step: 'call_ended' })).body.call.state).toBe('due');
    const reached = await call(token, { step: 'reached' });
    expect(reached.body.history.at(-1)).toMatchObject({ step: 'reached', actor: { kind: 'dialler' } });
  });
});

describe('as time passes', () => {
  const noticesOf = async (id: string) =>
    (await thread(id)).messages.flatMap(({ notice, visibility }) =>
      notice ? [`${notice.kind} ${visibility}`] : [],
    );
  const alerts = async () =>
    (await server.ctx.database.read.select().from(jobs))
      .filter(({ kind }) => kind === 'mail.alert')
      .map(({ key }) => key.split(' ')[0]);

  test('reminded, due, escalated and told, each once; not for one that was made or moved meanwhile', async () => {
    await start();
    const { slots } = await form();
    const at = slots[2]!;
    const { body } = await ask({ when: { start: at.start } });
    const { id } = body.call;
    await pass(at.start - server.clock.now() - 10 * minute - 1);
    expect(await alerts()).toEqual([]);
    await pass(1);
    expect(await alerts()).toEqual(['reminder']);
    await pass(10 * minute);
    expect(await noticesOf(id)).toEqual(['call_due note']);
    await pass(5 * minute);
    expect(await noticesOf(id)).toEqual(['call_due note', 'call_escalated note']);
    expect(await alerts()).toEqual(['reminder', 'escalation']);
    await pass(18 * minute);
    expect(await noticesOf(id)).not.toContain('call_late public');
    await pass(minute);
    // Before what they were told is over.
    expect(server.clock.now()).toBeLessThan(at.end);
    expect(await noticesOf(id)).toContain('call_late public');
    const told = (await thread(id)).messages.at(-1)!.notice!.values['at'] as number;
    expect(told).toBeGreaterThan(at.end);
    // Missed, until somebody deals with it.
    await pass(24 * hour);
    cookie = await server.logIn();
    const day = await server.call(contract.getCallbackDay, { cookie, query: { day: '2026-03-03' } });
    expect(day.body.missed).toMatchObject([{ id, state: 'due' }]);
    await step(id, { step: 'reached' });
    expect(
      (await server.call(contract.getCallbackDay, { cookie, query: { day: '2026-03-03' } })).body.missed,
    ).toEqual([]);
    const before = await noticesOf(id);
    await pass(48 * hour);
    cookie = await server.logIn();
    expect(await noticesOf(id)).toEqual(before);
  });

  test('seven days with a process that dies at any write: nothing is lost, doubled or skipped', async () => {
    const process = await mortal();
    await start(
      { retry: { no_answer: [10, 120, 'next_day'], busy: [], voicemail: [] }, perSlot: 5 },
      { overrides: { clock: process.clock, database: process.database } },
    );
    server = { ...server, clock: process.clock };
    const lives = async (life: (id: string) => Promise<void>, index: number): Promise<string> => {
      const by = newSecret();
      const reply = await ask({ number: `+49 30 9018${20 + index}` }, by, `198.51.100.${index}`);
      expect(reply.status).toBe(200);
      await life(reply.body.call.id);
      return reply.body.call.id;
    };
    // One call in each state that waits for time.
    const ids = [
      await lives(async () => {}, 0),
      await lives(async (id) => void (await step(id, { step: 'accept' })), 1),
      await lives(async (id) => void (await step(id, { step: 'call_started' })), 2),
      await lives(async (id) => void (await step(id, { step: 'no_answer' })), 3),
      await lives(async (id) => {
        await step(id, { step: 'reschedule', start: server.clock.now() + 26 * hour });
      }, 4),
      await lives(async (id) => {
        for (let count = 0; count < 4; count++) await step(id, { step: 'no_answer' });
      }, 5),
    ];
    const until = server.clock.now() + 7 * 24 * hour + hour;
    for (let turn = 0; server.clock.now() < until; turn++) {
      server.clock.pass(turn % 3 === 0 ? 7 * minute : 47 * minute);
      process.dieAfter(turn % 7);
      await runDueJobs(server.ctx).catch(() => {});
      process.revive();
      if (turn % 4 === 0) server.clock.pass(lease + minute);
      await runDueJobs(server.ctx);
    }
    server.clock.pass(lease + minute);
    await runDueJobs(server.ctx);
    cookie = await server.logIn();
    const found = await Promise.all(
      ids.map(
        async (id) => (await server.call(contract.getStaffCallback, { cookie, path: { callback: id } })).body,
      ),
    );
    expect(found.map(({ call }) => call.state)).toEqual(['due', 'due', 'calling', 'due', 'due', 'expired']);
    for (const [index, { history }] of found.entries()) {
      const dues = history.filter(({ step }) => step === 'come_due');
      expect(dues, `call ${index}`).toHaveLength([1, 1, 0, 1, 1, 0][index]!);
      expect(new Set(history.map(({ id }) => id)).size).toBe(history.length);
    }
    for (const id of ids) {
      const notices = (await noticesOf(id)).filter((kind) => kind !== 'call_late public');
      expect(new Set(notices).size, notices.join()).toBe(notices.length);
    }
    const all = await server.ctx.database.read.select().from(jobs);
    expect(
      all.filter(({ state, runAt }) => state !== 'done' && state !== 'dead' && runAt <= server.clock.now()),
    ).toEqual([]);
    const keys = all.map(({ kind, key }) => `${kind} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
