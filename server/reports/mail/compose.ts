import { durationText } from '../../../shared/reports/durationText.ts';
import type { ReportInsights, SiteReport } from '../../../shared/reports/schema.ts';
import type { LetterFigures } from '../../core/mail/letterFigures.tsx';
import { fill } from '../../core/pages/texts.ts';
import { plusDays } from '../days.ts';
import { unhelpfulOf } from '../insights.ts';
import type { Finding, WeekHour } from './findings.ts';
import type { ReportMailTexts } from './textShape.ts';

/** Formats of numbers and times in a reader's language. */
export const formatsOf = (tag: string) => {
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag === 'en' ? 'en-GB' : tag, { ...options, timeZone: 'UTC' });
  const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
  const [long, short] = [
    date({ dateStyle: 'medium' }),
    date({ weekday: 'short', day: 'numeric', month: 'short' }),
  ];
  return {
    number: (value: number): string => number.format(value),
    percent: (value: number): string => percent.format(value),
    duration: (seconds: number | null): string => durationText(tag, seconds),
    range: (from: string, until: string): string => long.formatRange(at(from), at(until)),
    day: (day: string): string => short.format(at(day)),
    shortWeekday: (weekday: number): string =>
      date({ weekday: 'short' }).format(Date.UTC(1970, 0, 5 + weekday)),
    decimal: (value: number): string =>
      new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }).format(value),
    // 5 January 1970 was a Monday.
    weekHour: ({ weekday, hour }: WeekHour) => {
      const instant = Date.UTC(1970, 0, 5 + weekday, hour);
      return {
        weekday: date({ weekday: 'long' }).format(instant),
        hour: date({ hour: 'numeric', minute: '2-digit' }).format(instant),
      };
    },
  };
};
type Formats = ReturnType<typeof formatsOf>;

const sentenceOf = (finding: Finding, texts: ReportMailTexts, formats: Formats): string => {
  const { kind } = finding;
  const text = texts[kind];
  switch (kind) {
    case 'replySlower':
    case 'replyFaster':
      return fill(text, { now: formats.duration(finding.now), before: formats.duration(finding.before) });
    case 'ratings':
    case 'selfService':
      return fill(text, { now: formats.percent(finding.now), before: formats.percent(finding.before) });
    case 'closedHour':
      return fill(text, { now: formats.number(finding.now), ...formats.weekHour(finding.at) });
    case 'absent': {
      const { weekday, hour: from } = formats.weekHour(finding.at);
      const { hour: until } = formats.weekHour({ ...finding.at, hour: finding.at.hour + 2 });
      const now = formats.number(finding.now);
      return fill(text, { now, weekday, from, until, time: formats.duration(finding.seconds) });
    }
    case 'topic':
      return fill(text, { now: formats.number(finding.now), words: finding.words.join(', ') });
    case 'unhelpful':
      return fill(text, {
        title: finding.title,
        now: formats.number(finding.now),
        of: formats.number(finding.of),
      });
    case 'old':
    case 'vain':
      return fill(text, { now: formats.number(finding.now) });
    default:
      return fill(text, { now: formats.number(finding.now), before: formats.number(finding.before) });
  }
};

type Row = LetterFigures['rows'][number];

