import type { Context } from '../../../context.ts';
import type { Queries, Statement } from '../../db/database.ts';
import { planJob } from '../../jobs/queries.ts';
import type { Job } from '../../jobs/work.ts';
import type { NoticeText } from './noticeText.ts';

/** The kind of the jobs that push a notice to a person's browsers. */
export const noticeJobKind = 'push.notice';

/** Writes a feature's notices to staff, beside those about messages, in a language. Null where it's no news any more. */
export type NoticeWriter = (
  ctx: Context,
  job: Pick<Job, 'siteId' | 'payload'>,
  language: string,
) => Promise<NoticeText | null>;

/**
 * Statements that have a notice pushed to one person's browsers; none where nothing pushes.
 * @param notice `writer` names who writes it; `key` the notice: planned twice, it's pushed once
 */
export const pushNotice = (
  ctx: Pick<Context, 'work'>,
  tx: Queries,
  siteId: string,
  notice: { writer: string; key: string; staffId: string; payload: Job['payload']; now: number },
): Statement[] => {
  const { writer, key, staffId, now } = notice;
  const payload = { ...notice.payload, writer, staff: staffId, at: now };
  return ctx.work.handlers.has(noticeJobKind)
    ? [planJob(tx, siteId, { kind: noticeJobKind, key: `${writer} ${key}`, payload, runAt: now }, now)]
    : [];
};
