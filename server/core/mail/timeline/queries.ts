import { and, isNull } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { asideTable, mailTable } from '../../people/privacy/queries/coreData.ts';
import { firstWords, timelineOf } from '../../people/timeline/queries/rows.ts';
import type { TimelineSource } from '../../people/timeline/source.ts';
import { mails, setAsideMails } from '../tables.ts';

/** Mails in a person's time line: sent to them, taken from them, and set aside. */
export const mailTimeline = (ctx: Context): TimelineSource[] => [
  timelineOf<{ state: string; conversation: string; address: string }>(ctx, {
    ...mailTable,
    at: mails.createdAt,
    // What the team got is the team's.
    of: (person) => and(mailTable.of(person), isNull(mails.staffId)),
    select: { state: mails.state, conversation: mails.conversationId, address: mails.address },
    toEntry: ({ state, conversation, address }) => ({
      kind: 'mail',
      by: state === 'received' ? 'person' : 'system',
      text: address,
      detail: state,
      conversation: conversation || null,
      url: null,
    }),
  }),
  timelineOf<{ subject: string; reason: string; conversation: string | null }>(ctx, {
    ...asideTable,
    at: setAsideMails.at,
    select: {
      subject: firstWords(setAsideMails.subject),
      reason: setAsideMails.reason,
      conversation: setAsideMails.conversationId,
    },
    toEntry: ({ subject, reason, conversation }) => ({
      kind: 'mail_not_taken',
      by: 'person',
      text: subject,
      detail: reason,
      conversation,
      url: null,
    }),
  }),
];
