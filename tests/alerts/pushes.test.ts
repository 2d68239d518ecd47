import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deletePushDevice, getAlerts, putAlerts, putPushDevice } from '../../shared/alerts/routes.ts';
import { type AlertChoices, usualChoices } from '../../shared/core/people/alertChoices.ts';
import { postMessage } from '../../shared/core/conversations/routes.ts';
import { postPresence } from '../../shared/core/people/presenceRoutes.ts';
import { listPeople, patchConversation, postStaffMessage } from '../../shared/inbox/routes.ts';
import { createPusher } from '../../server/core/push.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { type MailStage, mailStage, minute } from '../helpers/mailStage.ts';
import { startPushService, subscribe, type TestPushService } from '../helpers/pushService.ts';
import { newId, password } from '../helpers/server.ts';

const second = 1_000;
let service: TestPushService;
let stage: MailStage;
let bo: string;
beforeEach(async () => {
  service = await startPushService();
  stage = await mailStage({
    overrides: {
      pusher: createPusher('secret of the test', 'mailto:help@help.test.example', service.connector),
    },
  });
  const { server } = stage;
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'bo@shop.test',
    name: 'Bo Boss',
    password,
    role: 'agent',
  });
  bo = await server.logIn('bo@shop.test');
});
afterEach(async () => {
  await stage.close();
  await service.close();
});

const register = async (name: string, cookie = stage.cookie) => {
  const browser = subscribe(name);
  const device = newId();
  const reply = await stage.server.call(putPushDevice, {
    cookie,
    path: { device },
    body: browser.subscription,
  });
  expect(reply.status).toBe(200);
  return { ...browser, device };
};

const choose = (choices: Partial<AlertChoices>, cookie = stage.cookie) =>
  stage.server.call(putAlerts, { cookie, body: { ...usualChoices, zone: 'Europe/Berlin', ...choices } });

const idOf = async (name: string): Promise<string> =>
  (await stage.server.call(listPeople, { cookie: stage.cookie })).body.people.find(
    (person) => person.name === name,
  )!.id;

const paths = () => service.pushed.map(({ path }) => path).sort();

describe('a push', () => {
  test('tells who is away of what a visitor wrote, encrypted for their browser and signed by us', async () => {
    const ada = await register('ada');
    const conversation = await stage.open('Is my frame ready?');
    await stage.pass(5 * second);
    expect(service.pushed).toEqual([]);
    await stage.pass(10 * second);
    const [pushed] = service.pushed;
    expect(service.pushed).toHaveLength(1);
    expect(ada.read(pushed!)).toEqual({
      title: 'Zoë wrote · Shop',
      body: 'Is my frame ready?',
      tag: conversation,
      path: expect.stringContaining(conversation),
      language: 'en',
    });
    expect(pushed!.headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      urgency: 'high',
      topic: conversation.replaceAll('-', ''),
    });
    expect(Number(pushed!.headers['ttl'])).toBeLessThanOrEqual(15 * 60);
    expect(pushed!.headers.authorization).toMatch(/^vapid t=[\w-]+\.[\w-]+\.[\w-]+, k=/);
    expect(pushed!.headers.authorization).toContain(
      `k=${(await stage.server.call(getAlerts, { cookie: stage.cookie })).body.pushKey}`,
    );
  });

  test('is one for what comes at once, and none for who is at the inbox, has seen it, or has taken it', async () => {
    await register('ada');
    await register('bo', bo);
    await stage.server.call(postPresence, { cookie: bo, body: { state: 'online' } });
    const conversation = await stage.open('One');
    await stage.server.call(postMessage, {
      secret: stage.secret,
      path: { conversation },
      body: { id: newId(), body: 'Two' },
    });
    await stage.pass(15 * second);
    expect(paths()).toEqual(['/ada']);
    await stage.pass(2 * minute);
    // Bo has left; it is Ada's now, so that Bo is told nothing.
    await stage.server.call(patchConversation, {
      cookie: stage.cookie,
      path: { conversation },
      body: { assignee: await idOf('Ada Agent') },
    });
    await stage.open('Another', { email: 'yan@visitor.example' });
    await stage.pass(15 * second);
    expect(paths()).toEqual(['/ada', '/ada', '/bo']);
  });

  test('keeps quiet hours, leaves out the words where they are not wanted, and tells of what is mine alone', async () => {
    const ada = await register('ada');
    const others = await register('bo', bo);
    // It is ten in Berlin.
    await choose({ quiet: { from: '09:00', to: '10:30' } });
    await choose({ words: false }, bo);
    await stage.open('Quiet?');
    await stage.pass(15 * second);
    expect(paths()).toEqual(['/bo']);
    expect(others.read(service.pushed[0]!)['body']).toBe('');
    await choose({ what: 'mine' });
    const conversation = await stage.open('Nobody’s yet', { email: 'yan@visitor.example' });
    await stage.pass(15 * second);
    expect(paths()).toEqual(['/bo', '/bo']);
    await stage.server.call(postStaffMessage, {
      cookie: bo,
      path: { conversation },
      body: { id: newId(), body: 'Look, @Ada', visibility: 'note' },
    });
    await stage.pass(15 * second);
    expect(paths()).toContain('/ada');
    expect(ada.read(service.pushed.at(-1)!)['title']).toBe('Bo Boss mentioned you · Shop');
  });

  test('that comes too late is none: nobody is flooded in the morning', async () => {
    await register('ada');
    await stage.open('In the night');
    await stage.pass(16 * minute);
    expect(service.pushed).toEqual([]);
  });

  test('is tried again where the push service is down, and a browser that has gone is forgotten', async () => {
    await register('ada');
    service.status = 503;
    await stage.open('Are you there?');
    await stage.pass(15 * second);
    service.status = 201;
    await stage.pass(2 * minute);
    expect(paths()).toEqual(['/ada']);
    service.status = 410;
    await stage.open('And now?', { email: 'yan@visitor.example' });
    await stage.pass(15 * second);
    expect((await stage.server.call(getAlerts, { cookie: stage.cookie })).body.devices).toEqual([]);
  });

  test('goes to no browser whose login has ended, nor to who does not work here any more', async () => {
    await register('bo', bo);
    await stage.server.request('POST', '/api/staff/logout', {
      body: {},
      headers: { origin: 'http://help.test', cookie: bo },
    });
    await stage.open('Hello?');
    await stage.pass(15 * second);
    expect(service.pushed).toEqual([]);
  });
});

