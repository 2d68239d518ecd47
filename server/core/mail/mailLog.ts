import { mailLog, mailLogQuery } from '../../../shared/core/mail/schema.ts';
import { type MailState, statesOf } from '../../../shared/core/mail/states.ts';
import * as contract from '../../../shared/core/mail/routes.ts';
import type { Context } from '../../context.ts';
import { Failure } from '../http/failure.ts';
import { type Api, mount } from '../http/mount.ts';
import { findJobs } from '../jobs/queries.ts';
import type { Job } from '../jobs/work.ts';
import { findMail, listMailsIn, type MailRow } from './queries.ts';

const pageSize = 50;

/** A page of a site's mails in some states: each state is read by its index, so that rare ones are found at once. */
const listPage = async (
  ctx: Context,
  siteId: string,
  states: readonly MailState[],
  before: MailRow | null,
): Promise<MailRow[]> => {
  const lists = await Promise.all(
    states.map((state) => listMailsIn(ctx, siteId, state, before, pageSize + 1)),
  );
  return lists
    .flat()
    .sort((one, other) => other.createdAt - one.createdAt || (one.id < other.id ? 1 : -1))
    .slice(0, pageSize + 1);
};

const toView = (row: MailRow, job: Job | undefined) => ({
  id: row.id,
  kind: row.kind,
  with: row.staffId === null ? ('visitor' as const) : ('staff' as const),
  state: row.state,
  createdAt: row.createdAt,
  at: row.at,
  address: row.address,
  conversation: row.conversationId,
  job:
    job && job.state !== 'done'
      ? { state: job.state, attempts: job.attempts, at: job.runAt, lastError: job.lastError }
      : null,
});

/** The log of a site's mails. */
export const mountMailLog = (api: Api): void => {
  mount(
    api,
    contract.listMailLog,
    {
      access: 'staff',
      rate: 'staff',
      query: mailLogQuery,
      reply: mailLog,
      operationId: 'listMails',
      scope: 'conversations:read',
      summary: 'List emails sent and received, newest first',
    },
    async ({ ctx, site, query }) => {
      const before = query.before ? await findMail(ctx, site.id, query.before) : null;
      if (query.before && !before)
        throw new Failure('invalid', 'There’s no such email.', { fields: { before: 'unknown' } });
      const found = await listPage(ctx, site.id, statesOf[query.group ?? 'all'], before);
      const rows = found.slice(0, pageSize);
      const jobs = await findJobs(
        ctx,
        site.id,
        rows.map(({ id }) => id),
      );
      const jobOf = new Map(jobs.map((job) => [job.id, job]));
      return { mails: rows.map((row) => toView(row, jobOf.get(row.id))), more: found.length > pageSize };
    },
  );
};
