import { expect, test } from 'vitest';
import { composeMail } from '../../server/reports/mail/compose.ts';
import { dueOf, latestDue, nextDue } from '../../server/reports/mail/due.ts';
import { type Finding, findingsOf } from '../../server/reports/mail/findings.ts';
import { reportMailLocales } from '../../server/reports/mail/texts.ts';
import { shareInterval } from '../../server/core/statistics/shareInterval.ts';
import type { ReportInsights, SiteReport } from '../../shared/reports/schema.ts';

const share = (hits: number, of: number, before = [hits, of]) => ({
  now: { hits, of },
  before: { hits: before[0] ?? 0, of: before[1] ?? 0 },
  change: 'same' as const,
});
const median = (n: number, value: number) => ({
  n,
  median: value,
  p90: value,
  clockMedian: value,
  clockP90: value,
});
const times = { all: { now: median(20, 600), before: median(20, 600), change: 'same' as const } };
const durations = { ...times, channels: [], teams: [], people: [] };
const volume = { opened: 3, in: 5, out: 4 };
const nps = { n: 20, promoters: 10, passives: 5, detractors: 5, score: 25, from: 5, to: 45 };
const count = { now: 1, before: 1 };
const ratings = { good: 8, okay: 1, bad: 1, asked: 20, from: 0.49, to: 0.94 };

const quiet: SiteReport = {
  period: { from: '2026-10-19', until: '2026-10-25' },
  before: { from: '2026-10-12', until: '2026-10-18' },
  zone: 'Europe/Athens',
  since: '2026-01-01',
  people: 'own',
  volume: {
    all: { now: volume, before: volume },
    channels: [],
    days: Array.from({ length: 7 }, (_, index) => ({ day: `2026-10-${19 + index}`, ...volume })),
  },
  heat: Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 1)),
  answered: [],
  online: null,
  waiting: null,
  age: { at: Date.UTC(2026, 9, 25), counts: [5, 3, 2, 1], oldest: [] },
  firstReply: durations,
  resolution: durations,
  promises: { kept: share(20, 22), moved: count },
  openBefore: 10,
  backlog: [{ day: '2026-10-25', open: 11 }],
  reopened: share(1, 20),
  selfService: { solved: share(5, 20), opened: share(5, 20), helped: share(5, 20), inVain: share(2, 20) },
  callbacks: { requested: count, attempts: count, reached: share(1, 1), soon: share(1, 1) },
  nps: { now: nps, before: nps, change: 'same' },
  ratings: {
    now: ratings,
    before: ratings,
    change: 'same',
    responses: { now: { hits: 10, of: 20 }, before: { hits: 10, of: 20 }, change: 'same' },
    channels: [],
    teams: [],
  },
  comments: count,
  answers: { staff: count, visitors: count },
};
const nothing: ReportInsights = {
  period: quiet.period,
  before: quiet.before,
  gaps: [],
  articles: [],
  topics: [],
  prompts: [],
};
const article = (hits: number, of: number): ReportInsights['articles'][number] => {
  const [from, to] = shareInterval(hits, of);
  const helped = share(hits, of);
  return { id: 'a', title: 'Returns', path: '/a', language: 'en', reads: count, helped, from, to };
};
const topic: ReportInsights['topics'][number] = {
  id: 't',
  language: 'en',
  words: ['checkout', 'error'],
  people: 12,
  items: 20,
  usual: 1,
  chance: 0.000_1,
  startedAt: 0,
};
const kindsOf = (
  change: Partial<SiteReport>,
  isClosed = () => false,
  insights: Partial<ReportInsights> = {},
) => findingsOf({ ...quiet, ...change }, { ...nothing, ...insights }, isClosed).map(({ kind }) => kind);

test('a quiet week has nothing to say', () => {
  expect(kindsOf({})).toEqual([]);
});

