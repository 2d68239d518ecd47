import { longest } from '../../../../shared/core/fields.ts';
import type { SetAsideReason } from '../../../../shared/core/mail/schema.ts';
import type { Context } from '../../../context.ts';
import { cut } from '../../content/cut.ts';
import { noticeEvent } from '../../conversations/notices.ts';
import type { ConversationRow } from '../../conversations/queries/conversations.ts';
import { bringBack, insertNotice } from '../../conversations/writes/notices.ts';
import { decisive } from '../../db/database.ts';
import { derivedId } from '../../derivedId.ts';
import { insertSetAside } from '../queries.ts';
import { noteOf } from './notes.ts';

/** A mail that becomes no message, as it is listed. */
export interface Turned {
  /** Tells it from others: the same when it is brought again. */
  key: string;
  address: string;
  subject: string;
  excerpt: string;
}

/** Code units of a mail's words that are listed. */
const maxExcerpt = 300;

/** One line of what a stranger wrote. */
const oneLine = (text: string, max: number): string =>
  cut(
    text
      .slice(0, 4 * max)
      .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, ' ')
      .trim()
      .toWellFormed(),
    max,
  );

/** The row of a mail that is set aside. */
export const asideRow = (
  siteId: string,
  conversationId: string | null,
  reason: SetAsideReason,
  turned: Turned,
) => ({
  siteId,
  id: derivedId('set aside', siteId, conversationId ?? '', turned.key),
  reason,
  conversationId,
  address: oneLine(turned.address, longest.email),
  subject: oneLine(turned.subject, longest.title),
  excerpt: oneLine(turned.excerpt, maxExcerpt),
});

/** Lists a mail for staff, once. */
export const setAside = async (
  ctx: Context,
  siteId: string,
  conversationId: string | null,
  reason: SetAsideReason,
  turned: Turned,
): Promise<SetAsideReason> => {
  const row = asideRow(siteId, conversationId, reason, turned);
  await ctx.database.write((tx) => insertSetAside(tx, row, ctx.clock.now()));
  return reason;
};

/** Lists a mail that may hold a reply and was not read, and says so in its conversation, which comes back to staff. */
export const turnDown = async (
  ctx: Context,
  row: ConversationRow,
  reason: 'unreadable' | 'too_large',
  turned: Turned,
): Promise<SetAsideReason> => {
  const { siteId } = row;
  const aside = asideRow(siteId, row.id, reason, turned);
  const notice = noteOf(aside.id, 'mail_unread', { address: aside.address });
  const now = ctx.clock.now();
  await ctx.database.commit({
    site: siteId,
    events: [noticeEvent(row, notice)],
    write: (tx, seq) => {
      const [first, ...rest] = insertSetAside(tx, aside, now);
      return [
        ...(first ? [decisive(first)] : []),
        ...rest,
        ...insertNotice(tx, row, notice, seq, now),
        bringBack(tx, row, now),
      ];
    },
  });
  return reason;
};