const rowsOf = (report: SiteReport, texts: ReportMailTexts, formats: Formats): Row[] => {
  const { volume, firstReply, resolution, promises, backlog, selfService, ratings, nps } = report;
  const row = <Value>(name: string, now: Value, before: Value, text: (value: Value) => string): Row => ({
    name,
    now: text(now),
    before: text(before),
  });
  const share = ({ hits, of }: { hits: number; of: number }): string =>
    of ? formats.percent(hits / of) : '–';
  const good = ({ good: hits, okay, bad }: SiteReport['ratings']['now']): string =>
    share({ hits, of: hits + okay + bad });
  const whole = (score: number | null): string => (score === null ? '–' : formats.number(score));
  return [
    row(texts.conversations, volume.all.now.opened, volume.all.before.opened, formats.number),
    row(texts.firstReply, firstReply.all.now.median, firstReply.all.before.median, formats.duration),
    row(texts.resolution, resolution.all.now.median, resolution.all.before.median, formats.duration),
    row(texts.kept, promises.kept.now, promises.kept.before, share),
    row(texts.solved, selfService.solved.now, selfService.solved.before, share),
    row(texts.rated, ratings.now, ratings.before, good),
    row(texts.recommended, nps.now.score, nps.before.score, whole),
    {
      name: texts.open,
      now: formats.number(backlog.at(-1)?.open ?? 0),
      before: formats.number(report.openBefore),
    },
    ...(report.online
      ? [{ name: texts.online, now: formats.decimal(report.online.average), before: '–' }]
      : []),
  ];
};

/** Days of a bar: a month has one for each week. */
const barsOf = ({ volume, period }: SiteReport, texts: ReportMailTexts, formats: Formats) => {
  const size = volume.days.length > 10 ? 7 : 1;
  const rows = Array.from({ length: Math.ceil(volume.days.length / size) }, (_, index) => {
    const days = volume.days.slice(index * size, (index + 1) * size);
    const value = days.reduce((sum, { opened }) => sum + opened, 0);
    const first = plusDays(period.from, index * size);
    return {
      name: size === 1 ? formats.day(first) : formats.range(first, plusDays(first, days.length - 1)),
      value,
      text: formats.number(value),
    };
  });
  return { title: size === 1 ? texts.perDay : texts.perWeek, rows };
};

/** Lines of a list. */
const maxLines = 3;

/** The report's lists in short; those of nothing are left out. */
const listsOf = (report: SiteReport, insights: ReportInsights, texts: ReportMailTexts, formats: Formats) => {
  const people = (text: string, now: number): string => fill(text, { now: formats.number(now) });
  const ages = [texts.ageDay, texts.age3, texts.age7, texts.ageMore];
  return [
    {
      title: texts.byAge,
      rows: ages.flatMap((name, index) => {
        const n = report.age.counts[index] ?? 0;
        return n ? [{ name: `${name}: ${formats.number(n)}`, text: '' }] : [];
      }),
    },
    {
      title: texts.gaps,
      rows: insights.gaps
        .slice(0, maxLines)
        .map(({ title, people: n }) => ({ name: title, text: people(texts.gapLine, n) })),
    },
    {
      title: texts.articles,
      rows: unhelpfulOf(insights)
        .slice(0, maxLines)
        .map(({ title, helped: { now } }) => ({
          name: title,
          text: fill(texts.articleLine, {
            share: formats.percent(now.hits / now.of),
            n: formats.number(now.of),
          }),
        })),
    },
    {
      title: texts.topics,
      rows: insights.topics
        .slice(0, maxLines)
        .map(({ words, people: n }) => ({ name: words.join(', '), text: people(texts.topicLine, n) })),
    },
  ].filter(({ rows }) => rows.length > 0);
};

/** Composes a report's mail: what changed and what to do about it, then the figures. */
export const composeMail = (
  report: SiteReport,
  insights: ReportInsights,
  findings: readonly Finding[],
  texts: ReportMailTexts,
  tag: string,
) => {
  const formats = formatsOf(tag);
  const period = formats.range(report.period.from, report.period.until);
  const before = formats.range(report.before.from, report.before.until);
  return {
    period,
    paragraphs: findings.length
      ? [texts.lead, ...findings.map((finding) => sentenceOf(finding, texts, formats))]
      : [texts.quiet],
    figures: {
      columns: [texts.figure, texts.period, texts.before] as LetterFigures['columns'],
      rows: rowsOf(report, texts, formats),
      bars: barsOf(report, texts, formats),
      lists: listsOf(report, insights, texts, formats),
    },
    compared: fill(texts.compared, { period, before }),
  };
};
