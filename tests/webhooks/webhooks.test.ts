import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { patchConversation } from '../../shared/inbox/routes.ts';
import {
  addEndpoint,
  changeEndpoint,
  deleteEndpoint,
  getDelivery,
  getWebhooks,
  listDeliveries,
  resendDelivery,
  resendFailed,
  rotateEndpointSecret,
  showEndpointSecret,
  testEndpoint,
} from '../../shared/webhooks/routes.ts';
import { listColleagues } from '../../server/core/people/staff/queries.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { deliverDue } from '../../server/webhooks/courier.ts';
import { type MailStage, mailStage, minute } from '../helpers/mailStage.ts';
import { isSignedBy, startReceiver, type TestReceiver } from '../helpers/receiver.ts';
import { newId, password } from '../helpers/server.ts';

const hour = 60 * minute;
let stage: MailStage;
let receiver: TestReceiver;
let cookie: string;
beforeEach(async () => {
  receiver = await startReceiver();
  stage = await mailStage({ environment: { PRIVATE_HOSTS: receiver.host } });
  const { server } = stage;
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'bo@shop.test',
    name: 'Bo Boss',
    password,
    role: 'owner',
  });
  cookie = await server.logIn('bo@shop.test');
});
afterEach(async () => {
  await stage.close();
  await receiver.close();
});

/** Adds an endpoint. @returns its id */
const add = async (types: string[] = ['*'], url = receiver.url): Promise<string> => {
  const endpoint = newId();
  const reply = await stage.server.call(addEndpoint, {
    cookie,
    body: { id: endpoint, url, types, description: 'Our CRM' },
  });
  expect(reply.status).toBe(200);
  return endpoint;
};

/** Lets time pass, reads the log, and delivers what is due. */
const pass = async (milliseconds = 0): Promise<void> => {
  await stage.pass(milliseconds);
  await deliverDue(stage.server.ctx);
  // A login that rests for a day has ended.
  if (milliseconds > 10 * hour) cookie = await stage.server.logIn('bo@shop.test');
};

const secretOf = async (endpoint: string): Promise<string> =>
  (await stage.server.call(showEndpointSecret, { cookie, path: { endpoint } })).body.secret;

const find = async (endpoint: string) =>
  (await stage.server.call(getWebhooks, { cookie })).body.endpoints.find(({ id }) => id === endpoint)!;

const deliveriesOf = async (endpoint: string) =>
  (await stage.server.call(listDeliveries, { cookie, path: { endpoint } })).body.deliveries;

describe('events', () => {
  test('arrive signed, with id, time, sequence and what happened, once each', async () => {
    const endpoint = await add();
    const conversation = await stage.open('Is my frame ready?');
    await stage.reply(conversation, 'Tomorrow.');
    await stage.reply(conversation, 'Careful with this one.', 'note');
    await stage.server.call(patchConversation, {
      cookie,
      path: { conversation },
      body: { status: 'closed' },
    });
    await pass();
    await pass();
    expect(receiver.types().sort()).toEqual([
      'conversation.closed',
      'conversation.created',
      'message.created',
      'message.created',
      'note.created',
    ]);
    const secret = await secretOf(endpoint);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
    expect(receiver.received.every((request) => isSignedBy(secret, request))).toBe(true);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(5);
    const created = receiver.received.find(({ event }) => event.type === 'conversation.created')!;
    expect(created.event).toMatchObject({
      site: 'shop',
      sequence: expect.any(Number),
      data: { conversation: { id: conversation }, message: { body: 'Is my frame ready?' } },
    });
    expect(Date.parse(created.event.timestamp)).toBe(stage.server.clock.now());
    expect(created.headers['content-type']).toBe('application/json');
  });

  test('come only to those who want them, and none that was before', async () => {
    await stage.open('Before');
    await pass();
    const notes = await add(['note.created']);
    const conversation = await stage.open('After');
    await stage.reply(conversation, 'For us', 'note');
    await pass();
    expect(receiver.types()).toEqual(['note.created']);
    await stage.server.call(changeEndpoint, { cookie, path: { endpoint: notes }, body: { on: false } });
    await stage.reply(conversation, 'Nobody hears of this', 'note');
    await pass();
    expect(receiver.received).toHaveLength(1);
  });

  test('a test event is sent at once and shows what came of it', async () => {
    const endpoint = await add(['note.created']);
    receiver.answers.push({ status: 500, body: 'database is down' });
    const { body } = await stage.server.call(testEndpoint, { cookie, path: { endpoint } });
    expect(body.delivery).toMatchObject({ type: 'test', state: 'waiting', status: 500, reason: 'broken' });
    expect(body.attempts).toMatchObject([{ status: 500, answer: 'database is down' }]);
    expect(JSON.parse(body.body)).toMatchObject({ type: 'test', data: { by: 'Bo Boss' } });
  });
});

