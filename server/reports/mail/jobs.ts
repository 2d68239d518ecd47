import { DateTime } from 'luxon';
import { mainLanguage } from '../../../shared/core/languages.ts';
import { usualChoices, wantsReports } from '../../../shared/core/people/alertChoices.ts';
import { staffPath } from '../../../shared/core/mail/routes.ts';
import type { SiteReport } from '../../../shared/reports/schema.ts';
import type { Context } from '../../context.ts';
import { derivedId } from '../../core/derivedId.ts';
import { planJob } from '../../core/jobs/queries.ts';
import type { JobHandler } from '../../core/jobs/handlers.ts';
import type { JobResult, NewJob } from '../../core/jobs/work.ts';
import { sendOnce } from '../../core/mail/sendOnce.ts';
import { mailToken } from '../../core/mail/signing.ts';
import { mailLanguage } from '../../core/mail/texts.ts';
import { fill } from '../../core/pages/texts.ts';
import { openMinutesBetween } from '../../core/people/sites/hours.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { listChoices, listColleagues } from '../../core/people/staff/queries.ts';
import { weekdayOf, plusDays } from '../days.ts';
import { makeInsights } from '../insights.ts';
import { makeSiteReport } from '../report.ts';
import { drawCharts } from './charts.ts';
import { composeMail, formatsOf } from './compose.ts';
import { type Due, dueOf, type Grain, grains, latestDue, nextDue } from './due.ts';
import { findingsOf, type WeekHour } from './findings.ts';
import { reportMailTexts } from './texts.ts';

const done: JobResult = { kind: 'done' };
const hour = 3_600_000;
/** A report that was planned by nobody is sent so long after its time: jobs that are done are known for longer. */
const maxLate = 7 * 24 * hour;

const jobOf = ({ grain, from, at }: Due): NewJob => ({
  kind: 'report.due',
  key: `${grain} ${from}`,
  payload: { grain, from },
  runAt: at,
});

/** Plans the next reports of a site, and those whose time came while nothing ran. */
export const planReports = async (ctx: Context, { id, settings }: Site): Promise<void> => {
  const now = ctx.clock.now();
  const { zone } = settings.hours;
  const due = grains.flatMap((grain) => {
    const latest = latestDue(grain, now, zone);
    return [...(now - latest.at <= maxLate ? [latest] : []), nextDue(grain, now, zone)];
  });
  await ctx.database.write((tx) => due.map((one) => planJob(tx, id, jobOf(one), now)));
};

/** The report of a period, with nobody's figures but the team's. */
const reportOf = (ctx: Context, site: Site, { query }: Due): Promise<SiteReport> =>
  makeSiteReport(ctx, site, query, { staffId: '', seesPeople: false });

const dueOfJob = (payload: Record<string, string | number>, site: Site): Due =>
  dueOf(payload['grain'] as Grain, String(payload['from']), site.settings.hours.zone);

/** The time of a report has come: each who wants it gets a mail. After a pause only the newest is sent. */
const begin: JobHandler = async (ctx, { siteId, payload }) => {
  const site = await ctx.sites.byId(siteId);
  if (!site) return done;
  const { zone } = site.settings.hours;
  const now = ctx.clock.now();
  const due = dueOfJob(payload, site);
  // The site's clock was moved since.
  if (due.at > now) return { kind: 'later', at: due.at };
  const latest = latestDue(due.grain, now, zone);
  const following = [jobOf(nextDue(due.grain, now, zone))];
  if (latest.from !== due.from) following.push(jobOf(latest));
  else if (ctx.mailer.isConfigured) {
    const { since } = await reportOf(ctx, site, due);
    const choices = await listChoices(ctx, siteId);
    const readers = (await listColleagues(ctx, siteId)).filter(({ id, role }) =>
      wantsReports(choices.get(id) ?? usualChoices, role),
    );
    // Of a time before the site there is nothing to say.
    if (since !== null && since <= due.query.until)
      for (const { id } of readers)
        following.push({
          kind: 'report.mail',
          key: `${due.grain} ${due.from} ${id}`,
          payload: { ...payload, staff: id },
          runAt: now,
        });
  }
  return { kind: 'done', write: (tx) => following.map((job) => planJob(tx, siteId, job, now)) };
};

/** Whether an hour of the week had no opening hours in a period. */
const closedIn = (site: Site, { query }: Due) => {
  const { hours } = site.settings;
  return ({ weekday, hour: of }: WeekHour): boolean => {
    const day = plusDays(query.from, (weekday - weekdayOf(query.from) + 7) % 7);
    const at = DateTime.fromISO(day, { zone: hours.zone }).set({ hour: of }).toMillis();
    return openMinutesBetween(hours, at, at + hour) === 0;
  };
};

const addressesOf = (ctx: Context, site: Site, { grain, query }: Due, mailId: string) => {
  const { publicUrl } = ctx.config;
  return {
    report: `${publicUrl}${staffPath(site.id, 'reports')}?${new URLSearchParams({ grain, from: query.from, until: query.until })}`,
    csv: `${publicUrl}/api/inbox/${site.id}/reports/export?${new URLSearchParams(query)}`,
    choices: publicUrl + staffPath(site.id, 'alerts'),
    stop: `${publicUrl}/reports/stop/${mailToken(ctx, 'stopFigures', mailId)}`,
  };
};

/** One report to one person. */
const send: JobHandler = async (ctx, job) => {
  const site = await ctx.sites.byId(job.siteId);
  const person = (await listColleagues(ctx, job.siteId)).find(({ id }) => id === job.payload['staff']);
  if (!site || !person) return done;
  const choices = (await listChoices(ctx, job.siteId)).get(person.id) ?? usualChoices;
  if (!wantsReports(choices, person.role)) return done;
  const due = dueOfJob(job.payload, site);
  const report = await reportOf(ctx, site, due);
  const language = mailLanguage(choices.mailLanguage ?? mainLanguage(site.settings));
  const texts = reportMailTexts(language.tag);
  const insights = await makeInsights(ctx, site, due.query);
  const findings = findingsOf(report, insights, closedIn(site, due));
  const mail = composeMail(report, insights, findings, texts, language.tag);
  const to = addressesOf(ctx, site, due, job.id);
  return sendOnce(ctx, job, {
    site,
    kind: 'figures',
    about: derivedId('report', site.id, due.grain, due.from),
    address: person.email,
    staffId: person.id,
    isProven: 'staff',
    subject: `[${site.name}] ${fill(due.grain === 'week' ? texts.weekSubject : texts.monthSubject, { period: mail.period })}`,
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: mail.paragraphs,
      quotes: [],
      figures: {
        ...mail.figures,
        charts: await drawCharts(ctx, site, report, { texts, formats: formatsOf(language.tag) }),
      },
      action: { label: texts.openReport, href: to.report, note: mail.compared },
      links: [
        { label: texts.csv, href: to.csv },
        { label: texts.choose, href: to.choices },
      ],
      footer: [fill(texts.why, { site: site.name })],
      stop: { label: texts.unsubscribe, href: to.stop },
    },
  });
};

export const reportMailJobs: Record<string, JobHandler> = { 'report.due': begin, 'report.mail': send };
