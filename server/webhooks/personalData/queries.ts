import { and, eq, or } from 'drizzle-orm';
import { isOfOwn } from '../../core/conversations/queries/personalData.ts';
import type { Person } from '../../core/people/privacy/person.ts';
import type { PersonalData } from '../../core/people/privacy/personalData.ts';
import { isOneOf, pageOfRows, personalTable } from '../../core/people/privacy/queries/rows.ts';
import type { AccountMerger } from '../../core/people/visitors/accountMerger.ts';
import { webhookMessages } from '../tables.ts';
import { emptyAnswers, eraseAround, eraseMessages, eraseOfSubjects } from '../writes.ts';

const messageTable = {
  kind: 'webhooks',
  table: webhookMessages,
  key: webhookMessages.id,
  of: (person: Person) =>
    or(isOneOf(webhookMessages.visitorId, person.visitors), isOfOwn(webhookMessages.conversationId, person)),
  // What was told is in the other kinds; a note among it is the staff's.
  without: ['visitorId', 'body'],
} as const;

/** A person's data in webhook deliveries. What those keep of it is theirs to erase. */
export const personalWebhooks: PersonalData = {
  ...personalTable(messageTable),
  async erase(ctx, person) {
    const page = await pageOfRows(ctx, messageTable, person);
    if (page.length === 0) return null;
    return {
      write: (tx) =>
        eraseMessages(
          tx,
          person.siteId,
          page.map(({ row }) => row.id),
        ),
    };
  },
  redact: eraseAround,
  eraseCopies: eraseOfSubjects,
  // What a program answered may be about anybody.
  async forget(ctx, siteId, after) {
    // They are never older than webhooks are kept.
    if (after === 'person') await ctx.database.write((tx) => [emptyAnswers(tx, siteId)]);
  },
};

export const mergeWebhooks: AccountMerger = (tx, siteId, visitor, account) => [
  tx
    .update(webhookMessages)
    .set({ visitorId: account })
    .where(and(eq(webhookMessages.siteId, siteId), eq(webhookMessages.visitorId, visitor))),
];
