import type { Durations, ReportQuery, SiteReport } from '../../shared/reports/schema.ts';
import type { FactKind } from '../../shared/core/facts/kinds.ts';
import type { Context } from '../context.ts';
import { BoundedMap } from '../core/boundedMap.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { changeBetween, figureOf } from '../core/statistics/netScore.ts';
import { changeOf, compareShare, compareTimes } from './changes.ts';
import { settleOnline } from '../core/people/staff/onlineHours.ts';
import { ageOf } from './age.ts';
import { createCalendar, instantsOf, plusDays, weekdayOf } from './days.ts';
import { periodsOf } from './periods.ts';
import { onlineOf, waitingOf } from './presence.ts';
import { findBefore, findFirstOnline, findNames, findReportCursor } from './queries.ts';
import { type CountedDay, readDays } from './readDays.ts';
import { ratingsOf } from './ratings.ts';
import { rollUp } from './rollUp.ts';
import { shareOf, Tally, volumeOf } from './tally.ts';

/** The reader of a report: decides whose figures are shown. */
export interface Asker {
  staffId: string;
  seesPeople: boolean;
}

type Both = readonly [now: Tally, before: Tally];

const both = <Figure>([now, before]: Both, of: (tally: Tally) => Figure) => ({
  now: of(now),
  before: of(before),
});

const durationsOf = (
  tallies: Both,
  kind: FactKind,
  names: { teams: Map<string, string>; people: Map<string, string> },
): Durations => {
  const [now, before] = tallies;
  const nothing = { open: new Uint32Array(), clock: new Uint32Array() };
  const [period, periodBefore] = [now.times(kind), before.times(kind)];
  const grouped = (key: 'channel' | 'teamId' | 'staffId', name: (id: string) => string) => {
    const [times, timesBefore] = [period.by[key], periodBefore.by[key]];
    return [...new Set([...times.keys(), ...timesBefore.keys()])].sort().map((id) => ({
      id,
      name: name(id),
      ...compareTimes(times.get(id) ?? nothing, timesBefore.get(id) ?? nothing),
    }));
  };
  return {
    all: compareTimes(period.all, periodBefore.all),
    channels: grouped('channel', () => ''),
    teams: grouped('teamId', (id) => names.teams.get(id) ?? ''),
    people: grouped('staffId', (id) => names.people.get(id) ?? '').filter(({ id }) => names.people.has(id)),
  };
};

/** Counts of something by weekday and hour. */
const weekOf = (days: readonly CountedDay[], ...kinds: FactKind[]): number[][] => {
  const heat = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { day, counted } of days) {
    const row = heat[weekdayOf(day)] ?? [];
    for (const kind of kinds)
      for (const [hour, n] of (counted[kind]?.hours ?? []).entries()) row[hour] = (row[hour] ?? 0) + n;
  }
  return heat;
};

const scoreOf = (tally: Tally) => {
  const counted = [0, 0, 0];
  for (let score = 0; score <= 10; score++) {
    const group = score >= 9 ? 0 : score >= 7 ? 1 : 2;
    counted[group] =
      (counted[group] ?? 0) +
      tally.countValue('nps.answered', String(score)) -
      tally.countValue('nps.replaced', String(score));
  }
  const [promoters = 0, passives = 0, detractors = 0] = counted.map((n) => Math.max(0, n));
  return figureOf(promoters, passives, detractors);
};

const npsOf = ([now, before]: Both): SiteReport['nps'] => {
  const [score, old] = [scoreOf(now), scoreOf(before)];
  const change = changeBetween(old, score);
  return {
    now: score,
    before: old,
    change: changeOf([score.n, old.n], change?.p ?? null, change?.value ? change.value > 0 : null),
  };
};

const sharesOf = (tallies: Both) => {
  const shares = (hits: FactKind, of: FactKind[], more = true) => {
    const { now, before } = both(tallies, (tally) =>
      shareOf(
        tally.count(hits),
        of.reduce((sum, kind) => sum + tally.count(kind), 0),
      ),
    );
    return compareShare(now, before, more);
  };
  const asked = (hits: FactKind, others: FactKind[], more = true) => {
    const { now, before } = both(tallies, (tally) =>
      shareOf(
        tally.count(hits),
        others.reduce((sum, kind) => sum + tally.count(kind), tally.count('conversation.opened', 'ask')),
      ),
    );
    return compareShare(now, before, more);
  };
  return { shares, asked };
};

