import { mainLanguage } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import { findConversations, type ConversationRow } from '../../core/conversations/queries/conversations.ts';
import { type NewNotice, noticeEvent } from '../../core/conversations/notices.ts';
import { insertNotice } from '../../core/conversations/writes/notices.ts';
import { derivedId } from '../../core/derivedId.ts';
import { canonicalEmail, isSameEmail } from '../../core/emailAddress.ts';
import { planJob } from '../../core/jobs/queries.ts';
import type { JobHandler, Planner } from '../../core/jobs/handlers.ts';
import type { JobResult, NewJob } from '../../core/jobs/work.ts';
import { findVisitorRow, hasProven } from '../../core/people/visitors/queries.ts';
import { type AnswerRow, findAnswer } from '../queries/answers.ts';
import { listMerged } from '../queries/community.ts';
import { listFollowers } from '../queries/followers.ts';
import { insertFollower } from '../writes/followers.ts';
import { askQuestionFollower, mailAnswer } from './mails.ts';

/*
 * What follows from an answer that everybody can read: who asked it finds it in their conversation, and they and those
 * who follow the question hear by mail. Planned from the log, never by who writes.
 */

const done: JobResult = { kind: 'done' };

/** The time to undo a publication by staff before others are told, milliseconds. */
export const undoTime = 30_000;

export const planAnswers: Planner = async (_ctx, _siteId, batch) =>
  batch.flatMap(({ kind, subjectId, at }): NewJob[] => {
    if (subjectId === null) return [];
    const payload = { subject: subjectId };
    if (kind === 'answer.added') return [{ kind: 'answer.tell', key: subjectId, payload, runAt: 0 }];
    if (kind === 'answer.published')
      return [{ kind: 'answer.tell', key: subjectId, payload, runAt: at + undoTime }];
    return kind === 'question.followed'
      ? [{ kind: 'question.ask_follower', key: subjectId, payload, runAt: 0 }]
      : [];
  });

/** The id under which who asked follows their question: one press ends it for good. */
export const askerFollowId = (siteId: string, questionId: string, visitorId: string): string =>
  derivedId(siteId, 'asker follows', questionId, visitorId);

/** Visitors who asked a question or one merged into it, without the answer's author. */
const askersOf = async (ctx: Context, row: AnswerRow): Promise<ConversationRow[]> => {
  const merged = await listMerged(ctx, row.siteId, row.questionId);
  const ids = merged.flatMap(({ conversationId }) => conversationId ?? []);
  const conversations = ids.length ? await findConversations(ctx, row.siteId, ids) : [];
  return conversations.filter(({ visitorId }) => visitorId !== row.authorId);
};

/** Tells who asked, and plans a mail to each who follows: once an address. */
const tell: JobHandler = async (ctx, job) => {
  const row = await findAnswer(ctx, job.siteId, String(job.payload['subject']));
  const site = await ctx.sites.byId(job.siteId);
  if (!site || row?.state !== 'public') return done;
  const now = ctx.clock.now();
  // What staff said in the conversation is there already, and was mailed from there.
  const askers = row.messageId === null ? await askersOf(ctx, row) : [];
  const questions = (await listMerged(ctx, site.id, row.questionId)).map(({ id }) => id);
  const author =
    row.authorKind === 'visitor' && row.authorId ? await findVisitorRow(ctx, site.id, row.authorId) : null;
  const told = new Map<string, string>();
  for (const { email, id } of await listFollowers(ctx, site.id, questions))
    if (!told.has(email) && !isSameEmail(email, author?.email ?? '')) told.set(email, id);
  const follows: Parameters<typeof insertFollower>[1][] = [];
  for (const asked of askers) {
    const visitor = await findVisitorRow(ctx, site.id, asked.visitorId);
    if (!visitor?.email) continue;
    const id = askerFollowId(site.id, row.questionId, visitor.id);
    const email = canonicalEmail(visitor.email);
    follows.push({
      siteId: site.id,
      id,
      questionId: row.questionId,
      email,
      language: visitor.language || mainLanguage(site.settings),
      isAsker: true,
      confirmedAt: hasProven(visitor, visitor.email) ? now : null,
      createdAt: now,
    });
    if (!told.has(email)) told.set(email, id);
  }
  const notices = askers.map((asked) => ({
    asked,
    notice: {
      id: derivedId(site.id, 'new answer', row.id, asked.id),
      visibility: 'public',
      notice: { kind: 'new_answer', values: {} },
    } satisfies NewNotice,
  }));
  return {
    kind: 'done',
    events: notices.map(({ asked, notice }) => noticeEvent(asked, notice)),
    write: (tx, seq) => [
      ...notices.flatMap(({ asked, notice }, place) => insertNotice(tx, asked, notice, seq + place, now)),
      ...follows.map((follow) => insertFollower(tx, follow).decisive),
      ...[...told.values()].map((follower) =>
        planJob(
          tx,
          site.id,
          {
            kind: 'answer.mail',
            key: `${row.id} ${follower}`,
            payload: { subject: row.id, follower },
            runAt: 0,
          },
          now,
        ),
      ),
    ],
  };
};

export const communityJobs: Record<string, JobHandler> = {
  'answer.tell': tell,
  'answer.mail': mailAnswer,
  'question.ask_follower': askQuestionFollower,
};
