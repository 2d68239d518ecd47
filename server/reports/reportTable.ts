import { stringify } from 'csv-stringify/sync';
import type { Durations, SiteReport } from '../../shared/reports/schema.ts';

type Line = [figure: string, of: string, now: number | null, before: number | null, change: string | null];

const durationLines = (figure: string, { all, channels, teams, people }: Durations): Line[] =>
  [
    { ...all, of: '' },
    ...channels.map((one) => ({ ...one, of: `channel ${one.id}` })),
    ...teams.map((one) => ({ ...one, of: `team ${one.name || one.id}` })),
    ...people.map((one) => ({ ...one, of: `person ${one.name || one.id}` })),
  ].flatMap(({ of, now, before, change }): Line[] => [
    [`${figure} count`, of, now.n, before.n, null],
    [`${figure} median seconds in opening hours`, of, now.median, before.median, change],
    [`${figure} p90 seconds in opening hours`, of, now.p90, before.p90, null],
    [`${figure} median seconds by the clock`, of, now.clockMedian, before.clockMedian, null],
    [`${figure} p90 seconds by the clock`, of, now.clockP90, before.clockP90, null],
  ]);

const shareLines = (figure: string, { now, before, change }: SiteReport['reopened']): Line[] => [
  [`${figure} count`, '', now.hits, before.hits, change],
  [`${figure} of`, '', now.of, before.of, null],
];

const countLine = (figure: string, { now, before }: SiteReport['comments']): Line => [
  figure,
  '',
  now,
  before,
  null,
];

const percent = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 1_000) / 10;

const satisfied = ({ good, okay, bad }: SiteReport['ratings']['now']): number | null =>
  percent(good + okay + bad ? good / (good + okay + bad) : null);

const linesOf = (report: SiteReport): Line[] => {
  const { volume, promises, selfService, callbacks, nps, ratings } = report;
  return [
    ...[{ channel: '', ...volume.all }, ...volume.channels].flatMap(({ channel, now, before }) =>
      (['opened', 'in', 'out'] as const).map(
        (key): Line => [
          { opened: 'conversations', in: 'messages from visitors', out: 'replies' }[key],
          channel && `channel ${channel}`,
          now[key],
          before[key],
          null,
        ],
      ),
    ),
    ...durationLines('first reply', report.firstReply),
    ...durationLines('resolution', report.resolution),
    ...shareLines('promises kept', promises.kept),
    countLine('promises moved', promises.moved),
    ...shareLines('reopened', report.reopened),
    ...shareLines('answered by a suggestion', selfService.solved),
    ...shareLines('suggestions opened', selfService.opened),
    ...shareLines('suggestions that helped', selfService.helped),
    ...shareLines('asked after searching in vain', selfService.inVain),
    countLine('calls requested', callbacks.requested),
    countLine('calls attempted', callbacks.attempts),
    ...shareLines('calls reached', callbacks.reached),
    ...shareLines('calls reached within 20 minutes', callbacks.soon),
    ['NPS', '', nps.now.score, nps.before.score, nps.change],
    ['NPS answers', '', nps.now.n, nps.before.n, null],
    ...(['good', 'okay', 'bad'] as const).map(
      (key): Line => [`rated ${key}`, '', ratings.now[key], ratings.before[key], null],
    ),
    ...shareLines('ratings of those asked', ratings.responses),
    ...[
      { ...ratings, of: '' },
      ...ratings.channels.map((one) => ({ ...one, of: `channel ${one.id}` })),
      ...ratings.teams.map((one) => ({ ...one, of: `team ${one.name || one.id}` })),
    ].flatMap(({ of, now, before, change }): Line[] => [
      ['satisfied % of ratings', of, satisfied(now), satisfied(before), change],
      ['satisfied % from', of, percent(now.from), percent(before.from), null],
      ['satisfied % to', of, percent(now.to), percent(before.to), null],
    ]),
    countLine('comments', report.comments),
    countLine('public answers by the team', report.answers.staff),
    countLine('public answers by visitors', report.answers.visitors),
    ['people online on average', '', report.online?.average ?? null, null, null],
    ...['under 1 day', '1 to 3 days', '3 to 7 days', 'over 7 days'].map(
      (of, index): Line => ['open at the end by age', of, report.age.counts[index] ?? 0, null, null],
    ),
    ...report.backlog.map(({ day, open }): Line => ['open at the end of the day', day, open, null, null]),
  ];
};

/** A report as a table for a spreadsheet (RFC 4180), with a mark that tells Excel that it is UTF-8. */
export const tableOfReport = (report: SiteReport): string =>
  stringify(linesOf(report), {
    bom: true,
    header: true,
    columns: [
      'figure',
      'of',
      `${report.period.from} to ${report.period.until}`,
      `${report.before.from} to ${report.before.until}`,
      'change',
    ],
    escape_formulas: true,
    record_delimiter: 'windows',
  });
