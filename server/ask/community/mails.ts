import { mainLanguage } from '../../../shared/core/languages.ts';
import { askFollower } from '../../core/following/askFollower.ts';
import type { JobHandler } from '../../core/jobs/handlers.ts';
import type { JobResult } from '../../core/jobs/work.ts';
import { sendOnce } from '../../core/mail/sendOnce.ts';
import { mailToken } from '../../core/mail/signing.ts';
import { mailLanguage, mailTime } from '../../core/mail/texts.ts';
import { zoneFor } from '../../core/pages/dates.ts';
import { fill } from '../../core/pages/texts.ts';
import { communityTexts } from '../communityTexts.ts';
import { findAnswer } from '../queries/answers.ts';
import { findFollower, isConfirmed } from '../queries/followers.ts';
import { findPublished } from '../queries/questions.ts';
import { questionPath, takesAnswers } from '../rules.ts';

const done: JobResult = { kind: 'done' };

/** Asks whose address was given whether it was they. */
export const askQuestionFollower: JobHandler = async (ctx, job) => {
  const follower = await findFollower(ctx, job.siteId, String(job.payload['subject']));
  return askFollower(ctx, job, {
    follower,
    kind: 'answer',
    about: follower?.questionId ?? '',
    isConfirmed,
    textsOf: communityTexts,
    path: '/questions',
    purpose: 'followAnswers',
  });
};

/** Tells of a new answer. What a stranger wrote goes only to an address that was shown to be its reader's. */
export const mailAnswer: JobHandler = async (ctx, job) => {
  const row = await findAnswer(ctx, job.siteId, String(job.payload['subject']));
  const follower = await findFollower(ctx, job.siteId, String(job.payload['follower']));
  const site = await ctx.sites.byId(job.siteId);
  const question = row && (await findPublished(ctx, job.siteId, row.questionId));
  if (!site || row?.state !== 'public' || !question || !follower || follower.endedAt !== null) return done;
  const { isAsker } = follower;
  const isProven = follower.confirmedAt !== null;
  if (!isProven && !isAsker) return done;
  const language = mailLanguage(follower.language, mainLanguage(site.settings));
  const texts = communityTexts(language.tag);
  const takesReply = takesAnswers(site, question) && ctx.config.mail.replyAddress !== undefined;
  return sendOnce(ctx, job, {
    site,
    kind: 'answer',
    about: question.id,
    address: follower.email,
    isProven,
    takesReply,
    subject: fill(texts.mailSubject, { site: site.name }),
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: [
        fill(isAsker ? texts.askerLead : texts.mailLead, { site: site.name }),
        ...(takesReply ? [texts.answerByMail] : []),
      ],
      quotes: isProven
        ? [
            {
              who:
                row.authorName ||
                (row.authorKind === 'visitor' ? texts.guest : site.settings.teamName || site.name),
              when: mailTime(row.createdAt, language.tag, zoneFor(null, site.settings.hours.zone)),
              rich: row.rich,
              files: '',
            },
          ]
        : [],
      action: {
        label: texts.read,
        href: `${ctx.config.publicUrl}${questionPath(site.key, question.id, question.slug)}?lang=${language.tag}#answer-${row.id}`,
        note: '',
      },
      footer: [isAsker ? texts.whyAsker : texts.why],
      stop: {
        label: texts.unfollow,
        href: `${ctx.config.publicUrl}/questions/unfollow/${mailToken(ctx, 'unfollowAnswers', follower.id)}`,
      },
    },
  });
};
