import { mainLanguage } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import { derivedId } from '../../core/derivedId.ts';
import { canonicalEmail, isSameEmail } from '../../core/emailAddress.ts';
import type { JobHandler } from '../../core/jobs/handlers.ts';
import { planJob } from '../../core/jobs/queries.ts';
import type { JobResult, NewJob } from '../../core/jobs/work.ts';
import { sendOnce } from '../../core/mail/sendOnce.ts';
import { mailToken } from '../../core/mail/signing.ts';
import { mailLanguage, mailTime } from '../../core/mail/texts.ts';
import { zoneFor } from '../../core/pages/dates.ts';
import { fill } from '../../core/pages/texts.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { findVisitorRow, hasProven } from '../../core/people/visitors/queries.ts';
import { findFollower, pageOfFollowers } from '../queries/followers.ts';
import { findIdea, groupOf, type IdeaRow } from '../queries/ideas.ts';
import { ideaPath } from '../rules.ts';
import { ideaTexts } from '../texts.ts';
import { voterFollowId } from '../voting.ts';
import { insertFollower } from '../writes/followers.ts';
import { findReply } from './queries.ts';

/*
 * What follows from a reply that everybody can read: whose idea it is and who follows it hear by mail, each address once.
 * Who only voted wants to hear of the status, not of each reply.
 */

const done: JobResult = { kind: 'done' };

/** People who are looked at by one job. */
const pageLength = 200;

/** A job that tells of a reply, from a place in the list of followers. */
export const tellReply = (reply: string, after: string, runAt: number): NewJob => ({
  kind: 'idea.tell_reply',
  key: `${reply} ${after}`,
  payload: { reply, after },
  runAt,
});

/** A public reply with its idea; null for what nobody can read any more. */
const publicReply = async (ctx: Context, siteId: string, id: string) => {
  const reply = await findReply(ctx, siteId, id);
  const idea = reply?.state === 'public' ? await findIdea(ctx, siteId, reply.ideaId) : null;
  const root = idea?.mergedInto ? await findIdea(ctx, siteId, idea.mergedInto) : idea;
  const site = await ctx.sites.byId(siteId);
  return site && reply && root?.state === 'public' ? { site, reply, idea: root } : null;
};

/** The follow of whose idea it is, where they have an address. */
const authorFollow = async (ctx: Context, site: Site, idea: IdeaRow) => {
  const author =
    idea.authorKind === 'visitor' && idea.authorId ? await findVisitorRow(ctx, site.id, idea.authorId) : null;
  if (!author?.email || author.blockedAt !== null) return null;
  return {
    siteId: site.id,
    id: voterFollowId(site.id, idea.id, author.id),
    ideaId: idea.id,
    email: author.email,
    language: author.language || mainLanguage(site.settings),
    isVoter: true,
    confirmedAt: hasProven(author, author.email) ? ctx.clock.now() : null,
    createdAt: ctx.clock.now(),
  };
};

/** Plans a mail to each who is to hear of a reply, but not to who wrote it. */
const tell: JobHandler = async (ctx, job) => {
  const after = String(job.payload['after']);
  const found = await publicReply(ctx, job.siteId, String(job.payload['reply']));
  if (!found) return done;
  const { site, reply, idea } = found;
  const isVisitors = reply.authorKind === 'visitor' && reply.authorId !== null;
  const writer = isVisitors && reply.authorId ? await findVisitorRow(ctx, site.id, reply.authorId) : null;
  const own = after === '' && idea.authorId !== reply.authorId ? await authorFollow(ctx, site, idea) : null;
  const page = await pageOfFollowers(ctx, site.id, await groupOf(ctx, site.id, idea.id), after, pageLength);
  const told = [...(own ? [own] : []), ...page.filter(({ isVoter }) => !isVoter)].filter(
    ({ email }) => !isSameEmail(email, writer?.email ?? ''),
  );
  const now = ctx.clock.now();
  const last = page.length === pageLength ? page.at(-1) : undefined;
  return {
    kind: 'done',
    write: (tx) => [
      ...(own ? [insertFollower(tx, own).decisive] : []),
      ...told.map(({ id, email }) =>
        planJob(
          tx,
          site.id,
          {
            kind: 'idea.mail_reply',
            key: derivedId(site.id, 'idea reply', reply.id, canonicalEmail(email)),
            payload: { reply: reply.id, follower: id },
            runAt: 0,
          },
          now,
        ),
      ),
      ...(last ? [planJob(tx, site.id, tellReply(reply.id, last.id, 0), now)] : []),
    ],
  };
};

/** Tells of a reply. What a stranger wrote goes only to an address that was shown to be its reader's. */
const mailReply: JobHandler = async (ctx, job) => {
  const found = await publicReply(ctx, job.siteId, String(job.payload['reply']));
  const follower = await findFollower(ctx, job.siteId, String(job.payload['follower']));
  if (!found || !follower || follower.endedAt !== null) return done;
  const { site, reply, idea } = found;
  const isProven = follower.confirmedAt !== null;
  const isAuthor = follower.isVoter;
  if (!isProven && !isAuthor) return done;
  const language = mailLanguage(follower.language, mainLanguage(site.settings));
  const texts = ideaTexts(language.tag);
  const path = ideaPath(site.key, idea.id, isProven ? idea.slug : 'idea');
  return sendOnce(ctx, job, {
    site,
    kind: 'idea',
    about: idea.id,
    address: follower.email,
    isProven,
    subject: fill(texts.replySubject, { site: site.name }),
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: [
        fill(isAuthor ? texts.replyLeadAuthor : texts.replyLead, { site: site.name }),
        ...(isProven ? [fill(texts.mailTitle, { title: idea.title })] : []),
      ],
      quotes: isProven
        ? [
            {
              who:
                reply.authorName ||
                (reply.authorKind === 'visitor' ? texts.guest : site.settings.teamName || site.name),
              when: mailTime(reply.createdAt, language.tag, zoneFor(null, site.settings.hours.zone)),
              rich: reply.rich,
              files: '',
            },
          ]
        : [],
      action: {
        label: texts.replyRead,
        href: `${ctx.config.publicUrl}${path}?lang=${language.tag}#reply-${reply.id}`,
        note: '',
      },
      footer: [isAuthor ? texts.whyAuthor : texts.why],
      stop: {
        label: texts.unfollow,
        href: `${ctx.config.publicUrl}/ideas/unfollow/${mailToken(ctx, 'unfollowIdea', follower.id)}`,
      },
    },
  });
};

export const replyJobs: Record<string, JobHandler> = {
  'idea.tell_reply': tell,
  'idea.mail_reply': mailReply,
};
