import { mainLanguage } from '../../shared/core/languages.ts';
import { findPages } from './queries/pages.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import { mailToken } from '../core/mail/signing.ts';
import { mailLanguage } from '../core/mail/texts.ts';
import { fill } from '../core/pages/texts.ts';
import { commentMailTexts } from './mailTexts.ts';
import { findFollower, isConfirmed } from './queries/followers.ts';
import { done } from './jobContext.ts';
import { sendOnce } from '../core/mail/sendOnce.ts';

/** Asks whose address was given whether it was they. Nothing that the other person wrote is in it. */
export const ask: JobHandler = async (ctx, job) => {
  const follower = await findFollower(ctx, job.siteId, String(job.payload['follower']));
  const site = await ctx.sites.byId(job.siteId);
  const [page] = follower ? await findPages(ctx, job.siteId, [follower.pageId]) : [];
  if (!site || !follower || !page || follower.confirmedAt !== null || follower.endedAt !== null) return done;
  const language = mailLanguage(follower.language, mainLanguage(site.settings));
  const texts = commentMailTexts(language.tag);
  // The page's title is what a commenter's browser said it is: anybody's words. Ours is the site's.
  const title = site.name;
  return sendOnce(ctx, job, {
    site,
    kind: 'comment',
    about: page.id,
    address: follower.email,
    isProven: await isConfirmed(ctx, site.id, follower.email),
    asks: true,
    subject: fill(texts.confirmSubject, { title }),
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: [fill(texts.confirmLead, { title })],
      quotes: [],
      action: {
        label: texts.confirmButton,
        href: `${ctx.config.publicUrl}/comments/follow/${mailToken(ctx, 'follow', follower.id)}`,
        note: '',
      },
      footer: [],
      stop: null,
    },
  });
};
