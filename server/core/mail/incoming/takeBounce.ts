import type { Context } from '../../../context.ts';
import { noticeEvent } from '../../conversations/notices.ts';
import type { ConversationRow } from '../../conversations/queries/conversations.ts';
import { bringBack, insertNotice } from '../../conversations/writes/notices.ts';
import { insertSetAside, type MailRow, setMailState } from '../queries.ts';
import { noteOf } from './notes.ts';
import { asideRow, type Turned } from './setAside.ts';

/**
 * A mail of ours came back. One to a visitor is said in its conversation, once, which comes back to staff: whoever they
 * wrote to has not heard of it.
 */
export const takeBounce = async (
  ctx: Context,
  mail: MailRow,
  row: ConversationRow,
  turned: Turned,
): Promise<'bounced' | 'repeated'> => {
  if (mail.state === 'bounced') return 'repeated';
  const notice =
    mail.kind === 'forward'
      ? noteOf(mail.id, 'forward_bounced', { address: mail.address })
      : noteOf(mail.id, 'mail_bounced', {});
  const now = ctx.clock.now();
  const isVisitors = mail.staffId === null;
  await ctx.database.commit({
    site: mail.siteId,
    events: isVisitors ? [noticeEvent(row, notice)] : [],
    write: (tx, seq) => [
      setMailState(tx, mail, 'bounced', now),
      ...insertSetAside(tx, asideRow(mail.siteId, row.id, 'bounced', turned), now),
      ...(isVisitors ? [...insertNotice(tx, row, notice, seq, now), bringBack(tx, row, now)] : []),
    ],
  });
  return 'bounced';
};
