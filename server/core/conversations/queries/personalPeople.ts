import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { peopleOf } from '../../../../shared/core/conversations/mailNames.ts';
import type { MailPerson, MessageMail } from '../../../../shared/core/conversations/mailPeople.ts';
import { attachments } from '../../content/attachments/tables.ts';
import { likeLiteral } from '../../db/like.ts';
import { canonicalEmail } from '../../emailAddress.ts';
import type { Person } from '../../people/privacy/person.ts';
import type { PersonalData } from '../../people/privacy/personalData.ts';
import { countRows, eachRow, pageOfRows } from '../../people/privacy/queries/rows.ts';
import { changed } from '../changes.ts';
import { forgetMessages } from '../messageCache.ts';
import { conversations, messages } from '../tables.ts';

/** Messages of anybody's conversations whose mail names a person. */
const namesOne = ({ emails }: Person): SQL =>
  emails.length
    ? (and(
        sql`mail is not null`,
        or(
          ...emails.map(
            (email) =>
              sql`lower(${messages.mail}) like ${`%"address":"${likeLiteral(JSON.stringify(email).slice(1, -1))}"%`} escape '\\'`,
          ),
        ),
      ) ?? sql`1 = 0`)
    : sql`1 = 0`;

const table = { kind: 'messages', table: messages, key: messages.id, of: namesOne } as const;

const isOf =
  ({ emails }: Person) =>
  ({ address }: MailPerson): boolean =>
    emails.includes(canonicalEmail(address));

/** A mail without a person; null where nobody else is left. */
const without = (mail: MessageMail, person: Person): MessageMail | null => {
  const rest = (list: readonly MailPerson[] = []) => list.filter((one) => !isOf(person)(one));
  const [to, cc, bcc] = [rest(mail.to), rest(mail.cc), rest(mail.bcc)];
  const from = mail.from && !isOf(person)(mail.from) ? mail.from : undefined;
  const left = {
    ...(from && { from }),
    ...(mail.isApart && { isApart: true as const }),
    ...(to.length && { to }),
    ...(cc.length && { cc }),
    ...(bcc.length && { bcc }),
  };
  return Object.keys(left).length ? left : null;
};

/** A person as one whom mails of others' conversations name: what they wrote there, and where they stand. */
export const personalPeople: PersonalData = {
  kind: 'messages',
  count: (ctx, person) => countRows(ctx, table, person),
  async *export(ctx, person) {
    for await (const { id, at, body, mail } of eachRow(ctx, table, person))
      yield {
        id,
        at,
        ...(mail?.from && isOf(person)(mail.from) && { body }),
        as: (mail ? peopleOf(mail) : []).filter(isOf(person)),
      };
  },
  async erase(ctx, person) {
    const page = (await pageOfRows(ctx, table, person)).map(({ row }) => row);
    if (page.length === 0) return null;
    const written = page.filter(({ mail }) => mail?.from && isOf(person)(mail.from));
    const files = written.flatMap(({ attachments: carried }) => (carried ?? []).map(({ id }) => id));
    return {
      files,
      // The search and open screens hear of it.
      events: written.map(({ id, conversationId, authorId }) => ({
        ...changed({ id: conversationId, visitorId: authorId ?? '' }, 'message.changed', id),
        audience: 'staff' as const,
      })),
      write: (tx) => [
        ...page.map(({ id, mail }) =>
          tx
            .update(messages)
            .set({ mail: mail && without(mail, person) })
            .where(and(eq(messages.siteId, person.siteId), eq(messages.id, id))),
        ),
        ...(written.length
          ? [
              tx
                .update(messages)
                .set({
                  body: '',
                  rich: [],
                  quoted: null,
                  attachments: null,
                  removed: { by: 'visitor', name: '', what: 'message' },
                })
                .where(
                  and(
                    eq(messages.siteId, person.siteId),
                    inArray(
                      messages.id,
                      written.map(({ id }) => id),
                    ),
                  ),
                ),
            ]
          : []),
        ...written.map(({ conversationId, seq }) =>
          tx
            .update(conversations)
            .set({ preview: '' })
            .where(
              and(
                eq(conversations.siteId, person.siteId),
                eq(conversations.id, conversationId),
                eq(conversations.lastSeq, seq),
              ),
            ),
        ),
        ...(files.length
          ? [
              tx
                .delete(attachments)
                .where(and(eq(attachments.siteId, person.siteId), inArray(attachments.id, files))),
            ]
          : []),
      ],
    };
  },
  forget: (ctx) => forgetMessages(ctx),
};
