import { assertPresent } from '../assertPresent.ts';
import type { MailKind } from '../../../shared/core/mail/schema.ts';
import type { Context } from '../../context.ts';
import type { Job, JobResult } from '../jobs/work.ts';
import type { Site } from '../people/sites/sites.ts';
import { messageIdOf } from './addresses.ts';
import { deliver } from './deliver.ts';
import type { Letter } from './letter.tsx';
import { findMail, isStopped, makeMail } from './queries.ts';
import type { Postage } from './writes/budget.ts';

const hour = 3_600_000;

/**
 * One mail of a job about something public, its row before its first byte. Where the address has enough for today, the
 * job is tried again in an hour; where it wants none, it is done.
 */
export const sendOnce = async (
  ctx: Context,
  job: Job,
  given: {
    site: Site;
    kind: MailKind;
    /** The subject of the mail: mails about the same are one thread. */
    about: string;
    address: string;
    /** The member of staff it goes to, where it is one. */
    staffId?: string;
    /** Whether who reads it asked for it, or the owner did. */
    isProven: Postage['isProven'];
    /** True for a question whether the address is theirs. */
    asks?: boolean;
    /**
     * Words of ours and of the site's. What a stranger's browser said, a title or a name, comes after ours, so that it
     * is neither subject nor what an inbox shows beside it.
     */
    subject: string;
    letter: Letter;
    /** True where a reply to it is taken: see `mailReplies.ts`. */
    takesReply?: boolean;
  },
): Promise<JobResult> => {
  const { site, kind, about, address, staffId = null, isProven, asks = false, subject, letter } = given;
  let mail = await findMail(ctx, site.id, job.id);
  if (!mail) {
    if (await isStopped(ctx, site.id, address)) return { kind: 'done' };
    const made = await makeMail(
      ctx,
      {
        siteId: site.id,
        id: job.id,
        kind,
        conversationId: about,
        address,
        staffId,
        messageId: messageIdOf(ctx, job.id),
        state: 'sending',
      },
      { siteId: site.id, address, visitorId: null, isProven, asks },
    );
    if (!made) return { kind: 'later', at: ctx.clock.now() + hour };
    mail = assertPresent(await findMail(ctx, site.id, job.id), 'the job’s mail was just made');
  }
  return deliver(ctx, mail, {
    fromName: site.settings.teamName || site.name,
    subject,
    letter,
    takesReply: given.takesReply ?? false,
  });
};
