import { findComments } from './queries/comments.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { NewJob } from '../core/jobs/work.ts';
import type { Planner, JobHandler } from '../core/jobs/handlers.ts';
import { type FollowerRow, findUnconfirmed, listFollowers } from './queries/followers.ts';
import { mailDay, mailFollower } from './followerMails.ts';
import { askCommentFollower } from './askFollower.ts';
import { day, done, look, wants } from './jobContext.ts';
import { alert } from './alerts.ts';

/*
 * Mails about comments: the question to who wants to hear of them, what they hear then, and what the owner hears.
 * Planned from the log when a comment is there for everybody, never before: a form is no relay for other people's mail.
 */

export const planComments: Planner = async (ctx, siteId, batch) => {
  const about = batch.filter(
    ({ kind, subjectId }) => /^comment\.(?:added|approved|held)$/.test(kind) && subjectId,
  );
  if (about.length === 0) return [];
  const site = await ctx.sites.byId(siteId);
  const rows = new Map(
    (await findComments(ctx, siteId, [...new Set(about.flatMap(({ subjectId }) => subjectId ?? []))])).map(
      (row) => [row.id, row],
    ),
  );
  const asked = new Set((await findUnconfirmed(ctx, siteId, [...rows.keys()])).map(({ id }) => id));
  const planned: NewJob[] = [];
  for (const { kind, subjectId } of about) {
    const row = subjectId === null ? undefined : rows.get(subjectId);
    if (!row || row.authorKind === 'imported') continue;
    const payload = { comment: row.id };
    if (kind !== 'comment.held' && row.state === 'approved') {
      planned.push({ kind: 'comment.tell', key: row.id, payload, runAt: 0 });
      if (asked.has(row.id))
        planned.push({ kind: 'comment.ask', key: row.id, payload: { follower: row.id }, runAt: 0 });
    }
    if (kind !== 'comment.approved' && row.authorKind === 'visitor')
      for (const address of site?.settings.comments.alert ?? [])
        planned.push({
          kind: 'comment.alert',
          key: `${row.id} ${address}`,
          payload: { ...payload, address },
          runAt: 0,
        });
  }
  return planned;
};

/** Plans a mail to each who follows the page, or what was answered: once an address. */
const notify: JobHandler = async (ctx, job) => {
  const found = await look(ctx, job);
  if (found?.row.state !== 'approved') return done;
  const { row, page, site } = found;
  const notified = new Map<string, FollowerRow>();
  const followers = await listFollowers(ctx, site.id, page.id);
  const written = new Map(
    (
      await findComments(
        ctx,
        site.id,
        followers.flatMap(({ commentId }) => commentId ?? []),
      )
    ).map((comment) => [comment.id, comment]),
  );
  for (const follower of followers) {
    const known = notified.get(follower.email);
    // That somebody answered them says more.
    if (wants(follower, row, written.get(follower.commentId ?? '')) && (!known || known.commentId === null))
      notified.set(follower.email, follower);
  }
  const now = ctx.clock.now();
  return {
    kind: 'done',
    write: (tx) =>
      [...notified.values()].map((follower) =>
        planJob(
          tx,
          site.id,
          follower.daily
            ? {
                kind: 'comment.day',
                // One a day: whatever else comes until then is told with it.
                key: `${follower.id} ${Math.floor(now / day)}`,
                payload: { follower: follower.id },
                runAt: now + day,
              }
            : {
                kind: 'comment.mail',
                key: `${row.id} ${follower.id}`,
                payload: { comment: row.id, follower: follower.id },
                runAt: 0,
              },
          now,
        ),
      ),
  };
};

export const commentJobs: Record<string, JobHandler> = {
  'comment.ask': askCommentFollower,
  'comment.tell': notify,
  'comment.mail': mailFollower,
  'comment.day': mailDay,
  'comment.alert': alert,
};
