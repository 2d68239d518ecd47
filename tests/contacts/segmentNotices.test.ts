import { eq } from 'drizzle-orm';
import { jobs } from '../../server/core/jobs/tables.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { getAlerts, putAlerts, putPushDevice } from '../../shared/alerts/routes.ts';
import { putSegment } from '../../shared/contacts/segments/routes.ts';
import { type AlertChoices, usualChoices } from '../../shared/core/people/alertChoices.ts';
import { listPeople, putTeam } from '../../shared/inbox/routes.ts';
import { visitors } from '../../server/core/people/visitors/tables.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { createPusher } from '../../server/core/push.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { type MailStage, mailStage, minute } from '../helpers/mailStage.ts';
import { startPushService, subscribe, type TestPushService } from '../helpers/pushService.ts';
import { newId, password } from '../helpers/server.ts';

const hour = 60 * minute;
let service: TestPushService;
let stage: MailStage;
let bo: string;
let segment: string;
beforeEach(async () => {
  service = await startPushService();
  const pusher = createPusher('secret of the test', 'mailto:help@help.test.example', service.connector);
  stage = await mailStage({ overrides: { pusher } });
  const { server } = stage;
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'bo@shop.test',
    name: 'Bo Boss',
    password,
    role: 'admin',
  });
  segment = newId();
  await logIn();
});
afterEach(async () => {
  await stage.close();
  await service.close();
});

const logIn = async (): Promise<void> => {
  stage.cookie = await stage.server.logIn();
  bo = await stage.server.logIn('bo@shop.test');
};
const staffId = async (name: string): Promise<string> =>
  (await stage.server.call(listPeople, { cookie: stage.cookie })).body.people.find(
    (person) => person.name === name,
  )!.id;
const save = (notify: { people?: string[]; teams?: string[] }, id = segment) =>
  stage.server.call(putSegment, {
    cookie: stage.cookie,
    path: { segment: id },
    body: {
      name: 'Newcomers',
      purpose: 'look',
      conditions: [{ name: 'language', how: 'is', value: 'de' }],
      notify: { people: [], teams: [], ...notify },
    },
  });
/** Contacts who speak German, at once. */
const arrive = async (count: number): Promise<void> => {
  const { ctx, site, clock } = stage.server;
  const rows = Array.from({ length: count }, (_, place) => ({
    siteId: site.id,
    id: newId(),
    name: `Guest ${String(place).padStart(3, '0')}`,
    language: 'de',
    createdAt: clock.now(),
    seenAt: clock.now(),
  }));
  await ctx.database.commit({
    site: site.id,
    events: rows.map(({ id }) => ({ kind: 'visitor.changed', visitor: id, subject: id })),
    write: (tx) => [tx.insert(visitors).values(rows)],
  });
};
const choose = (choices: Partial<AlertChoices>, cookie: string) =>
  stage.server.call(putAlerts, { cookie, body: { ...usualChoices, zone: 'Europe/Berlin', ...choices } });
const register = async (name: string, cookie: string) => {
  const browser = subscribe(name);
  const body = browser.subscription;
  const { status } = await stage.server.call(putPushDevice, { cookie, path: { device: newId() }, body });
  expect(status).toBe(200);
  return browser;
};
const notices = () => stage.smtp.mails.filter(({ raw }) => /^X-Foyer: segment/im.test(raw));
const readers = () =>
  notices()
    .flatMap(({ envelope }) => envelope.to)
    .sort();
/** Does jobs of some kinds once more, as after a process that died before it said that they were done. */
const redo = async (kind: string): Promise<void> => {
  await stage.server.ctx.database.write((tx) => [
    tx.update(jobs).set({ state: 'waiting', attempts: 0 }).where(eq(jobs.kind, kind)),
  ]);
  await runDueJobs(stage.server.ctx);
};

test('staff hear once of everyone who entered within the hour, by mail and push, not of who was there', async () => {
  await arrive(3);
  const ada = await staffId('Ada Agent');
  expect((await save({ people: [ada, newId()], teams: [newId()] })).body.notify).toEqual({
    people: [ada],
    teams: [],
  });
  const browser = await register('ada', stage.cookie);
  await stage.pass(hour);
  expect(notices()).toEqual([]);
  await arrive(450);
  await stage.pass(hour);
  expect(readers()).toEqual(['ada@shop.test']);
  const [mail] = notices();
  expect(mail!.parsed.subject).toBe('[Shop] 450 contacts entered “Newcomers”');
  expect(mail!.parsed.text).toContain('Guest 000, Guest 001, Guest 002, Guest 003, Guest 004, and 445 more');
  expect(service.pushed).toHaveLength(1);
  expect(browser.read(service.pushed[0]!)).toMatchObject({
    title: '450 contacts entered a segment · Shop',
    body: 'Newcomers',
    tag: segment,
    path: `/inbox/sites/${stage.server.site.id}/contacts?segment=${segment}`,
  });
  for (const kind of ['segments.watch', 'segments.notify', 'push.notice']) await redo(kind);
  await stage.pass(2 * hour);
  expect([notices().length, service.pushed.length]).toEqual([1, 1]);
});

test('a team’s members hear of it as each chose, each once; a mail server that is away is tried again', async () => {
  const [ada, boss] = [await staffId('Ada Agent'), await staffId('Bo Boss')];
  const team = newId();
  await stage.server.call(putTeam, {
    cookie: bo,
    path: { team },
    body: { name: 'Sales', members: [ada, boss] },
  });
  expect((await save({ people: [ada], teams: [team] })).status).toBe(200);
  await stage.pass(hour);
  await register('ada', stage.cookie);
  await register('bo', bo);
  await choose({ quiet: { from: '00:00', to: '23:59' } }, stage.cookie);
  await choose({ mailSegments: false, words: false }, bo);
  await arrive(2);
  stage.smtp.answer = 451;
  await stage.pass(hour);
  expect(service.pushed.map(({ path }) => path)).toEqual(['/bo']);
  stage.smtp.answer = null;
  await stage.pass(hour);
  await stage.pass(hour);
  expect(readers()).toEqual(['ada@shop.test']);
  await logIn();
  expect((await stage.server.call(getAlerts, { cookie: bo })).body.choices.mailSegments).toBe(false);
  // Without anybody to be told, nothing looks.
  await save({});
  await arrive(1);
  await stage.pass(2 * hour);
  expect(notices()).toHaveLength(1);
});
