import { wakeConversation } from './writes/snooze.ts';
import { insertNotice } from '../core/conversations/writes/notices.ts';
import { newId } from '../../shared/core/ids.ts';
import { noticeEvent, type NewNotice } from '../core/conversations/notices.ts';
import { findConversation } from '../core/conversations/queries/conversations.ts';
import { changed } from '../core/conversations/changes.ts';
import type { JobHandler } from '../core/jobs/handlers.ts';

/** A snoozed conversation comes back, and waits for staff: that is what it was put aside for. */
const wake: JobHandler = async (ctx, job) => {
  const row = await findConversation(ctx, job.siteId, String(job.payload['conversation']));
  const until = Number(job.payload['until']);
  // Woken, closed or put aside for longer meanwhile.
  if (row?.status !== 'snoozed' || row.snoozedUntil !== until) return { kind: 'done' };
  const now = ctx.clock.now();
  const notice: NewNotice = { id: newId(now), visibility: 'note', notice: { kind: 'woken', values: {} } };
  return {
    kind: 'done',
    events: [noticeEvent(row, notice), changed(row)],
    write: (tx, seq) => [wakeConversation(tx, row, until, now), ...insertNotice(tx, row, notice, seq, now)],
  };
};

export const inboxJobs: Record<string, JobHandler> = { 'inbox.wake': wake };
