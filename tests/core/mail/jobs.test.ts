import { afterEach, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { listMails } from '../../../shared/core/mail/routes.ts';
import { cursors, events, logs } from '../../../server/core/events/tables.ts';
import { pruneSite } from '../../../server/core/jobs/jobs.ts';
import { readLogs } from '../../../server/core/jobs/reader.ts';
import { runDueJobs } from '../../../server/core/jobs/runner.ts';
import { lease, nextTry, pauses } from '../../../server/core/jobs/schedule.ts';
import { jobs } from '../../../server/core/jobs/tables.ts';
import { type MailStage, mailStage, minute } from '../../helpers/mailStage.ts';
import { mortal } from '../../helpers/mortal.ts';
import { headerOf } from '../../helpers/smtp.ts';

let stage: MailStage;
afterEach(() => stage.close());

const toVisitor = () => stage.smtp.mails.filter(({ envelope }) => envelope.to[0] === 'zoe@visitor.example');

test('a process that dies at any write loses no mail, and doubles one only between "accepted" and "written down"', async () => {
  const process = await mortal();
  stage = await mailStage({ overrides: { clock: process.clock, database: process.database } });
  const { ctx } = stage.server;
  const conversation = await stage.open();
  await stage.reply(conversation, 'So that everything is planned and settled.');
  process.clock.pass(4 * minute);
  // How many writes one mail takes from the log to the end.
  await stage.reply(conversation, 'Measured.');
  process.dieAfter(Number.POSITIVE_INFINITY);
  process.clock.pass(10 * minute);
  await runDueJobs(ctx);
  const steps = process.revive();
  expect(steps).toBeGreaterThanOrEqual(4);

  let doubled = 0;
  for (let step = 0; step < steps; step++) {
    const before = toVisitor().length;
    const words = `Message of step ${step}.`;
    // Days pass, and a session does not last for days.
    stage.cookie = await stage.server.logIn();
    await stage.reply(conversation, words);
    process.clock.pass(10 * minute);
    process.dieAfter(step);
    await runDueJobs(ctx).catch(() => {});
    process.revive();
    process.clock.pass(lease + minute);
    await runDueJobs(ctx);
    const mails = toVisitor().slice(before);
    expect(new Set(mails.map((mail) => headerOf(mail, 'message-id'))).size, words).toBe(1);
    expect(
      mails.every(({ parsed }) => parsed.text?.includes(words)),
      words,
    ).toBe(true);
    expect(mails.length, words).toBeLessThanOrEqual(2);
    doubled += mails.length - 1;
    process.clock.pass(24 * 60 * minute);
    await runDueJobs(ctx);
    expect(toVisitor().length, words).toBe(before + mails.length);
  }
  // The one place: the mail server had accepted it when the process died.
  expect(doubled).toBe(1);
});

test('two runners at once send each mail once', async () => {
  stage = await mailStage();
  const { ctx, clock } = stage.server;
  for (let index = 0; index < 6; index++) {
    const conversation = await stage.open(`Chat ${index}`, { email: `v${index}@visitor.example` });
    await stage.reply(conversation, 'Yes.');
  }
  // The last address counts for all of a visitor's conversations.
  clock.pass(4 * minute);
  await Promise.all([runDueJobs(ctx), runDueJobs(ctx), runDueJobs(ctx)]);
  const ids = stage.smtp.mails.map((mail) => headerOf(mail, 'message-id'));
  expect(ids).toHaveLength(6);
  expect(new Set(ids).size).toBe(6);
});

test('a place older than the log goes on with what is left, and nothing crashes', async () => {
  stage = await mailStage();
  const { ctx, clock, site } = stage.server;
  const old = await stage.open('Old');
  await stage.reply(old, 'Old answer.');
  await readLogs(ctx);
  await ctx.database.write((tx) => [tx.delete(cursors).where(eq(cursors.siteId, site.id)), tx.delete(jobs)]);
  clock.pass(20 * 24 * 60 * minute);
  await pruneSite(ctx, site.id);
  const [log] = await ctx.database.read.select().from(logs).where(eq(logs.siteId, site.id));
  expect(log!.oldest).toBeGreaterThan(1);
  expect(await ctx.database.read.select().from(events)).toEqual([]);
  stage.cookie = await stage.server.logIn();
  // The visitor's secret ended with the month, and staff logged in anew.
  const conversation = await stage.open('New');
  await stage.reply(conversation, 'New answer.');
  await stage.pass(4 * minute);
  expect(toVisitor()).toHaveLength(1);
});

test('what is done is forgotten with the log, what is dead is kept for longer', async () => {
  stage = await mailStage();
  const { ctx, clock, site } = stage.server;
  const conversation = await stage.open();
  await stage.reply(conversation, 'Yes.');
  await stage.pass(4 * minute);
  await ctx.database.write((tx) => [
    tx.insert(jobs).values({
      siteId: site.id,
      id: '00000000-0000-7000-8000-000000000001',
      kind: 'mail.reply',
      key: 'dead',
      payload: {},
      runAt: clock.now(),
      attempts: 10,
      state: 'dead',
      createdAt: clock.now(),
    }),
  ]);
  const states = async () =>
    (await ctx.database.read.select({ state: jobs.state }).from(jobs)).map(({ state }) => state);
  expect(await states()).toContain('done');
  clock.pass(15 * 24 * 60 * minute);
  await pruneSite(ctx, site.id);
  expect(await states()).not.toContain('done');
  expect(await states()).toContain('dead');
  clock.pass(90 * 24 * 60 * minute);
  await pruneSite(ctx, site.id);
  expect(await states()).not.toContain('dead');
});

test('a conversation of another site is not shown its mails', async () => {
  stage = await mailStage();
  const reply = await stage.server.call(listMails, {
    cookie: stage.cookie,
    path: { conversation: '00000000-0000-7000-8000-000000000001' },
  });
  expect(reply.status).toBe(404);
});

test('the schedule has ten tries, each later than the last, with up to a tenth of jitter', () => {
  stage = { close: async () => {} } as MailStage;
  expect(pauses.map((pause) => pause / minute)).toEqual([1, 5, 30, 120, 300, 600, 840, 1_200, 1_440]);
  expect(nextTry(1_000, 1, 0)).toBe(61_000);
  expect(nextTry(1_000, 1, 1)).toBe(67_000);
  expect(nextTry(0, 9, 0)).toBe(24 * 60 * minute);
  expect(nextTry(0, 10, 0)).toBeNull();
});
