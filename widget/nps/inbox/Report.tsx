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
import type { StaffTexts } from './texts.ts';

/** Groups side by side, with the numbers behind them. */
const Compared = (given: {
  question: string;
  points: readonly Point[];
  first: string;
  texts: StaffTexts;
  /** Stands above the chart. */
  children?: ComponentChildren;
}) =>
  given.points.length > 0 || given.children ? (
    <Box question={given.question}>
      {given.children}
      {given.points.length > 0 && (
        <>
          <Comparison points={given.points} label={given.question} />
          <Table points={given.points} first={given.first} texts={given.texts} />
        </>
      )}
    </Box>
  ) : null;

/** The score over time. */
const OverTime = ({ question, points, texts }: { question: string; points: Point[]; texts: StaffTexts }) => (
  <Box question={question}>
    <Trend points={points} label={question} />
    <Table points={points} first={question} texts={texts} />
  </Box>
);

/** Scores by week, month, page, language and attributes. */
const Breakdowns = (given: ReportGiven & { by: ReportTime['by'] }) => {
  const { report, formats, texts, by } = given;
  const length = report.until - report.from;
  return (
    <>
      <DistributionBox report={report} formats={formats} texts={texts} />
      {length < 300 * day && (
        <OverTime
          question={texts.weeksQ}
          points={formats.byTime(report.weeks, { day: 'numeric', month: 'short' })}
          texts={texts}
        />
      )}
      {length > 40 * day && (
        <OverTime
          question={texts.monthsQ}
          points={formats.byTime(report.months, { month: 'short', year: '2-digit' })}
          texts={texts}
        />
      )}
      <Compared question={texts.pagesQ} points={report.pages} first={texts.page} texts={texts} />
      <Compared
        question={texts.languagesQ}
        points={report.languages.map((one) => ({ ...one, name: formats.languageName(one.name) }))}
        first={texts.languagesQ}
        texts={texts}
      />
      {report.attributes.length > 0 && (
        <Compared
          question={texts.valuesQ}
          points={by.value ? report.values : []}
          first={by.value}
          texts={texts}
        >
          <select
            aria-label={texts.attribute}
            value={by.value}
            onChange={(event) => {
              by.value = event.currentTarget.value;
            }}
          >
            <option value="">{texts.attribute}</option>
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
export const Report = ({ survey, texts }: { survey: string; texts: StaffTexts }) => {
  const staff = useStaff();
  const { tag, texts: inboxTexts } = useLanguage();
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
      <ReportFilters time={time} report={report} texts={texts} />
      {report && formats ? (
        <>
          <ScoreBox report={report} formats={formats} texts={texts} />
          <ChangeBox report={report} formats={formats} texts={texts} />
          {report.all.n > 0 && <Breakdowns report={report} formats={formats} texts={texts} by={time.by} />}
          <RatesBox report={report} formats={formats} texts={texts} />
        </>
      ) : (
        <p class="quiet">{inboxTexts.loading}</p>
      )}
    </>
  );
};