test('each thing that matters is found by its rule', () => {
  const { firstReply, selfService } = quiet;
  const reply = (change: 'better' | 'worse') => ({ ...firstReply, all: { ...firstReply.all, change } });
  const heat = quiet.heat.map((row, day) => row.map((n, hour) => (day === 5 && hour === 10 ? 28 : n)));
  expect(kindsOf({ promises: { ...quiet.promises, kept: share(17, 20, [19, 20]) } })).toEqual(['promises']);
  // Fewer than before, or too few to write of.
  expect(kindsOf({ promises: { ...quiet.promises, kept: share(17, 20, [15, 20]) } })).toEqual([]);
  expect(kindsOf({ promises: { ...quiet.promises, kept: share(19, 21, [20, 21]) } })).toEqual([]);
  expect(kindsOf({ firstReply: reply('worse') })).toEqual(['replySlower']);
  expect(kindsOf({ firstReply: reply('better') })).toEqual(['replyFaster']);
  expect(kindsOf({ nps: { ...quiet.nps, change: 'worse' } })).toEqual(['nps']);
  expect(kindsOf({ ratings: { ...quiet.ratings, change: 'worse' } })).toEqual(['ratings']);
  expect(kindsOf({ backlog: [{ day: '2026-10-25', open: 15 }] })).toEqual(['backlog']);
  expect(kindsOf({ openBefore: 100, backlog: [{ day: '2026-10-25', open: 110 }] })).toEqual([]);
  expect(kindsOf({ selfService: { ...selfService, inVain: share(5, 20) } })).toEqual(['vain']);
  expect(
    kindsOf({ selfService: { ...selfService, solved: { ...selfService.solved, change: 'better' } } }),
  ).toEqual(['selfService']);
  expect(kindsOf({ heat })).toEqual([]);
  expect(findingsOf({ ...quiet, heat }, nothing, ({ weekday }) => weekday > 4)).toEqual([
    { kind: 'closedHour', now: 28, at: { weekday: 5, hour: 10 } },
  ]);
  const waiting = { weekday: 1, hour: 18, n: 12, seconds: 90_000 };
  // Where people wait is more than where they write.
  expect(kindsOf({ heat, waiting }, () => true)).toEqual(['absent']);
  expect(kindsOf({ age: { ...quiet.age, counts: [0, 0, 0, 10] } })).toEqual(['old']);
  expect(kindsOf({}, undefined, { topics: [topic] })).toEqual(['topic']);
  expect(kindsOf({}, undefined, { articles: [article(2, 14)] })).toEqual(['unhelpful']);
  // Too few, or so few that it may be half.
  expect(kindsOf({}, undefined, { articles: [article(0, 9), article(4, 12)] })).toEqual([]);
  // Three at the most, what went wrong before what went well.
  expect(
    kindsOf({
      firstReply: reply('better'),
      nps: { ...quiet.nps, change: 'worse' },
      backlog: [{ day: '2026-10-25', open: 30 }],
      selfService: { ...selfService, inVain: share(9, 20) },
    }),
  ).toEqual(['nps', 'backlog', 'vain']);
});

test('every language says it without a place left open', () => {
  const all = [
    { kind: 'promises', now: 4, before: 1 },
    { kind: 'replySlower', now: 5_400, before: 600 },
    { kind: 'replyFaster', now: 60, before: 600 },
    { kind: 'nps', now: -4.6, before: 25 },
    { kind: 'ratings', now: 0.5, before: 0.8 },
    { kind: 'backlog', now: 15, before: 10 },
    { kind: 'vain', now: 9 },
    { kind: 'closedHour', now: 28, at: { weekday: 5, hour: 10 } },
    { kind: 'selfService', now: 0.4, before: 0.2 },
    { kind: 'absent', now: 12, seconds: 90_000, at: { weekday: 1, hour: 22 } },
    { kind: 'old', now: 12 },
    { kind: 'topic', now: 12, words: ['checkout', 'error'] },
    { kind: 'unhelpful', now: 2, of: 14, title: 'Returns' },
  ] satisfies Finding[];
  const gap = { title: 'Send it back', people: 5, times: 6, nothing: 4 };
  const insights = { ...nothing, gaps: [gap], topics: [topic], articles: [article(2, 14)] };
  for (const [tag, texts] of Object.entries(reportMailLocales)) {
    const { paragraphs, compared, figures } = composeMail(quiet, insights, all, texts, tag);
    expect(paragraphs).toHaveLength(14);
    expect(figures.lists.map(({ rows }) => rows.length)).toEqual([4, 1, 1, 1]);
    expect(JSON.stringify(figures.lists)).not.toMatch(/\{(now|share|n)\}|undefined|NaN/);
    expect([...paragraphs, compared].join(' ')).not.toMatch(/[{}]|undefined|NaN/);
  }
});

test('is due at seven by the site’s clock, whatever happened to it', () => {
  const zone = 'Europe/Athens';
  // Clocks go back on 25 October, and forward on 29 March.
  expect(dueOf('week', '2026-10-12', zone).at).toBe(Date.UTC(2026, 9, 19, 4));
  expect(dueOf('week', '2026-10-19', zone).at).toBe(Date.UTC(2026, 9, 26, 5));
  expect(dueOf('week', '2026-03-23', zone).at).toBe(Date.UTC(2026, 2, 30, 4));
  const now = Date.UTC(2026, 9, 26, 4, 59);
  expect([latestDue('week', now, zone).from, nextDue('week', now, zone).from]).toEqual([
    '2026-10-12',
    '2026-10-19',
  ]);
  expect(latestDue('week', now + 60_000, zone).query).toEqual({
    from: '2026-10-19',
    until: '2026-10-25',
    beforeFrom: '2026-10-12',
    beforeUntil: '2026-10-18',
  });
  expect(latestDue('month', Date.UTC(2026, 2, 15), zone).query).toEqual({
    from: '2026-02-01',
    until: '2026-02-28',
    beforeFrom: '2026-01-01',
    beforeUntil: '2026-01-31',
  });
});
