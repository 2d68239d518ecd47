import { staffPath } from '../../shared/core/mail/routes.ts';
import { mainLanguage } from '../../shared/core/languages.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import { mailLanguage } from '../core/mail/texts.ts';
import { fill } from '../core/pages/texts.ts';
import { commentMailTexts } from './mailTexts.ts';
import { done, look } from './jobContext.ts';
import { sendOnce } from '../core/mail/sendOnce.ts';
import { linkTo, quoteOf } from './followerMails.ts';

/** Tells an address of the settings of a new comment, and whether it waits. */
export const alert: JobHandler = async (ctx, job) => {
  const found = await look(ctx, job);
  const address = String(job.payload['address']);
  if (!found || found.row.state === 'deleted') return done;
  const { site, row, page } = found;
  if (!site.settings.comments.alert.includes(address)) return done;
  const language = mailLanguage(mainLanguage(site.settings));
  const texts = commentMailTexts(language.tag);
  const values = { title: site.name };
  const waits = row.state === 'pending';
  return sendOnce(ctx, job, {
    site,
    kind: 'comment',
    about: page.id,
    address,
    isProven: 'staff',
    subject: fill(texts.pageSubject, values),
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: [fill(texts.pageLead, values), ...(waits ? [texts.alertHeld] : []), texts.alertWhy],
      quotes: [quoteOf(site, row, language.tag)],
      action: waits
        ? { label: texts.alertOpen, href: ctx.config.publicUrl + staffPath(site.id, 'comments'), note: '' }
        : { label: texts.read, href: linkTo(page, row.id), note: '' },
      footer: [],
      stop: null,
    },
  });
};
