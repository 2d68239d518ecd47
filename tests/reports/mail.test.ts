import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { defaultSettings } from '../../shared/siteSettings.ts';
import { getAlerts, putAlerts } from '../../shared/alerts/routes.ts';
import { type MailStage, mailStage } from '../helpers/mailStage.ts';
import { password } from '../helpers/server.ts';

const day = 24 * 3_600_000;
/** Saturday 24 October 2026, noon in Athens: the night after, clocks go back from four to three. */
const saturday = Date.UTC(2026, 9, 24, 9);
/** Seven o'clock on Monday, in winter time. */
const monday = Date.UTC(2026, 9, 26, 5);

let stage: MailStage;
let bo: string;

beforeAll(async () => {
  const { hours } = defaultSettings();
  stage = await mailStage({ settings: { hours: { ...hours, zone: 'Europe/Athens' } } });
  const { server } = stage;
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'bo@shop.test',
    name: 'Bo Boss',
    password,
    role: 'admin',
  });
});
afterAll(() => stage.close());

const reports = () => stage.smtp.mails.filter(({ raw }) => /^X-Foyer: figures/im.test(raw));
const at = async (instant: number): Promise<void> => {
  stage.server.clock.set(instant);
  await runDueJobs(stage.server.ctx);
};
/** Runs the hourly work. */
const plan = () => stage.server.ctx.pruneFeatures(stage.server.site.id);
const logIn = async () => {
  stage.cookie = await stage.server.logIn();
  bo = await stage.server.logIn('bo@shop.test');
};

test('comes on Monday at seven of the site, after clocks changed, once, to those who want it', async () => {
  await at(saturday);
  await logIn();
  await stage.reply(await stage.open(), 'It is.');
  await runDueJobs(stage.server.ctx);
  await plan();
  await at(monday - 1);
  expect(reports()).toHaveLength(0);
  await at(monday);
  await plan();
  await at(monday + 1_000);
  expect(reports()).toHaveLength(1);
  const { raw, parsed } = reports()[0] ?? {};
  expect(raw).toMatch(/^To: .*bo@shop\.test/im);
  expect(parsed?.subject).toMatch(/Your week: 19\s?–\s?25 Oct 2026/);
  expect(parsed?.text).toContain('A quiet period.');
  expect(parsed?.text).toContain('Conversations: 1 (Before: 0)');
  expect(parsed?.text).toContain(
    `/inbox/sites/${stage.server.site.id}/reports?grain=week&from=2026-10-19&until=2026-10-25`,
  );
  expect(parsed?.text).toContain('beforeFrom=2026-10-12&beforeUntil=2026-10-18');
  // Charts are drawn, small, and say their figures to who doesn't see them.
  const charts = parsed?.attachments.filter(({ contentType }) => contentType === 'image/png') ?? [];
  expect(charts).toHaveLength(2);
  for (const { content, size } of charts) {
    expect(content.subarray(1, 4).toString()).toBe('PNG');
    expect(size).toBeLessThan(12_000);
  }
  expect(parsed?.text).toMatch(
    /Open at the end of each day\n0 on Mon,? 19 Oct, 1 on Sun,? 25 Oct, 1 at the most\./,
  );
  // The reader of the test puts them where the mail names them.
  expect(String(parsed?.html).match(/src="data:image\/png/g)).toHaveLength(2);
  expect(parsed?.text).toMatch(/When people write\nMost messages came on Saturday from 12:00: 1\./);
  if (process.env['KEEP_MAIL']) {
    mkdirSync('.tmp', { recursive: true });
    writeFileSync('.tmp/report-mail.html', String(parsed?.html));
  }
});

test('was missed while nothing ran, and comes once, late: the newest alone', async () => {
  // Two Mondays and the first of a month pass.
  await at(monday + 16 * day);
  await plan();
  await runDueJobs(stage.server.ctx);
  const subjects = reports()
    .slice(1)
    .map(({ parsed }) => parsed.subject);
  expect(subjects.filter((subject) => subject?.includes('Your week'))).toEqual([
    expect.stringMatching(/week: 2\s?–\s?8 Nov 2026/),
  ]);
  expect(subjects.filter((subject) => subject?.includes('Your month'))).toEqual([
    expect.stringMatching(/month: 1\s?–\s?31 Oct 2026/),
  ]);
});

test('comes in the language that its reader chose', async () => {
  await logIn();
  const { server } = stage;
  const { body } = await server.call(getAlerts, { cookie: bo });
  expect(body.choices).toMatchObject({ mailReports: true, mailLanguage: null });
  // Who answers gets it only if they ask for it.
  const agent = (await server.call(getAlerts, { cookie: stage.cookie })).body.choices;
  expect(agent.mailReports).toBe(false);
  await server.call(putAlerts, { cookie: bo, body: { ...body.choices, mailLanguage: 'ar' } });
  await at(monday + 21 * day);
  const html = String(reports().at(-1)?.parsed.html);
  expect(html).toContain('dir="rtl"');
  expect(html).toContain('افتح التقرير');
  if (process.env['KEEP_MAIL']) writeFileSync('.tmp/report-mail-ar.html', html);
});

test('is ended by a press and not by a look, and then nobody gets it', async () => {
  const { server } = stage;
  const before = reports().length;
  const [, path] = /<https?:\/\/[^/]+(\/reports\/stop\/[^>]+)>/.exec(
    (reports().at(-1)?.raw ?? '').replace(/\r?\n\s+/g, ' '),
  ) ?? [null, ''];
  expect((await server.request('GET', path)).status).toBe(200);
  await logIn();
  expect((await server.call(getAlerts, { cookie: bo })).body.choices.mailReports).toBe(true);
  expect((await server.request('POST', path, { headers: { origin: '' } })).status).toBe(200);
  expect((await server.call(getAlerts, { cookie: bo })).body.choices.mailReports).toBe(false);
  expect((await server.request('GET', `${path.slice(0, -1)}x`)).status).toBe(404);
  await at(monday + 28 * day);
  await at(monday + 35 * day);
  expect(reports()).toHaveLength(before);
});
