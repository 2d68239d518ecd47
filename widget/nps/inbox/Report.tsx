import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { NpsReport } from '../../../shared/nps/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { Comparison, type Point, Trend } from './charts.tsx';
import { ChangeBox, DistributionBox, RatesBox, type ReportGiven, ScoreBox } from './reportAnswers.tsx';
import { ReportFilters } from './ReportFilters.tsx';
import { reportFormats } from './reportFormats.ts';
import { Box, Table } from './reportParts.tsx';
import { createReportTime, day, type ReportTime } from './reportTime.ts';
import type { StaffWords } from './words.ts';

/** Groups side by side, with the numbers behind them. */
const Compared = (given: {
  question: string;
  points: readonly Point[];
  first: string;
  words: StaffWords;
  /** Stands above the chart. */
  children?: ComponentChildren;
}) =>
  given.points.length > 0 || given.children ? (
    <Box question={given.question}>
      {given.children}
      {given.points.length > 0 && (
        <>
          <Comparison points={given.points} label={given.question} />
          <Table points={given.points} first={given.first} words={given.words} />
        </>
      )}
    </Box>
  ) : null;

/** The score over time. */
const OverTime = ({ question, points, words }: { question: string; points: Point[]; words: StaffWords }) => (
  <Box question={question}>
    <Trend points={points} label={question} />
    <Table points={points} first={question} words={words} />
  </Box>
);

/** Who gave which score: by week, month, page, language and what is known of them. */
const Breakdowns = (given: ReportGiven & { by: ReportTime['by'] }) => {
  const { report, formats, words, by } = given;
  const length = report.until - report.from;
  return (
    <>
      <DistributionBox report={report} formats={formats} words={words} />
      {length < 300 * day && (
        <OverTime
          question={words.weeksQ}
          points={formats.byTime(report.weeks, { day: 'numeric', month: 'short' })}
          words={words}
        />
      )}
      {length > 40 * day && (
        <OverTime
          question={words.monthsQ}
          points={formats.byTime(report.months, { month: 'short', year: '2-digit' })}
          words={words}
        />
      )}
      <Compared question={words.pagesQ} points={report.pages} first={words.page} words={words} />
      <Compared
        question={words.languagesQ}
        points={report.languages.map((one) => ({ ...one, name: formats.languageName(one.name) }))}
        first={words.languagesQ}
        words={words}
      />
      {report.attributes.length > 0 && (
        <Compared
          question={words.valuesQ}
          points={by.value ? report.values : []}
          first={by.value}
          words={words}
        >
          <select
            aria-label={words.attribute}
            value={by.value}
            onChange={(event) => {
              by.value = event.currentTarget.value;
            }}
          >
            <option value="">{words.attribute}</option>
            {report.attributes.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </Compared>
      )}
    </>
  );
};

/** The score as a page that one would print: a question above each chart, its numbers behind it. */
export const Report = ({ survey, words }: { survey: string; words: StaffWords }) => {
  const staff = useStaff();
  const { tag, texts } = useLanguage();
  const [time] = useState(createReportTime);
  const [report, setReport] = useState<NpsReport | null>(null);
  useEffect(() => {
    let isStale = false;
    void time.load(staff, survey).then((found) => !isStale && found && setReport(found));
    return () => {
      isStale = true;
    };
  }, [survey, time.span.value, time.by.value, time.own.value]);
  const formats = report && reportFormats(tag, report.zone);
  return (
    <>
      <ReportFilters time={time} report={report} words={words} />
      {report && formats ? (
        <>
          <ScoreBox report={report} formats={formats} words={words} />
          <ChangeBox report={report} formats={formats} words={words} />
          {report.all.n > 0 && <Breakdowns report={report} formats={formats} words={words} by={time.by} />}
          <RatesBox report={report} formats={formats} words={words} />
        </>
      ) : (
        <p class="quiet">{texts.loading}</p>
      )}
    </>
  );
};
