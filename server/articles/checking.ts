import { isAtLeast } from '../../shared/core/people/roles.ts';
import { mainLanguage } from '../../shared/core/languages.ts';
import { usualChoices } from '../../shared/core/people/alertChoices.ts';
import type { Context } from '../context.ts';
import { derivedId } from '../core/derivedId.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { JobResult, NewJob } from '../core/jobs/work.ts';
import { sendOnce } from '../core/mail/sendOnce.ts';
import { mailLanguage } from '../core/mail/texts.ts';
import { fill } from '../core/pages/texts.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { listChoices, listColleagues } from '../core/people/staff/queries.ts';
import { type ArticleRow, findArticle, listTexts } from './queries/articles.ts';
import { articleTexts } from './texts.ts';

/* Who wrote an article is reminded once, on the day by which it is to be looked at again. */

const done: JobResult = { kind: 'done' };
/** Days begin at midnight; mails come when people do. */
const morning = 7 * 3_600_000;

/** Looks at an article on its day. */
export const checkJob = (article: string, verifyBy: number): NewJob => ({
  kind: 'article.check',
  key: `${article} ${verifyBy}`,
  payload: { article, at: verifyBy },
  runAt: verifyBy + morning,
});

/** Its authors; where none is on the team any more, those who decide. */
const readersOf = async (ctx: Context, site: Site, { authors }: ArticleRow) => {
  const team = await listColleagues(ctx, site.id);
  const own = team.filter(({ id }) => authors.includes(id));
  return own.length ? own : team.filter(({ role }) => isAtLeast(role, 'admin'));
};

const findDue = async (ctx: Context, siteId: string, payload: Record<string, string | number>) => {
  const article = await findArticle(ctx, siteId, String(payload['article']));
  // Another day was chosen meanwhile, or none.
  return article?.verifyBy === payload['at'] ? article : null;
};

const begin: JobHandler = async (ctx, { siteId, payload }) => {
  const site = await ctx.sites.byId(siteId);
  const article = site && (await findDue(ctx, siteId, payload));
  if (!site || !article || !ctx.mailer.isConfigured) return done;
  const readers = await readersOf(ctx, site, article);
  const now = ctx.clock.now();
  return {
    kind: 'done',
    write: (tx) =>
      readers.map(({ id }) =>
        planJob(
          tx,
          siteId,
          {
            kind: 'article.checkMail',
            key: `${article.id} ${payload['at']} ${id}`,
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
  const article = site && (await findDue(ctx, job.siteId, job.payload));
  const person = (await listColleagues(ctx, job.siteId)).find(({ id }) => id === job.payload['staff']);
  if (!site || !article || !person) return done;
  const choices = (await listChoices(ctx, site.id)).get(person.id) ?? usualChoices;
  if (!choices.mailChecks) return done;
  const rows = await listTexts(ctx, site.id, article.id);
  const title = (rows.find(({ language }) => language === article.language) ?? rows[0])?.title ?? '';
  const language = mailLanguage(choices.mailLanguage ?? mainLanguage(site.settings));
  const texts = articleTexts(language.tag);
  const { publicUrl } = ctx.config;
  return sendOnce(ctx, job, {
    site,
    kind: 'check',
    about: derivedId('article check', site.id, article.id),
    address: person.email,
    staffId: person.id,
    isProven: 'staff',
    subject: `[${site.name}] ${fill(texts.checkSubject, { title })}`,
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: [fill(texts.checkLead, { title })],
      quotes: [],
      action: { label: texts.checkOpen, href: `${publicUrl}/inbox/articles/${article.id}`, note: '' },
      links: [{ label: texts.checkChoose, href: `${publicUrl}/inbox/alerts` }],
      footer: [fill(texts.checkWhy, { site: site.name })],
      stop: null,
    },
  });
};

export const checkJobs: Record<string, JobHandler> = { 'article.check': begin, 'article.checkMail': send };