describe('failures', () => {
  test('are tried again with the same id for about three days, then given up, and can be sent again', async () => {
    const endpoint = await add(['conversation.created']);
    receiver.answers.push(...Array.from({ length: 10 }, () => ({ status: 500 })));
    await stage.open();
    for (let tries = 0; tries < 10; tries++) {
      await pass(tries === 0 ? 0 : 30 * hour);
      // What has failed for three days gets nothing more until somebody looks: here somebody does, each time.
      await stage.server.call(changeEndpoint, { cookie, path: { endpoint }, body: { on: true } });
    }
    expect(receiver.received).toHaveLength(10);
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
    expect(await deliveriesOf(endpoint)).toMatchObject([{ state: 'failed', attempts: 10, nextAt: null }]);
    await pass(30 * hour);
    expect(receiver.received).toHaveLength(10);
    const [delivery] = await deliveriesOf(endpoint);
    await stage.server.call(resendDelivery, { cookie, path: { endpoint, delivery: delivery!.id } });
    await pass();
    expect(receiver.received).toHaveLength(11);
    const details = await stage.server.call(getDelivery, {
      cookie,
      path: { endpoint, delivery: delivery!.id },
    });
    expect(details.body.delivery).toMatchObject({ state: 'done', status: 204, reason: '' });
    expect(details.body.attempts).toHaveLength(11);
  });

  test('a Retry-After is honoured, and nothing else is sent meanwhile', async () => {
    const endpoint = await add(['conversation.created']);
    receiver.answers.push({ status: 429, headers: { 'retry-after': '7200' } });
    await stage.open('first');
    await pass();
    await stage.open('second');
    await pass(hour);
    expect(receiver.received).toHaveLength(1);
    await pass(hour + minute);
    expect(receiver.received.map(({ id }) => id)).toHaveLength(3);
    expect((await find(endpoint)).failingSince).toBeNull();
  });

  test('a redirect is a failure, and a line that breaks is one', async () => {
    const endpoint = await add(['conversation.created']);
    receiver.answers.push({ status: 302, headers: { location: 'http://169.254.169.254/' } }, 'hang up');
    await stage.open();
    await pass();
    expect(await deliveriesOf(endpoint)).toMatchObject([
      { state: 'waiting', status: 302, reason: 'redirected' },
    ]);
    await pass(minute);
    expect(await deliveriesOf(endpoint)).toMatchObject([
      { status: null, reason: 'unreachable', attempts: 2 },
    ]);
    await pass(10 * minute);
    expect(await deliveriesOf(endpoint)).toMatchObject([{ state: 'done', attempts: 3 }]);
  });

  test('410 turns it off, and who may turn it on again gets an email', async () => {
    const endpoint = await add(['conversation.created']);
    receiver.answers.push({ status: 410 });
    await stage.open();
    await pass();
    expect(await find(endpoint)).toMatchObject({ state: 'gone', failed: 1 });
    await stage.open('another');
    await pass(hour);
    expect(receiver.received).toHaveLength(1);
    const told = stage.smtp.mails.filter(({ parsed }) => parsed.text?.includes('410 Gone'));
    expect(told.map(({ envelope }) => envelope.to)).toEqual([['bo@shop.test']]);
    // The agent of the stage may not.
    expect((await listColleagues(stage.server.ctx, stage.server.site.id)).length).toBe(2);
  });

  test('what fails for three days is paused, its events are kept, and all of them arrive once it is on again', async () => {
    const endpoint = await add(['conversation.created']);
    receiver.answers.push(...Array.from({ length: 9 }, () => ({ status: 500 })));
    await stage.open('first');
    for (let tries = 0; tries < 8; tries++) await pass(12 * hour);
    expect(await find(endpoint)).toMatchObject({ state: 'failing', waiting: 1 });
    await stage.open('second');
    await pass(hour);
    expect(await find(endpoint)).toMatchObject({ state: 'failing', waiting: 2 });
    const waits = await stage.server.call(listDeliveries, { cookie, path: { endpoint } });
    expect(waits.body.deliveries.map(({ state, nextAt }) => [state, nextAt])).toEqual([
      ['waiting', null],
      ['waiting', null],
    ]);
    expect(stage.smtp.mails.some(({ parsed }) => parsed.text?.includes('three days'))).toBe(true);
    receiver.answers.length = 0;
    await stage.server.call(changeEndpoint, { cookie, path: { endpoint }, body: { on: true } });
    await stage.server.call(resendFailed, { cookie, path: { endpoint } });
    await pass(25 * hour);
    expect(await find(endpoint)).toMatchObject({ state: 'on', waiting: 0, failed: 0 });
  });
});

