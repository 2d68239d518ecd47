import { mainLanguage } from '../../shared/core/languages.ts';
import type { Context } from '../context.ts';
import { findConversation } from '../core/conversations/queries/conversations.ts';
import { type NewNotice, noticeEvent } from '../core/conversations/notices.ts';
import { insertNotice } from '../core/conversations/writes/notices.ts';
import { derivedId } from '../core/derivedId.ts';
import { canonicalEmail } from '../core/emailAddress.ts';
import type { JobHandler, Planner } from '../core/jobs/handlers.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { JobResult, NewJob } from '../core/jobs/work.ts';
import { hasProven } from '../core/people/visitors/queries.ts';
import { askIdeaFollower, mailStep } from './mails.ts';
import { findSteps, listAskedIn } from './queries/details.ts';
import { pageOfFollowers, pageOfVoters } from './queries/followers.ts';
import { findIdea, groupOf } from './queries/ideas.ts';
import { voterFollowId } from './voting.ts';
import { replyJobs, tellReply } from './replies/jobs.ts';
import { insertFollower } from './writes/followers.ts';

/*
 * What follows from a new status: who voted and who follows hears by mail, each address once, and who asked for it in a
 * conversation finds it there. Planned from the log, never by who sets it; a page of people at a time.
 */

const done: JobResult = { kind: 'done' };

/** The time to take a status back before others are told, milliseconds. */
export const undoTime = 30_000;

/** Conversations that are told, those that asked last. */
const maxTold = 200;

/** People who are looked at by one job. */
const pageLength = 200;

export const planIdeas: Planner = async (_ctx, _siteId, batch) =>
  batch.flatMap(({ kind, subjectId, at }): NewJob[] => {
    if (subjectId === null) return [];
    if (kind === 'idea.step')
      return [
        {
          kind: 'idea.tell_voters',
          key: subjectId,
          payload: { step: subjectId, after: '' },
          runAt: at + undoTime,
        },
      ];
    if (kind === 'idea.replied') return [tellReply(subjectId, '', 0)];
    if (kind === 'idea.reply_published') return [tellReply(subjectId, '', at + undoTime)];
    return kind === 'idea.followed'
      ? [{ kind: 'idea.ask_follower', key: subjectId, payload: { subject: subjectId }, runAt: 0 }]
      : [];
  });

/** A step that is the newest of a public idea: one that was followed by another a moment later is told by that. */
const currentStep = async (ctx: Context, siteId: string, id: string) => {
  const [step] = await findSteps(ctx, siteId, [id]);
  const site = await ctx.sites.byId(siteId);
  const idea = step && (await findIdea(ctx, siteId, step.ideaId));
  return site && idea?.state === 'public' && idea.statusAt === step?.at ? { site, step, idea } : null;
};

const next = (kind: string, step: string, after: string): NewJob => ({
  kind,
  key: `${step} ${after}`,
  payload: { step, after },
  runAt: 0,
});

/** Makes followers of the voters who have an address; then come those who follow. */
const tellVoters: JobHandler = async (ctx, job) => {
  const found = await currentStep(ctx, job.siteId, String(job.payload['step']));
  if (!found) return done;
  const { site, step, idea } = found;
  const group = await groupOf(ctx, site.id, idea.id);
  const voters = await pageOfVoters(ctx, site.id, group, String(job.payload['after']), pageLength);
  const now = ctx.clock.now();
  const last = voters.at(-1);
  const isFull = voters.length === pageLength && last;
  return {
    kind: 'done',
    write: (tx) => [
      ...voters.flatMap((voter) =>
        voter.email === null
          ? []
          : [
              insertFollower(tx, {
                siteId: site.id,
                id: voterFollowId(site.id, voter.ideaId, voter.visitorId),
                ideaId: voter.ideaId,
                email: voter.email,
                language: voter.language || mainLanguage(site.settings),
                isVoter: true,
                confirmedAt: hasProven(voter, voter.email) ? now : null,
                createdAt: now,
              }).decisive,
            ],
      ),
      planJob(
        tx,
        site.id,
        isFull ? next('idea.tell_voters', step.id, last.visitorId) : next('idea.tell_followers', step.id, ''),
        now,
      ),
    ],
  };
};

/** The conversations in which the idea was asked for, each once, with what is said in them. */
const noticesOf = async (
  ctx: Context,
  { idea, step }: NonNullable<Awaited<ReturnType<typeof currentStep>>>,
  group: readonly string[],
) => {
  const asked = await listAskedIn(ctx, idea.siteId, group, maxTold);
  const found = await Promise.all(
    asked.map(({ conversationId, visitorId }) =>
      findConversation(ctx, idea.siteId, conversationId, visitorId),
    ),
  );
  const conversations = new Map(found.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  return [...conversations.values()].map((conversation) => ({
    conversation,
    notice: {
      id: derivedId(idea.siteId, 'idea step', step.id, conversation.id),
      visibility: 'public',
      notice: { kind: 'idea_news', values: { title: idea.title } },
    } satisfies NewNotice,
  }));
};

/** Says it in the conversations, and plans a mail to each follower: a job an address, under one key. */
const tellFollowers: JobHandler = async (ctx, job) => {
  const found = await currentStep(ctx, job.siteId, String(job.payload['step']));
  if (!found) return done;
  const { site, step, idea } = found;
  const group = await groupOf(ctx, site.id, idea.id);
  const after = String(job.payload['after']);
  const followers = await pageOfFollowers(ctx, site.id, group, after, pageLength);
  const notices = after === '' ? await noticesOf(ctx, found, group) : [];
  const now = ctx.clock.now();
  const last = followers.at(-1);
  return {
    kind: 'done',
    events: notices.map(({ conversation, notice }) => noticeEvent(conversation, notice)),
    write: (tx, seq) => [
      ...notices.flatMap(({ conversation, notice }, place) =>
        insertNotice(tx, conversation, notice, seq + place, now),
      ),
      ...followers.map(({ id, email }) =>
        planJob(
          tx,
          site.id,
          {
            kind: 'idea.mail',
            key: derivedId(site.id, 'idea step', step.id, canonicalEmail(email)),
            payload: { step: step.id, follower: id },
            runAt: 0,
          },
          now,
        ),
      ),
      ...(last && followers.length === pageLength
        ? [planJob(tx, site.id, next('idea.tell_followers', step.id, last.id), now)]
        : []),
    ],
  };
};

export const ideaJobs: Record<string, JobHandler> = {
  'idea.tell_voters': tellVoters,
  'idea.tell_followers': tellFollowers,
  'idea.mail': mailStep,
  'idea.ask_follower': askIdeaFollower,
  ...replyJobs,
};
