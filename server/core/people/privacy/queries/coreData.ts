import { and, asc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { canonicalEmail } from '../../../emailAddress.ts';
import { attachments } from '../../../content/attachments/tables.ts';
import { isOfOwn } from '../../../conversations/queries/personalData.ts';
import { events } from '../../../events/tables.ts';
import { mails, setAsideMails } from '../../../mail/tables.ts';
import { visitorSecrets, visitors } from '../../visitors/tables.ts';
import { batchSize, type Person } from '../person.ts';
import type { PersonalData } from '../personalData.ts';
import { eachRow, eachText, isOneOf, pageOfRows, personalTable } from './rows.ts';
import { likeLiteral } from '../../../db/like.ts';

const fileTable = {
  kind: 'files',
  table: attachments,
  key: attachments.id,
  of: (person: Person) =>
    or(
      and(eq(attachments.senderKind, 'visitor'), isOneOf(attachments.senderId, person.visitors)),
      isOfOwn(attachments.conversationId, person),
    ),
  without: ['hash', 'senderId'],
} as const;

/** Files that a person sent, and those that were sent to them. */
export const personalFiles: PersonalData = {
  ...personalTable(fileTable),
  async *files(ctx, person) {
    for await (const { id, name, type } of eachRow(ctx, fileTable, person)) yield { id, name, type };
  },
  async erase(ctx, person) {
    const page = await pageOfRows(ctx, fileTable, person);
    if (page.length === 0) return null;
    const ids = page.map(({ row }) => row.id);
    return {
      files: ids,
      write: (tx) => [
        tx
          .delete(attachments)
          .where(and(eq(attachments.siteId, person.siteId), inArray(attachments.id, ids))),
      ],
    };
  },
};

const isAddress = (column: typeof mails.address, emails: readonly string[]): SQL =>
  emails.length ? sql`lower(${column}) in ${[...emails]}` : sql`1 = 0`;

export const mailTable = {
  kind: 'emails',
  table: mails,
  key: mails.id,
  of: (person: Person) =>
    or(
      // Mails to staff are about a conversation, and go with it. Whose they are is nothing for the visitor.
      and(isOfOwn(mails.conversationId, person), person.isSelf ? isNull(mails.staffId) : undefined),
      and(isNull(mails.staffId), isAddress(mails.address, person.emails)),
    ),
  without: ['after', 'upTo', 'staffId'],
} as const;

/** The log of mails to and from a person. */
export const personalMails: PersonalData = {
  ...personalTable(mailTable),
  async *addresses(ctx, siteId) {
    for await (const address of eachText(ctx, mails, mails.address, siteId)) yield canonicalEmail(address);
  },
  async erase(ctx, person) {
    const page = await pageOfRows(ctx, mailTable, person);
    if (page.length === 0) return null;
    const ids = page.map(({ row }) => row.id);
    return {
      write: (tx) => [tx.delete(mails).where(and(eq(mails.siteId, person.siteId), inArray(mails.id, ids)))],
    };
  },
};

export const asideTable = {
  kind: 'incoming_emails',
  table: setAsideMails,
  key: setAsideMails.id,
  of: (person: Person) =>
    or(
      isOfOwn(setAsideMails.conversationId, person),
      // As it stands in the mail: with a name around it, mostly.
      ...person.emails.map(
        (email) => sql`lower(${setAsideMails.address}) like ${`%${likeLiteral(email)}%`} escape '\\'`,
      ),
    ),
} as const;

/** Mails of a person that became no message. */
export const personalAsides: PersonalData = {
  ...personalTable(asideTable),
  async *addresses(ctx, siteId) {
    for await (const from of eachText(ctx, setAsideMails, setAsideMails.address, siteId))
      yield canonicalEmail(/<([^<>\s]{3,254})>/.exec(from)?.[1] ?? from);
  },
  async erase(ctx, person) {
    const page = await pageOfRows(ctx, asideTable, person);
    if (page.length === 0) return null;
    const ids = page.map(({ row }) => row.id);
    return {
      write: (tx) => [
        tx
          .delete(setAsideMails)
          .where(and(eq(setAsideMails.siteId, person.siteId), inArray(setAsideMails.id, ids))),
      ],
    };
  },
};

const profileTable = {
  kind: 'profile',
  table: visitors,
  key: visitors.id,
  of: (person: Person) => isOneOf(visitors.id, person.visitors),
  without: ['emailKey'],
} as const;

/**
 * A person's profile. The last to go, since all else is found through it. Events keep their place in the log and say
 * nothing any more.
 */
export const personalProfile: PersonalData = {
  ...personalTable(profileTable),
  async erase(ctx, person) {
    const { siteId } = person;
    const ofThem = and(eq(events.siteId, siteId), isOneOf(events.visitorId, person.visitors));
    const logged = await ctx.database.read
      .select({ seq: events.seq })
      .from(events)
      .where(ofThem)
      .orderBy(asc(events.seq))
      .limit(batchSize);
    if (logged.length) {
      const places = logged.map(({ seq }) => seq);
      return {
        write: (tx) => [
          tx
            .update(events)
            .set({
              kind: 'erased',
              visitorId: null,
              conversationId: null,
              subjectId: null,
              audience: 'staff',
            })
            .where(and(eq(events.siteId, siteId), inArray(events.seq, places))),
        ],
      };
    }
    const page = await pageOfRows(ctx, profileTable, person);
    if (page.length === 0) return null;
    const ids = page.map(({ row }) => row.id);
    return {
      write: (tx) => [
        tx
          .delete(visitorSecrets)
          .where(and(eq(visitorSecrets.siteId, siteId), inArray(visitorSecrets.visitorId, ids))),
        tx.delete(visitors).where(and(eq(visitors.siteId, siteId), inArray(visitors.id, ids))),
      ],
    };
  },
};
