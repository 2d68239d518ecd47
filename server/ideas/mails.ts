import { mainLanguage } from '../../shared/core/languages.ts';
import { askFollower } from '../core/following/askFollower.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';
import type { JobResult } from '../core/jobs/work.ts';
import { sendOnce } from '../core/mail/sendOnce.ts';
import { mailToken } from '../core/mail/signing.ts';
import { mailLanguage, mailTime } from '../core/mail/texts.ts';
import { zoneFor } from '../core/pages/dates.ts';
import { fill } from '../core/pages/texts.ts';
import { findSteps } from './queries/details.ts';
import { findFollower, isConfirmed } from './queries/followers.ts';
import { findIdea } from './queries/ideas.ts';
import { ideaPath } from './rules.ts';
import { ideaTexts } from './texts.ts';

const done: JobResult = { kind: 'done' };

/** Asks whose address was given whether it was they. */
export const askIdeaFollower: JobHandler = async (ctx, job) => {
  const follower = await findFollower(ctx, job.siteId, String(job.payload['subject']));
  return askFollower(ctx, job, {
    follower,
    kind: 'idea',
    about: follower?.ideaId ?? '',
    isConfirmed,
    textsOf: ideaTexts,
    path: '/ideas',
    purpose: 'followIdea',
  });
};

/** Tells of a new status. What a stranger wrote goes only to an address that was shown to be its reader's. */
export const mailStep: JobHandler = async (ctx, job) => {
  const [step] = await findSteps(ctx, job.siteId, [String(job.payload['step'])]);
  const follower = await findFollower(ctx, job.siteId, String(job.payload['follower']));
  const site = await ctx.sites.byId(job.siteId);
  const idea = step && (await findIdea(ctx, job.siteId, step.ideaId));
  if (!site || !step || idea?.state !== 'public' || !follower || follower.endedAt !== null) return done;
  const { isVoter } = follower;
  const isProven = follower.confirmedAt !== null;
  if (!isProven && !isVoter) return done;
  const language = mailLanguage(follower.language, mainLanguage(site.settings));
  const texts = ideaTexts(language.tag);
  return sendOnce(ctx, job, {
    site,
    kind: 'idea',
    about: idea.id,
    address: follower.email,
    isProven,
    subject: fill(texts.mailSubject, { site: site.name }),
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: [
        fill(texts[`mail_${step.status}`], { site: site.name }),
        ...(isProven ? [fill(texts.mailTitle, { title: idea.title })] : []),
      ],
      quotes:
        isProven && step.note !== ''
          ? [
              {
                who: site.settings.teamName || site.name,
                when: mailTime(step.at, language.tag, zoneFor(null, site.settings.hours.zone)),
                rich: step.noteRich,
                files: '',
              },
            ]
          : [],
      action: {
        label: texts.read,
        // The words of a title are a stranger's in an address, too.
        href: `${ctx.config.publicUrl}${ideaPath(site.key, idea.id, isProven ? idea.slug : 'idea')}?lang=${language.tag}`,
        note: '',
      },
      footer: [isVoter ? texts.whyVoter : texts.why],
      stop: {
        label: texts.unfollow,
        href: `${ctx.config.publicUrl}/ideas/unfollow/${mailToken(ctx, 'unfollowIdea', follower.id)}`,
      },
    },
  });
};
