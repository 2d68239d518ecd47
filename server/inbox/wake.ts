import { and, eq } from 'drizzle-orm';
import { newId } from '../../shared/core/ids.ts';
import { insertNotice, type NewNotice, noticeEvent } from '../core/conversations/notices.ts';
import { findConversation } from '../core/conversations/queries.ts';
import { conversations } from '../core/conversations/tables.ts';
import { changed, ofConversation } from '../core/conversations/changes.ts';
import { decisive } from '../core/db/database.ts';
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
    write: (tx, seq) => [
      decisive(
        tx
          .update(conversations)
          .set({ status: 'open', snoozedUntil: null, waitingFor: 'staff', lastMessageAt: now })
          .where(
            and(
              ofConversation(row.siteId, row.id),
              eq(conversations.status, 'snoozed'),
              eq(conversations.snoozedUntil, until),
            ),
          ),
      ),
      ...insertNotice(tx, row, notice, seq, now),
    ],
  };
};

export const inboxJobs: Record<string, JobHandler> = { 'inbox.wake': wake };
