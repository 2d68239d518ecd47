import fc from 'fast-check';
import { asc, eq } from 'drizzle-orm';
import { factKinds } from '../../shared/core/facts/kinds.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { facts } from '../../server/core/facts/tables.ts';
import { messages } from '../../server/core/conversations/tables.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import { openMinutesBetween } from '../../server/core/people/sites/hours.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { countAnew, rollUp } from '../../server/reports/rollUp.ts';
import { factsReader } from '../../server/reports/queries.ts';
import { reportDays } from '../../server/reports/tables.ts';
import { cursors } from '../../server/core/events/tables.ts';
import { getSaved, putSettings } from '../../shared/console/routes.ts';
import { postChat } from '../../shared/chat/routes.ts';
import { postRating } from '../../shared/core/conversations/endRoutes.ts';
import { postMessage } from '../../shared/core/conversations/routes.ts';
import { eraseOwnData } from '../../shared/core/people/personalDataRoutes.ts';
import { getMe } from '../../shared/core/people/staffRoutes.ts';
import type { ConversationChange } from '../../shared/inbox/schema.ts';
import * as inbox from '../../shared/inbox/routes.ts';
import * as contract from '../../shared/reports/routes.ts';
import type { SiteReport } from '../../shared/reports/schema.ts';
import { newId, newSecret, password, startTestServer, type TestServer } from '../helpers/server.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let server: TestServer;
/** Ada, an agent, and Bo, an admin. */
let ada: string;
let bo: string;
let adaId: string;

beforeAll(async () => {
  server = await startTestServer();
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'bo@shop.test',
    name: 'Bo Boss',
    password,
    role: 'admin',
  });
  ada = await server.logIn();
  adaId = (await server.call(getMe, { cookie: ada })).body.id;
});
afterAll(() => server.close());