describe('a browser', () => {
  test.each([
    'http://push.example.com/a',
    'https://127.0.0.1/a',
    'https://127.0.0.1;.example.com/',
    "https://127.0.0.1'.example.com/",
  ])('at %s is refused, by the field that is wrong', async (endpoint) => {
    const { subscription } = subscribe('x');
    const { status, body } = await stage.server.call(putPushDevice, {
      cookie: stage.cookie,
      path: { device: newId() },
      body: { ...subscription, endpoint },
    });
    expect([status, (body as unknown as { error: { fields: object } }).error.fields]).toEqual([
      400,
      { endpoint: expect.any(String) },
    ]);
  });

  test('is removed by its own person alone, and a person has ten at the most', async () => {
    const { device } = await register('ada');
    const devices = async (cookie: string) =>
      (await stage.server.call(getAlerts, { cookie })).body.devices.map(({ id }) => id);
    await stage.server.call(deletePushDevice, { cookie: bo, path: { device } });
    expect(await devices(stage.cookie)).toEqual([device]);
    expect(await devices(bo)).toEqual([]);
    for (let count = 0; count < 10; count++) await register(`more-${count}`);
    const left = await devices(stage.cookie);
    expect(left).toHaveLength(10);
    expect(left).not.toContain(device);
    await stage.server.call(deletePushDevice, { cookie: stage.cookie, path: { device: left[0]! } });
    expect(await devices(stage.cookie)).toHaveLength(9);
  });
});

describe('choices', () => {
  test('say when mail comes of what nobody took, and whether of mentions', async () => {
    await choose({ mailAfter: 15 });
    await choose({ mailAfter: null, mailMentions: false }, bo);
    const conversation = await stage.open();
    const mailed = () => stage.smtp.mails.map(({ envelope }) => envelope.to[0]);
    await stage.pass(6 * minute);
    expect(mailed()).toEqual([]);
    await stage.pass(10 * minute);
    expect(mailed()).toEqual(['ada@shop.test']);
    await stage.reply(conversation, 'Look, @Bo', 'note');
    await stage.pass(5 * minute);
    expect(mailed()).toEqual(['ada@shop.test']);
  });

  test('of what was taken meanwhile no mail comes', async () => {
    await choose({ mailAfter: 15 });
    const conversation = await stage.open();
    await stage.pass(6 * minute);
    await stage.server.call(patchConversation, {
      cookie: bo,
      path: { conversation },
      body: { assignee: await idOf('Bo Boss') },
    });
    await stage.pass(10 * minute);
    expect(stage.smtp.mails.map(({ envelope }) => envelope.to[0])).not.toContain('ada@shop.test');
  });

  test('are kept for each person, and what makes no sense is refused by name', async () => {
    const quiet = { from: '20:00', to: '08:00' };
    expect((await choose({ quiet })).body.choices.quiet).toEqual(quiet);
    expect((await stage.server.call(getAlerts, { cookie: bo })).body.choices.quiet).toBeNull();
    const refused = await stage.server.call(putAlerts, {
      cookie: bo,
      body: { ...usualChoices, zone: 'Atlantis/Sunken' },
    });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ error: { fields: { zone: 'unknown' } } });
  });
});
