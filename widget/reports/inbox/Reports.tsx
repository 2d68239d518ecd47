import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { fillPath } from '../../../shared/core/route.ts';
import { exportFacts, exportSiteReport, getSiteReport } from '../../../shared/reports/routes.ts';
import type { SiteReport } from '../../../shared/reports/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { Page } from '../../core/staff/editing/Page.tsx';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { AgeBox } from './AgeBox.tsx';
import { type Around, formatsOf, type Shown } from './formats.ts';
import { Insights } from './Insights.tsx';
import { type Chosen, chosenBy, dayOf, queryOf } from './period.ts';
import { Periods } from './Periods.tsx';
import { Rows } from './Rows.tsx';
import {
  AnswersBox,
  CallsBox,
  OpinionBoxes,
  PromiseBox,
  ReopenedBox,
  SelfServiceBox,
} from './shareBoxes.tsx';
import './styles.ts';
import { texts as loaders } from './texts.ts';
import { DurationBox } from './DurationBox.tsx';
import { BacklogBox, HeatBox, VolumeBox } from './timeBoxes.tsx';

/** The report of a period, the one before while the next is loaded. */
const useReport = (chosen: Chosen): SiteReport | null => {
  const staff = useStaff();
  const [report, setReport] = useState<SiteReport | null>(null);
  useEffect(() => {
    let isStale = false;
    const load = async (zone: string | undefined): Promise<void> => {
      const query = queryOf(chosen, dayOf(staff.now.peek(), zone));
      const found = query && (await staff.attempt(staff.call(getSiteReport, { query })));
      if (isStale || !found) return;
      // Today is the site's, which the first report tells: around midnight the reader's is another.
      const isOther = dayOf(staff.now.peek(), zone) !== dayOf(staff.now.peek(), found.zone);
      if (isOther && zone !== found.zone) return load(found.zone);
      setReport(found);
    };
    void load(report?.zone);
    return () => {
      isStale = true;
    };
  }, [chosen]);
  return report;
};

const isEmpty = ({ volume, comments, nps, callbacks, promises }: SiteReport): boolean =>
  Object.values(volume.all.now).every((n) => n === 0) &&
  comments.now + nps.now.n + callbacks.attempts.now + promises.kept.now.of === 0;

/** Takes the report along: for a spreadsheet, for a program, on paper. */
const Downloads = ({ report, texts }: { report: SiteReport; texts: Around['texts'] }) => {
  const staff = useStaff();
  const { period, before } = report;
  const query = new URLSearchParams({ ...period, beforeFrom: before.from, beforeUntil: before.until });
  const address = (path: string): string => `${fillPath(path, { site: staff.membership.site })}?${query}`;
  return (
    <div class="row-of-buttons filters">
      <a class="button" href={address(exportSiteReport.path)} download>
        {texts.csv}
      </a>
      <a class="button" href={address(getSiteReport.path)} download={`report-${period.from}.json`}>
        {texts.json}
      </a>
      <a
        class="button"
        href={`${fillPath(exportFacts.path, { site: staff.membership.site })}?${new URLSearchParams({ ...period, format: 'csv' })}`}
        download
      >
        {texts.facts}
      </a>
      <button type="button" onClick={() => print()}>
        {texts.print}
      </button>
    </div>
  );
};

const Boxes = ({ report, around }: { report: SiteReport; around: Around }) => {
  const { texts } = around;
  const own = report.people === 'own';
  return (
    <>
      <VolumeBox report={report} around={around} />
      <DurationBox
        question={texts.replyQ}
        formula={texts.replyF}
        kind="reply.first"
        durations={report.firstReply}
        own={own}
        around={around}
      />
      <PromiseBox report={report} around={around} />
      <BacklogBox report={report} around={around} />
      <AgeBox report={report} around={around} />
      <DurationBox
        question={texts.resolutionQ}
        formula={texts.resolutionF}
        kind="conversation.closed"
        durations={report.resolution}
        own={own}
        around={around}
      />
      <ReopenedBox report={report} around={around} />
      <HeatBox report={report} around={around} />
      <SelfServiceBox report={report} around={around} />
      <Insights report={report} around={around} />
      <AnswersBox report={report} around={around} />
      <CallsBox report={report} around={around} />
      <OpinionBoxes report={report} around={around} />
    </>
  );
};

/** The reports page: a question above each chart, the rows behind each number. */
export const Reports = () => {
  const texts = useFeatureTexts(loaders);
  const { tag, texts: inboxTexts } = useLanguage();
  const chosen = useSignal<Chosen>(chosenBy(location.search, dayOf(Date.now(), undefined)));
  const shown = useSignal<Shown | null>(null);
  const report = useReport(chosen.value);
  if (!texts) return null;
  const formats = formatsOf(tag);
  const lead =
    report &&
    formats.fill(texts.against, {
      period: formats.range(report.period.from, report.period.until),
      before: formats.range(report.before.from, report.before.until),
      zone: report.zone,
    });
  const show = (what: Shown): void => {
    shown.value = what;
  };
  return (
    <Page
      name="reports"
      title={texts.title}
      {...(lead && { lead })}
      head={
        shown.value === null && (
          <>
            <Periods chosen={chosen} shown={report?.period ?? null} texts={texts} />
            {report && <Downloads report={report} texts={texts} />}
          </>
        )
      }
    >
      {report?.since && report.since > report.before.from && shown.value === null && (
        <p class="quiet">{formats.fill(texts.since, { day: formats.day(report.since) })}</p>
      )}
      {!report && <p class="quiet">{inboxTexts.loading}</p>}
      {report && shown.value && (
        <Rows
          shown={shown.value}
          period={report.period}
          zone={report.zone}
          formats={formats}
          texts={texts}
          onBack={() => {
            shown.value = null;
          }}
        />
      )}
      {report &&
        shown.value === null &&
        (isEmpty(report) ? (
          <p class="quiet">{texts.nothing}</p>
        ) : (
          <Boxes report={report} around={{ texts, formats, show }} />
        ))}
    </Page>
  );
};
