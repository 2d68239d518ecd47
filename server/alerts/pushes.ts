import { toMessageViews, findMessages } from '../core/conversations/queries/messages.ts';
import { listColleagues, listChoices, listOnline } from '../core/people/staff/queries.ts';
import type { Planner, JobHandler } from '../core/jobs/handlers.ts';
import type { Push } from '../../shared/alerts/schema.ts';
import { usualChoices } from '../../shared/core/people/alertChoices.ts';
import { inboxPath } from '../../shared/core/mail/routes.ts';
import type { Context } from '../context.ts';
import { excerpt } from '../core/content/markdown.ts';
import { type ConversationRow, findConversation } from '../core/conversations/queries/conversations.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { Job, NewJob, JobResult } from '../core/jobs/work.ts';
import { isMentioned } from '../core/mail/plan.ts';
import { fill } from '../core/pages/texts.ts';
import { isQuietAt } from '../core/people/staff/alertChoices.ts';
import type { Colleague } from '../core/people/staff/colleagues.ts';
import { dispatch, forget, freshFor, isTheirs } from './dispatch.ts';
import { noticeJobs } from './notices.ts';
import { findDevice, hasDevices, listDevices, findAlerting } from './queries.ts';
import { pushTexts } from './texts.ts';

/** Messages of one conversation within this time become one push, milliseconds. */
const burst = 60_000;
/** A delay before a push, milliseconds: staff at the inbox see the message there first. */
const grace = 10_000;
const maxBodyLength = 160;

const done: JobResult = { kind: 'done' };

/** Pushes that may follow from messages; each looks again, when its time comes, whether it is still wanted. */
export const planPushes: Planner = async (ctx, siteId, batch) => {
  const ids = batch.flatMap(({ kind, subjectId }) =>
    kind === 'message.added' && subjectId !== null ? [subjectId] : [],
  );
  if (ids.length === 0 || !(await hasDevices(ctx, siteId))) return [];
  const rows = await findAlerting(ctx, siteId, ids);
  return rows.flatMap(({ id, conversationId, visibility, body, at }): NewJob[] => {
    const payload = { conversation: conversationId, message: id };
    if (visibility === 'note')
      return body.includes('@') ? [{ kind: 'push.mention', key: id, payload, runAt: at + grace }] : [];
    const key = `${conversationId} ${Math.floor(at / burst)}`;
    return [{ kind: 'push.message', key, payload, runAt: at + grace }];
  });
};

interface NewMessage {
  row: ConversationRow;
  message: Awaited<ReturnType<typeof toMessageViews>>[number];
}

const findNewMessage = async (ctx: Context, job: Job): Promise<NewMessage | null> => {
  const row = await findConversation(ctx, job.siteId, String(job.payload['conversation']));
  const found = await findMessages(ctx, job.siteId, [String(job.payload['message'])]);
  const [message] = await toMessageViews(ctx, job.siteId, found);
  return row && message && ctx.clock.now() - message.at < freshFor ? { row, message } : null;
};

/** One push a browser of those who are away and want it now. */
const notify = async (
  ctx: Context,
  job: Job,
  { row, message }: NewMessage,
  people: Colleague[],
  why: 'wrote' | 'mentioned',
): Promise<JobResult> => {
  const here = new Set((await listOnline(ctx, job.siteId)).map(({ id }) => id));
  const choices = await listChoices(ctx, job.siteId);
  const now = ctx.clock.now();
  const wanted = people.filter(({ id }) => {
    const own = choices.get(id) ?? usualChoices;
    const isTheirs = why === 'mentioned' || row.assigneeId === id || own.what === 'all';
    return isTheirs && !here.has(id) && !isQuietAt(own, now);
  });
  if (wanted.length === 0) return done;
  const devices = await listDevices(
    ctx,
    job.siteId,
    wanted.map(({ id }) => id),
  );
  return {
    kind: 'done',
    write: (tx) =>
      devices.map(({ id }) =>
        planJob(
          tx,
          job.siteId,
          {
            kind: 'push.send',
            key: `${message.id} ${id}`,
            payload: { conversation: row.id, message: message.id, device: id, why },
            runAt: now,
          },
          now,
        ),
      ),
  };
};

const pushMessage: JobHandler = async (ctx, job) => {
  const arrived = await findNewMessage(ctx, job);
  if (!arrived) return done;
  const { row, message } = arrived;
  const isSeen = row.staffSeen >= message.seq || row.waitingFor !== 'staff';
  if (isSeen || row.status !== 'open' || row.held) return done;
  const colleagues = await listColleagues(ctx, job.siteId);
  const owner = row.assigneeId ?? null;
  return notify(ctx, job, arrived, owner ? colleagues.filter(({ id }) => id === owner) : colleagues, 'wrote');
};

const pushMention: JobHandler = async (ctx, job) => {
  const arrived = await findNewMessage(ctx, job);
  if (!arrived) return done;
  const { body, author } = arrived.message;
  const called = (await listColleagues(ctx, job.siteId)).filter(
    ({ id, name }) => id !== author.id && isMentioned(body, name),
  );
  return notify(ctx, job, arrived, called, 'mentioned');
};

const sendPush: JobHandler = async (ctx, job) => {
  const { siteId, payload } = job;
  const arrived = await findNewMessage(ctx, job);
  const device = await findDevice(ctx, siteId, String(payload['device']));
  const site = await ctx.sites.byId(siteId);
  if (!arrived || !device || !site) return done;
  if (!(await isTheirs(ctx, device))) return forget(device);
  const { row, message } = arrived;
  const own = (await listChoices(ctx, siteId)).get(device.staffId) ?? usualChoices;
  const texts = pushTexts(device.language);
  const title = fill(texts[payload['why'] === 'mentioned' ? 'mentioned' : 'wrote'], {
    name: message.author.name || texts.somebody,
  });
  const push: Push = {
    title: `${title} · ${site.name}`,
    body: own.words ? excerpt(message.rich, maxBodyLength) || row.subject : '',
    tag: row.id,
    path: inboxPath(siteId, row.id),
    language: device.language,
  };
  return dispatch(ctx, device, push, message.at + freshFor);
};

export const pushJobs: Record<string, JobHandler> = {
  ...noticeJobs,
  'push.message': pushMessage,
  'push.mention': pushMention,
  'push.send': sendPush,
};