/** The report's parts that are shares and counts. */
const countedOf = (
  tallies: Both,
): Pick<SiteReport, 'promises' | 'reopened' | 'selfService' | 'callbacks' | 'comments' | 'answers'> => {
  const { shares, asked } = sharesOf(tallies);
  const counts = (kind: FactKind) => both(tallies, (tally) => tally.count(kind));
  const soon = both(tallies, (tally) =>
    shareOf(tally.countValue('call.reached', 'soon'), tally.count('call.reached')),
  );
  return {
    promises: {
      kept: shares('promise.kept', ['promise.kept', 'promise.broken']),
      moved: counts('promise.moved'),
    },
    reopened: shares('conversation.reopened', ['conversation.closed'], false),
    selfService: {
      solved: asked('suggestion.solved', ['suggestion.solved']),
      opened: shares('suggestion.opened', ['suggestion.shown']),
      helped: shares('suggestion.solved', ['suggestion.solved', 'suggestion.not_quite']),
      inVain: asked('search.vain', [], false),
    },
    callbacks: {
      requested: counts('call.requested'),
      attempts: counts('call.attempted'),
      reached: shares('call.reached', ['call.reached', 'call.expired', 'call.wrong_number']),
      soon: compareShare(soon.now, soon.before),
    },
    comments: counts('comment.added'),
    answers: { staff: counts('answer.staff'), visitors: counts('answer.visitor') },
  };
};

/** Each day of a period, also those of which nothing is known. */
const eachDay = (from: string, days: number): string[] =>
  Array.from({ length: days }, (_, index) => plusDays(from, index));

const composeReport = async (
  ctx: Context,
  site: Site,
  { period, before, days }: ReturnType<typeof periodsOf>,
  asker: Asker,
): Promise<SiteReport> => {
  const rows = await readDays(ctx, site.id, period.from, period.until);
  const tallies = [
    new Tally(rows),
    new Tally(await readDays(ctx, site.id, before.from, before.until)),
  ] as const;
  const { open, since } = await findBefore(ctx, site.id, period.from);
  const found = await findNames(ctx, site.id);
  const kinds = ['reply.first', 'conversation.closed'] as const;
  const everybody = [
    ...new Set(tallies.flatMap((tally) => kinds.flatMap((kind) => [...tally.times(kind).by.staffId.keys()]))),
  ].sort();
  const shown = asker.seesPeople ? everybody : everybody.filter((id) => id === asker.staffId);
  const names = { teams: found.teams, people: await found.name(shown) };
  const { zone } = site.settings.hours;
  const now = ctx.clock.now();
  const calendar = createCalendar(zone);
  const firstOnline = await findFirstOnline(ctx, site.id);
  const { day: today, hour } = calendar(now);
  const online = onlineOf(rows, period, firstOnline === null ? null : calendar(firstOnline).day, {
    day: today,
    hours: hour,
  });
  const byDay = new Map(rows.map((row) => [row.day, row]));
  let isOpen = open;
  const volumes = [
    ...new Set(
      tallies.flatMap((tally) => tally.channels(['conversation.opened', 'message.in', 'message.out'])),
    ),
  ];
  return {
    period,
    before,
    zone,
    since,
    people: asker.seesPeople ? 'all' : 'own',
    volume: {
      all: both(tallies, (tally) => volumeOf(tally)),
      channels: volumes.sort().map((channel) => ({
        channel,
        ...both(tallies, (tally) => volumeOf(tally, channel)),
      })),
      days: eachDay(period.from, days).map((day) => {
        const row = byDay.get(day);
        return { day, ...volumeOf(new Tally(row ? [row] : [])) };
      }),
    },
    heat: weekOf(rows, 'message.in'),
    answered: weekOf(rows, 'message.out', 'answer.staff', 'answer.visitor'),
    online,
    waiting: waitingOf(rows, online),
    age: await ageOf(ctx, site.id, Math.min(now, instantsOf(period.from, period.until, zone).until - 1)),
    firstReply: durationsOf(tallies, 'reply.first', names),
    resolution: durationsOf(tallies, 'conversation.closed', names),
    openBefore: Math.max(0, open),
    backlog: eachDay(period.from, days).map((day) => {
      isOpen += byDay.get(day)?.opened ?? 0;
      return { day, open: Math.max(0, isOpen) };
    }),
    ...countedOf(tallies),
    nps: npsOf(tallies),
    ratings: ratingsOf(tallies, names.teams),
  };
};

/** Reports that are at hand, over all sites; and for how long, milliseconds: names of people may change meanwhile. */
const [maxReports, maxAge] = [200, 60_000];

const caches = new WeakMap<Context['database'], BoundedMap<string, { at: number; report: SiteReport }>>();

/**
 * Everything that the reports show of a period, and how it differs from another.
 * @throws Failure `invalid` for a period that ends before it begins, or is too long
 */
export const makeSiteReport = async (
  ctx: Context,
  site: Site,
  query: ReportQuery,
  asker: Asker,
): Promise<SiteReport> => {
  const periods = periodsOf(query);
  await settleOnline(ctx, site);
  await rollUp(ctx, site);
  const cursor = await findReportCursor(ctx, site.id);
  const { period, before } = periods;
  const key = JSON.stringify([
    site.id,
    period,
    before,
    cursor?.place,
    site.settings.hours.zone,
    asker.seesPeople ? '' : asker.staffId,
  ]);
  const cache = caches.get(ctx.database) ?? new BoundedMap(maxReports);
  caches.set(ctx.database, cache);
  const known = cache.get(key);
  if (known && ctx.clock.monotonic() - known.at <= maxAge) return known.report;
  const report = await composeReport(ctx, site, periods, asker);
  cache.set(key, { at: ctx.clock.monotonic(), report });
  return report;
};
