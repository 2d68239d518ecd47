import type { ReportInsights, SiteReport } from '../../../shared/reports/schema.ts';
import { unhelpfulOf } from '../insights.ts';

/** An hour of the week by the site's clock; Monday is 0. */
export interface WeekHour {
  weekday: number;
  hour: number;
}

/** Something that a report is worth reading for. */
export type Finding =
  | { kind: 'promises'; now: number; before: number }
  | { kind: 'replySlower' | 'replyFaster'; now: number | null; before: number | null }
  | { kind: 'nps'; now: number; before: number }
  | { kind: 'ratings'; now: number; before: number }
  | { kind: 'backlog'; now: number; before: number }
  | { kind: 'vain'; now: number }
  | { kind: 'closedHour'; now: number; at: WeekHour }
  | { kind: 'absent'; now: number; seconds: number; at: WeekHour }
  | { kind: 'old'; now: number }
  | { kind: 'topic'; now: number; words: string[] }
  | { kind: 'unhelpful'; now: number; of: number; title: string }
  | { kind: 'selfService'; now: number; before: number };

/** So many are a reason to write of them. */
const [minLate, minVain, minMessages, minGrowth, minOld] = [3, 5, 5, 5, 10];
/** A backlog that grew by less of itself is a usual day's. */
const growth = 0.2;

const shareOf = ({ hits, of }: { hits: number; of: number }): number => (of ? hits / of : 0);

const promisesOf = ({ promises: { kept } }: SiteReport): Finding[] => {
  const [now, before] = [kept.now.of - kept.now.hits, kept.before.of - kept.before.hits];
  return kept.change === 'worse' || (now >= minLate && now > before && kept.change !== 'better')
    ? [{ kind: 'promises', now, before }]
    : [];
};

const replyOf = ({ firstReply: { all } }: SiteReport, change: 'better' | 'worse'): Finding[] =>
  all.change === change
    ? [
        {
          kind: change === 'worse' ? 'replySlower' : 'replyFaster',
          now: all.now.median,
          before: all.before.median,
        },
      ]
    : [];

const opinionsOf = ({ nps, ratings }: SiteReport): Finding[] => {
  const good = (of: SiteReport['ratings']['now']): number =>
    shareOf({ hits: of.good, of: of.good + of.okay + of.bad });
  return [
    ...(nps.change === 'worse'
      ? [{ kind: 'nps' as const, now: nps.now.score ?? 0, before: nps.before.score ?? 0 }]
      : []),
    ...(ratings.change === 'worse'
      ? [{ kind: 'ratings' as const, now: good(ratings.now), before: good(ratings.before) }]
      : []),
  ];
};

const backlogOf = ({ backlog, openBefore: before }: SiteReport): Finding[] => {
  const now = backlog.at(-1)?.open ?? before;
  return now - before >= Math.max(minGrowth, before * growth) ? [{ kind: 'backlog', now, before }] : [];
};

/** The hour in which most is written while nobody is expected to be there. */
const closedHourOf = ({ heat }: SiteReport, isClosed: (at: WeekHour) => boolean): Finding[] => {
  const [busiest] = heat
    .flatMap((hours, weekday) => hours.map((now, hour) => ({ now, at: { weekday, hour } })))
    .filter(({ now, at }) => now >= minMessages && isClosed(at))
    .sort((one, other) => other.now - one.now);
  return busiest ? [{ kind: 'closedHour', ...busiest }] : [];
};

/** Hours that nobody covers: where people wait longest, else where they write outside opening hours. */
const hoursOf = (report: SiteReport, isClosed: (at: WeekHour) => boolean): Finding[] => {
  const { waiting } = report;
  return waiting
    ? [
        {
          kind: 'absent',
          now: waiting.n,
          seconds: waiting.seconds,
          at: { weekday: waiting.weekday, hour: waiting.hour },
        },
      ]
    : closedHourOf(report, isClosed);
};

/** The topic of most people, and the article that most readers found of no help. */
const contentOf = (insights: ReportInsights): Finding[] => {
  const [topic] = insights.topics;
  const [article] = unhelpfulOf(insights);
  return [
    ...(topic ? [{ kind: 'topic' as const, now: topic.people, words: topic.words }] : []),
    ...(article
      ? [
          {
            kind: 'unhelpful' as const,
            now: article.helped.now.hits,
            of: article.helped.now.of,
            title: article.title,
          },
        ]
      : []),
  ];
};

const oldOf = ({ age }: SiteReport): Finding[] => {
  const now = age.counts.at(-1) ?? 0;
  return now >= minOld ? [{ kind: 'old', now }] : [];
};

/**
 * The three things of a report that matter most, what went wrong first; none of a quiet period. Differences are said
 * where chance would rarely make them.
 */
export const findingsOf = (
  report: SiteReport,
  insights: ReportInsights,
  isClosed: (at: WeekHour) => boolean,
): Finding[] => {
  const { inVain, solved } = report.selfService;
  return [
    ...promisesOf(report),
    ...replyOf(report, 'worse'),
    ...opinionsOf(report),
    ...backlogOf(report),
    ...contentOf(insights),
    ...(inVain.now.hits >= minVain ? [{ kind: 'vain' as const, now: inVain.now.hits }] : []),
    ...hoursOf(report, isClosed),
    ...oldOf(report),
    ...replyOf(report, 'better'),
    ...(solved.change === 'better'
      ? [{ kind: 'selfService' as const, now: shareOf(solved.now), before: shareOf(solved.before) }]
      : []),
  ].slice(0, 3);
};