const open = async (secret: string): Promise<string> =>
  (
    await server.call(postChat, {
      secret,
      address: `10.0.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
      body: { id: newId(), body: 'Is it there?', language: 'en' },
    })
  ).body.conversation.id;

const say = (secret: string, conversation: string) =>
  server.call(postMessage, { path: { conversation }, secret, body: { id: newId(), body: 'And now?' } });

const reply = (conversation: string, cookie = ada) =>
  server.call(inbox.postStaffMessage, {
    cookie,
    path: { conversation },
    body: { id: newId(), body: 'It is.', visibility: 'public' },
  });

const act = (conversation: string, change: ConversationChange, id = newId()) =>
  server.call(inbox.postAction, { cookie: ada, body: { id, conversations: [conversation], change } });

const rate = (secret: string, conversation: string, rating: 'good' | 'okay' | 'bad') =>
  server.call(postRating, { secret, path: { conversation }, body: { rating } });

const dateOf = (at: number): string =>
  new Intl.DateTimeFormat('sv', { timeZone: server.site.settings.hours.zone }).format(at);

const read = async (from: number, until: number, cookie = bo): Promise<SiteReport> => {
  const { status, body } = await server.call(contract.getSiteReport, {
    cookie,
    query: { from: dateOf(from), until: dateOf(until) },
  });
  expect(status).toBe(200);
  return body;
};

const allFacts = () =>
  server.ctx.database.read
    .select()
    .from(facts)
    .where(eq(facts.siteId, server.site.id))
    .orderBy(asc(facts.place));

const countedDays = () =>
  server.ctx.database.read
    .select({ day: reportDays.day, opened: reportDays.opened, counted: reportDays.counted })
    .from(reportDays)
    .where(eq(reportDays.siteId, server.site.id))
    .orderBy(asc(reportDays.day));

/** Lets time pass, and logs in again where that's needed. */
const pass = async (time: number): Promise<void> => {
  server.clock.pass(time);
  if (time < hour) return;
  ada = await server.logIn();
  bo = await server.logIn('bo@shop.test');
};

/** Far from what other tests did: a Monday at ten. */
const nextMonth = async (): Promise<number> => {
  await pass(28 * day);
  return server.clock.now();
};

describe('what happened', () => {
  test('is counted once, by whom, how soon and whether promised', async () => {
    const from = await nextMonth();
    const secret = newSecret();
    const conversation = await open(secret);
    server.clock.pass(20 * minute);
    await reply(conversation);
    await reply(conversation);
    await act(conversation, { status: 'closed' });
    await rate(secret, conversation, 'bad');
    await rate(secret, conversation, 'good');
    server.clock.pass(hour);
    await say(secret, conversation);
    // Promised within two hours, answered after five.
    server.clock.pass(5 * hour);
    await reply(conversation, bo);
    await runDueJobs(server.ctx);
    const report = await read(from, server.clock.now());
    expect(report.volume.all.now).toEqual({ opened: 1, in: 2, out: 3 });
    expect(report.volume.channels).toMatchObject([{ channel: 'chat', now: { opened: 1 } }]);
    expect(report.firstReply.all.now).toEqual({
      n: 1,
      median: 1_200,
      p90: 1_200,
      clockMedian: 1_200,
      clockP90: 1_200,
    });
    expect(report.firstReply.people).toMatchObject([{ id: adaId, name: 'Ada Agent', now: { n: 1 } }]);
    expect(report.resolution.people).toMatchObject([{ id: adaId, now: { n: 1, median: 1_200 } }]);
    expect(report.reopened.now).toEqual({ hits: 1, of: 1 });
    expect(report.promises.kept.now).toEqual({ hits: 1, of: 2 });
    expect(report.ratings.now).toMatchObject({ good: 1, okay: 0, bad: 0, asked: 1, to: 1 });
    for (const [value, rows] of [
      ['good', 1],
      ['okay', 0],
    ] as const) {
      const query = { from: dateOf(from), until: dateOf(from), kind: 'rating.given', value } as const;
      expect((await server.call(contract.listReportRows, { cookie: bo, query })).body.rows).toHaveLength(
        rows,
      );
    }
    expect(report.backlog.at(-1)?.open).toBe(1);
    expect(report.heat[0]?.reduce((sum, n) => sum + n, 0)).toBe(2);
    // Twice in the first hour, and once six hours later.
    const answered = (report.answered[0] ?? []).flatMap((n, at) => (n ? [[n, at]] : []));
    expect(answered.map(([n]) => n)).toEqual([2, 1]);
    expect(answered[1]![1]! - answered[0]![1]!).toBe(6);
    // So few are no reason to call it better or worse.
    expect(report.firstReply.all.change).toBeNull();
    const promises = (await allFacts()).filter(({ kind }) => kind.startsWith('promise.'));
    expect(promises.at(-1)).toMatchObject({ kind: 'promise.broken', subjectId: conversation });
    expect(promises.at(-1)?.value).toBeGreaterThan(0);
  });

  test('is read twice without being counted twice, and again from the beginning as the same', async () => {
    const from = await nextMonth();
    const secret = newSecret();
    const conversation = await open(secret);
    await runDueJobs(server.ctx);
    await read(from, from);
    await reply(conversation);
    await runDueJobs(server.ctx);
    await runDueJobs(server.ctx);
    const report = await read(from, from);
    expect(report.volume.all.now).toEqual({ opened: 1, in: 1, out: 1 });
    const before = await countedDays();
    await countAnew(server.ctx, server.site.id, server.site.settings.hours.zone);
    await rollUp(server.ctx, server.site);
    expect(await countedDays()).toEqual(before);
  });

  test('is filled in where facts weren’t kept yet, as it would have been', async () => {
    const from = await nextMonth();
    const secret = newSecret();
    const conversation = await open(secret);
    server.clock.pass(10 * minute);
    await reply(conversation);
    await act(conversation, { status: 'closed' });
    await runDueJobs(server.ctx);
    const counted = [
      'volume',
      'firstReply',
      'resolution',
      'backlog',
      'heat',
      'answered',
      'reopened',
    ] as const;
    const pick = (report: SiteReport) => counted.map((key) => report[key]);
    const [was, kept] = [pick(await read(from, from)), await allFacts()];
    const keptKinds = kept.map(({ kind }) => kind).filter((kind) => !kind.startsWith('promise.'));
    // An installation of before: the log was read, and no facts were kept.
    const { database } = server.ctx;
    await database.write((tx) => [
      tx.delete(facts),
      tx.delete(cursors).where(eq(cursors.reader, factsReader)),
    ]);
    const { recordFacts } = await import('../../server/reports/recorder.ts');
    const [last] = await database.read
      .select({ seq: messages.seq })
      .from(messages)
      .where(eq(messages.conversationId, conversation))
      .orderBy(asc(messages.seq));
    expect(last).toBeDefined();
    // Another server starts on it: it knows of no site whether facts are kept.
    const other = { ...server.ctx, database: { ...database } };
    const at = server.clock.now();
    const event = { siteId: server.site.id, seq: 1_000_000, at, kind: 'site.changed' };
    const write = await recordFacts(other, server.site.id, [
      { ...event, visitorId: null, conversationId: null, subjectId: null, audience: 'staff', amount: null },
    ]);
    await database.write(write);
    await runDueJobs(server.ctx);
    const filled = (await allFacts()).map(({ kind }) => kind);
    const sorted = (kinds: string[]) => kinds.filter((kind) => kind !== 'rating.replaced').sort();
    expect(sorted(filled)).toEqual(sorted(keptKinds));
    await countAnew(server.ctx, server.site.id, server.site.settings.hours.zone);
    expect(pick(await read(from, from))).toEqual(was);
  });

  test('shows the rows behind a number, with a way to the conversation', async () => {
    const from = await nextMonth();
    const conversation = await open(newSecret());
    await reply(conversation);
    await runDueJobs(server.ctx);
    const query = { from: dateOf(from), until: dateOf(from), kind: 'reply.first' } as const;
    const { body } = await server.call(contract.listReportRows, { cookie: bo, query });
    expect(body.rows).toMatchObject([
      { conversation: { id: conversation }, staff: { name: 'Ada Agent' }, channel: 'chat', value: 0 },
    ]);
    const file = await server.request(
      'GET',
      `/api/inbox/${server.site.id}/reports/export?from=${query.from}&until=${query.until}`,
      { headers: { cookie: bo, origin: '' } },
    );
    expect(file.headers.get('content-disposition')).toContain(`report-${query.from}-${query.until}.csv`);
    expect(await file.text()).toContain('first reply median seconds in opening hours,person Ada Agent,0,');
  });

  test('is exported fact by fact for other tools, by day, and again as the same', async () => {
    const from = await nextMonth();
    const conversation = await open(newSecret());
    await reply(conversation);
    await reply(await open(newSecret()), bo);
    await runDueJobs(server.ctx);
    const day = dateOf(from);
    const get = async (cookie: string, format: string, until = day) => {
      const file = await server.request(
        'GET',
        `/api/inbox/${server.site.id}/reports/facts?${new URLSearchParams({ from: day, until, format })}`,
        { headers: { cookie, origin: '' } },
      );
      return { status: file.status, headers: file.headers, text: await file.text() };
    };
    const file = await get(bo, 'jsonl');
    expect(file.headers.get('content-disposition')).toContain(`facts-${day}-${day}.jsonl`);
    const facts = file.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(facts.find(({ kind, subject }) => kind === 'reply.first' && subject === conversation)).toEqual({
      id: expect.any(Number),
      day,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      kind: 'reply.first',
      subject: conversation,
      channel: 'chat',
      team: null,
      person: expect.any(String),
      language: 'en',
      value: 0,
      clock: expect.any(Number),
      state: null,
    });
    // Each once, those of a kind in the order of their times.
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    expect(facts.map(({ kind }) => kind)).toEqual(
      factKinds.flatMap((kind) => facts.filter((fact) => fact.kind === kind).map(() => kind)),
    );
    expect((await get(bo, 'jsonl')).text).toBe(file.text);
    const table = (await get(bo, 'csv')).text.trim().split('\r\n');
    expect(table[0]).toBe('id,day,at,kind,subject,channel,team,person,language,value,clock,state');
    expect(table).toHaveLength(facts.length + 1);
    // PostgreSQL shows the same in a view, with the people's ids for whoever may read the database.
    if (server.ctx.database.dialect === 'postgres') {
      const inView = await server.ctx.database.raw<Record<string, unknown>>(
        'select * from report_facts where site = $1 and day = $2',
        [server.site.key, day],
      );
      const byId = (one: Record<string, unknown>, other: Record<string, unknown>): number =>
        Number(one['id']) - Number(other['id']);
      expect(
        inView
          .map(
            ({ site: _, team_name: __, ...fact }): Record<string, unknown> => ({
              ...fact,
              at: new Date(fact['at'] as string).toISOString(),
            }),
          )
          .sort(byId),
      ).toEqual(facts.toSorted(byId));
    }
    // An agent's file names nobody else.
    const own = (await get(ada, 'jsonl')).text;
    expect(own).not.toBe(file.text);
    expect(own.trim().split('\n')).toHaveLength(facts.length);
    const me = (await server.call(getMe, { cookie: ada })).body.id;
    expect(new Set(own.match(/"person":"([^"]+)"/g))).toEqual(new Set([`"person":"${me}"`]));
    expect(await get(bo, 'xml')).toMatchObject({ status: 400 });
    expect(await get(bo, 'csv', dateOf(from + 100 * 86_400_000))).toMatchObject({ status: 400 });
  });

  test('shows agents their own figures, and admins those of others unless the site hides them', async () => {
    const from = await nextMonth();
    const conversation = await open(newSecret());
    await reply(conversation, bo);
    await runDueJobs(server.ctx);
    expect((await read(from, from)).firstReply.people).toMatchObject([{ name: 'Bo Boss' }]);
    const own = await read(from, from, ada);
    expect([own.people, own.firstReply.people]).toEqual(['own', []]);
    expect(own.firstReply.all.now.n).toBe(1);
    const query = { from: dateOf(from), until: dateOf(from), kind: 'reply.first' } as const;
    const { body } = await server.call(contract.listReportRows, { cookie: ada, query });
    expect(body.rows).toMatchObject([{ staff: null, conversation: { id: conversation } }]);
    const staff = body.rows[0] && (await server.call(getMe, { cookie: bo })).body.id;
    const refused = await server.call(contract.listReportRows, { cookie: ada, query: { ...query, staff } });
    expect(refused.status).toBe(403);
    // Hidden by the site: an admin sees their own, and the team's.
    const show = async (showPeople: boolean) => {
      const { document, revision } = (await server.call(getSaved, { cookie: bo })).body;
      document.settings.reports = { showPeople };
      expect((await server.call(putSettings, { cookie: bo, body: { revision, document } })).status).toBe(200);
    };
    await show(false);
    try {
      const other = await open(newSecret());
      await reply(other);
      await runDueJobs(server.ctx);
      const hidden = await read(from, from);
      expect([hidden.people, hidden.firstReply.people.map(({ name }) => name)]).toEqual(['own', ['Bo Boss']]);
      expect(hidden.firstReply.all.now.n).toBe(2);
    } finally {
      await show(true);
    }
  });

  test('stays counted when the person is erased, and is nothing of theirs', async () => {
    const from = await nextMonth();
    const secret = newSecret();
    const conversation = await open(secret);
    await reply(conversation);
    await act(conversation, { status: 'closed' });
    await open(secret);
    await runDueJobs(server.ctx);
    const { backlog: openBefore, age: _, ...before } = await read(from, from);
    await server.call(eraseOwnData, { secret });
    await runDueJobs(server.ctx);
    const { backlog, age, ...after } = await read(from, from);
    expect(after).toEqual(before);
    // What was open is not any more.
    expect(age.counts.reduce((sum, n) => sum + n, 0)).toBe(backlog.at(-1)?.open);
    expect(backlog.at(-1)?.open).toBe((openBefore.at(-1)?.open ?? 0) - 1);
    const query = { from: dateOf(from), until: dateOf(from), kind: 'reply.first' } as const;
    const { body } = await server.call(contract.listReportRows, { cookie: bo, query });
    expect(body.rows).toMatchObject([{ conversation: null, staff: { name: 'Ada Agent' } }]);
  });

  test('is refused for a period that ends before it begins, or is too long', async () => {
    const ask = (from: string, until: string) =>
      server.call(contract.getSiteReport, { cookie: bo, query: { from, until } });
    expect(await ask('2026-03-02', '2026-03-01')).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid', fields: { until: 'invalid' } } },
    });
    expect(await ask('2020-03-02', '2026-03-01')).toMatchObject({
      body: { error: { fields: { until: 'too_many' } } },
    });
    expect((await ask('2026-02-30', '2026-03-01')).status).toBe(400);
  });
});

/** A person's next step. */
const step = fc.record({
  what: fc.constantFrom(
    'open',
    'say',
    'reply',
    'close',
    'reopen',
    'merge',
    'unmerge',
    'erase',
    'rate',
    'read',
  ),
  which: fc.nat(5),
  later: fc.constantFrom(0, 1_000, 7 * minute, 3 * hour, 30 * hour),
});

interface Modelled {
  id: string;
  secret: string;
  state: 'open' | 'closed' | 'merged' | 'erased';
  since: number;
  openedAt: number;
  hasReply: boolean;
  rated?: { as: 'good' | 'okay' | 'bad'; at: number };
  /** The action by which it was merged. */
  merge?: string;
}

/** Takes steps on the server, and counts beside it what they should come to. */
const takeSteps = async (steps: readonly { what: string; which: number; later: number }[]) => {
  const all: Modelled[] = [];
  const sum = { opened: 0, in: 0, out: 0, reopened: 0, closed: 0, open: 0 };
  const ratings = { good: 0, okay: 0, bad: 0, asked: 0 };
  const [replies, resolutions]: [number[], number[]] = [[], []];
  const { hours } = server.site.settings;
  const secondsOpen = (from: number): number =>
    Math.round((openMinutesBetween(hours, from, server.clock.now()) * minute) / 1_000);
  const secret = newSecret();
  const turn = (one: Modelled, state: Modelled['state']): void => {
    const wasOpen = one.state === 'open';
    sum.open += Number(state === 'open') - Number(wasOpen);
    Object.assign(one, { state, since: server.clock.now() });
  };
  for (const { what, which, later } of steps) {
    await pass(later);
    const now = server.clock.now();
    const living = all.filter(({ state }) => state !== 'erased');
    const one = living.length ? living[which % living.length] : undefined;
    if (what === 'read') await runDueJobs(server.ctx);
    if (what === 'open' || !one) {
      const id = await open(secret);
      all.push({ id, secret, state: 'open', since: now, openedAt: now, hasReply: false });
      sum.opened += 1;
      sum.in += 1;
      sum.open += 1;
    } else if (what === 'say' && one.state !== 'merged') {
      await say(one.secret, one.id);
      sum.in += 1;
      if (one.state === 'closed') {
        sum.reopened += 1;
        turn(one, 'open');
      }
    } else if (what === 'reply' && one.state !== 'merged') {
      await reply(one.id);
      sum.out += 1;
      if (!one.hasReply) replies.push(secondsOpen(one.openedAt));
      one.hasReply = true;
    } else if (what === 'close' && one.state === 'open') {
      await act(one.id, { status: 'closed' });
      resolutions.push(secondsOpen(one.since));
      sum.closed += 1;
      turn(one, 'closed');
    } else if (what === 'reopen' && one.state === 'closed') {
      await act(one.id, { status: 'open' });
      sum.reopened += 1;
      turn(one, 'open');
    } else if (what === 'merge' && one.state === 'open') {
      const into = living.find((other) => other !== one && other.state === 'open');
      if (!into) continue;
      one.merge = newId();
      await act(one.id, { mergeInto: into.id }, one.merge);
      turn(one, 'merged');
    } else if (what === 'unmerge' && one.state === 'merged' && one.merge) {
      const undone = await server.call(inbox.undoAction, { cookie: ada, path: { action: one.merge } });
      const into = (await server.call(inbox.getInboxThread, { cookie: ada, path: { conversation: one.id } }))
        .body;
      // Nothing is undone after a minute.
      expect(undone.status).toBe(now - one.since > minute ? 404 : 200);
      if (!into.conversation.mergedInto) turn(one, 'open');
    } else if (what === 'rate' && one.state !== 'merged') {
      const rating = (['good', 'okay', 'bad'] as const)[which % 3] ?? 'okay';
      // Later than two weeks it can't be changed any more.
      if (one.rated && now - one.rated.at > 13 * day) continue;
      expect((await rate(one.secret, one.id, rating)).status).toBe(200);
      if (one.rated) ratings[one.rated.as] -= 1;
      else ratings.asked += 1;
      ratings[rating] += 1;
      one.rated = { as: rating, at: one.rated?.at ?? now };
    } else if (what === 'erase' && which === 5 && living.length > 3) {
      await server.call(eraseOwnData, { secret });
      await runDueJobs(server.ctx);
      for (const each of living) turn(each, 'erased');
      break;
    }
  }
  await runDueJobs(server.ctx);
  return { sum, ratings, replies, resolutions };
};

test('figures are what a count of one’s own comes to, whatever happens and whenever the log is read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 22 }), async (steps) => {
      const from = await nextMonth();
      const openBefore = (await read(from - day, from - day)).backlog.at(-1)?.open ?? 0;
      const { sum, ratings, replies, resolutions } = await takeSteps(steps);
      const report = await read(from, server.clock.now());
      const { opened, in: came, out, ...others } = sum;
      expect(report.volume.all.now).toEqual({ opened, in: came, out });
      expect(report.ratings.now).toMatchObject(ratings);
      expect(report.reopened.now).toEqual({ hits: others.reopened, of: others.closed });
      expect((report.backlog.at(-1)?.open ?? 0) - openBefore).toBe(others.open);
      const median = (times: number[]): number | null =>
        times.sort((one, other) => one - other)[Math.max(0, Math.ceil(times.length / 2) - 1)] ?? null;
      expect([report.firstReply.all.now.n, report.firstReply.all.now.median]).toEqual([
        replies.length,
        median(replies),
      ]);
      expect(report.resolution.all.now.median).toBe(median(resolutions));
    }),
    { numRuns: 12, seed: 7 },
  );
  const [before, kept] = [await countedDays(), await allFacts()];
  await countAnew(server.ctx, server.site.id, server.site.settings.hours.zone);
  await rollUp(server.ctx, server.site);
  expect(await countedDays()).toEqual(before);
  // Places without a gap: none was skipped, and none came twice.
  expect(kept.map(({ place }) => place)).toEqual(kept.map((_, index) => index + (kept[0]?.place ?? 0)));
});