describe('secrets', () => {
  test('two sign while one is rotated, for as long as it was said', async () => {
    const endpoint = await add(['conversation.created']);
    const before = await secretOf(endpoint);
    const { secret } = (
      await stage.server.call(rotateEndpointSecret, { cookie, path: { endpoint }, body: { keepOld: hour } })
    ).body;
    expect(secret).not.toBe(before);
    expect((await find(endpoint)).oldSecretUntil).toBe(stage.server.clock.now() + hour);
    await stage.open('first');
    await pass();
    expect([before, secret].map((one) => isSignedBy(one, receiver.received[0]!))).toEqual([true, true]);
    await pass(2 * hour);
    await stage.open('second');
    await pass();
    expect([before, secret].map((one) => isSignedBy(one, receiver.received[1]!))).toEqual([false, true]);
  });

  test('are for admins of the site alone', async () => {
    const endpoint = await add();
    for (const route of [showEndpointSecret, getWebhooks, testEndpoint]) {
      const { status } = await stage.server.call(route as typeof showEndpointSecret, {
        cookie: stage.cookie,
        path: { endpoint },
      });
      expect(status).toBe(403);
    }
  });
});

describe('addresses', () => {
  test.each([
    'http://shop.example/hook',
    'https://127.0.0.1/hook',
    'https://localhost/hook',
    'https://[::1]/hook',
    'https://2130706433/hook',
    'https://0x7f.1/hook',
    'https://user:password@shop.example/hook',
    'https://shop.example:8443/hook',
    'ftp://shop.example/hook',
    'nonsense',
    // What a parser would leave out is kept and shown by nobody.
    'https://shop.example/\r\nX-Evil: yes',
    'https://sh\top.example/hook',
    'https://shop.example/\u202ekooh',
  ])('%s is refused with its field', async (url) => {
    const reply = await stage.server.call(addEndpoint, {
      cookie,
      body: { id: newId(), url, types: ['*'], description: '' },
    });
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ error: { code: 'invalid', fields: { url: expect.any(String) } } });
  });

  test('an event that does not exist is refused with its field', async () => {
    const reply = await stage.server.call(addEndpoint, {
      cookie,
      body: { id: newId(), url: receiver.url, types: ['conversation.sung'], description: '' },
    });
    expect(reply.body).toMatchObject({ error: { fields: { types: 'unknown' } } });
  });

  test('an endpoint goes with everything that was on its way', async () => {
    const endpoint = await add();
    await stage.open();
    await stage.pass(0);
    await stage.server.call(deleteEndpoint, { cookie, path: { endpoint } });
    await pass();
    expect(receiver.received).toHaveLength(0);
    expect((await stage.server.call(listDeliveries, { cookie, path: { endpoint } })).status).toBe(404);
  });
});
