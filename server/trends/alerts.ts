import { mainLanguage } from '../../shared/core/languages.ts';
import { usualChoices } from '../../shared/core/people/alertChoices.ts';
import { derivedId } from '../core/derivedId.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { JobResult } from '../core/jobs/work.ts';
import { sendOnce } from '../core/mail/sendOnce.ts';
import { mailLanguage } from '../core/mail/texts.ts';
import { countText, fill } from '../core/pages/texts.ts';
import { listChoices, listColleagues } from '../core/people/staff/queries.ts';
import { findTrend, listTrendItems } from './queries.ts';
import { trendTexts } from './texts.ts';
import { examplesOf, lineOf } from './views.ts';

/* Staff are told of a burst by mail, each once; those who are at the inbox see it there, too. */

const done: JobResult = { kind: 'done' };

const begin: JobHandler = async (ctx, { siteId, payload }) => {
  if (!ctx.mailer.isConfigured) return done;
  const team = await listColleagues(ctx, siteId);
  const now = ctx.clock.now();
  return {
    kind: 'done',
    write: (tx) =>
      team.map(({ id }) =>
        planJob(
          tx,
          siteId,
          {
            kind: 'trend.mail',
            key: `${payload['trend']} ${id}`,
            payload: { ...payload, staff: id },
            runAt: now,
          },
          now,
        ),
      ),
  };
};

const send: JobHandler = async (ctx, job) => {
  const site = await ctx.sites.byId(job.siteId);
  const row = await findTrend(ctx, job.siteId, String(job.payload['trend']));
  const person = (await listColleagues(ctx, job.siteId)).find(({ id }) => id === job.payload['staff']);
  // Whoever decided on it meanwhile has seen it.
  if (!site || !row || !person || row.quietAt !== null || row.incidentId !== null) return done;
  const choices = (await listChoices(ctx, site.id)).get(person.id) ?? usualChoices;
  if (!choices.mailTrends) return done;
  const language = mailLanguage(choices.mailLanguage ?? mainLanguage(site.settings));
  const texts = trendTexts(language.tag);
  const { publicUrl } = ctx.config;
  const examples = examplesOf(await listTrendItems(ctx, site.id, [row.id]));
  return sendOnce(ctx, job, {
    site,
    kind: 'trend',
    about: derivedId('trend mail', site.id, row.id),
    address: person.email,
    staffId: person.id,
    isProven: 'staff',
    subject: `[${site.name}] ${fill(texts.alertSubject, { words: lineOf(row) })}`,
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: [
        countText(language.tag, texts.alertLead, row.people),
        ...examples.map(({ text, times }) => (times > 1 ? `“${text}” (×${times})` : `“${text}”`)),
      ],
      quotes: [],
      action: { label: texts.alertOpen, href: `${publicUrl}/inbox/trends`, note: '' },
      links: [{ label: texts.alertChoose, href: `${publicUrl}/inbox/alerts` }],
      footer: [fill(texts.alertWhy, { site: site.name })],
      stop: null,
    },
  });
};

export const alertJobs: Record<string, JobHandler> = { 'trend.alert': begin, 'trend.mail': send };
