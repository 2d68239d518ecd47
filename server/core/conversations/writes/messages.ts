import { ofConversation } from './changes.ts';
import { and, eq, gt, ne, notExists, sql } from 'drizzle-orm';
import type { MessageMail } from '../../../../shared/core/conversations/mailPeople.ts';
import { type Message, ownPromiseKinds } from '../../../../shared/core/conversations/schema.ts';
import type { Context } from '../../../context.ts';
import { decisive, type Queries, type Statement } from '../../db/database.ts';
import { Failure } from '../../http/failure.ts';
import type { Site } from '../../people/sites/sites.ts';
import { refuseBlocked } from '../../people/visitors/visitor.ts';
import { promiseEvent } from '../changes.ts';
import { promiseFrom } from '../promise.ts';
import { type ConversationRow, findConversation } from '../queries/conversations.ts';
import { conversations, messages } from '../tables.ts';
import { addMessage, type NewMessage } from './addMessage.ts';
import { touchByVisitor, touchByStaff } from './messageRows.ts';

/** Adds a visitor's words; opens the conversation again and makes a promise when none stands. */
export const addVisitorMessage = async (
  ctx: Context,
  site: Site,
  row: ConversationRow,
  visitor: { name: string | null; blocked: boolean },
  given: NewMessage,
): Promise<Message> => {
  refuseBlocked(visitor);
  const merged = row.mergedInto && (await findConversation(ctx, site.id, row.mergedInto));
  if (merged) return addVisitorMessage(ctx, site, merged, visitor, given);
  const promiseAt =
    row.promiseAt ??
    (ownPromiseKinds.includes(row.kind) ? null : await promiseFrom(ctx, site, ctx.clock.now()));
  const author = {
    kind: 'visitor',
    id: row.visitorId,
    name: visitor.name ?? '',
    visibility: 'public',
  } as const;
  return addMessage(ctx, row, given, author, (tx, change) => touchByVisitor(tx, { ...change, promiseAt }));
};

/**
 * Adds a staff member's public reply or private note. A public reply keeps the promise, takes the conversation when
 * nobody has it, and waits for the visitor.
 */
export const addStaffMessage = (
  ctx: Context,
  row: ConversationRow,
  staff: { id: string; name: string; via?: string | null },
  given: {
    id: string;
    body: string;
    attachments?: string[] | undefined;
    visibility: 'public' | 'note';
    mail?: MessageMail | null | undefined;
    /** The newest place that the writer has seen. */
    after?: number | undefined;
  },
  /** Further writes in the same commit: mentions. */
  write: (tx: Queries) => Statement[] = () => [],
): Promise<Message> =>
  addMessage(
    ctx,
    row,
    given,
    { kind: 'staff', ...staff, visibility: given.visibility },
    (tx, change) => touchByStaff(tx, { ...change, staffId: staff.id }),
    {
      // So that reports can count promises kept.
      events:
        given.visibility === 'public' && row.promiseAt !== null && !ownPromiseKinds.includes(row.kind)
          ? [promiseEvent(row, row.promiseAt >= ctx.clock.now() ? 'kept' : 'broken')]
          : [],
      before: (tx) =>
        given.visibility === 'public' && given.after !== undefined
          ? [decisive(unlessAnswered(tx, row, staff.id, given.after))]
          : [],
      write,
      why: async () => {
        const [reply] =
          given.after === undefined
            ? []
            : await ctx.database.read
                .select({ id: messages.id })
                .from(messages)
                .where(repliesOfOthers(row, staff.id, given.after))
                .limit(1);
        return reply
          ? new Failure(
              'answered_meanwhile',
              'A colleague has replied in the meantime. Read their reply first, or send yours anyway.',
            )
          : null;
      },
    },
  );

/** Public replies that others of the staff have written after a place. */
const repliesOfOthers = (row: ConversationRow, staffId: string, after: number) =>
  and(
    eq(messages.siteId, row.siteId),
    eq(messages.conversationId, row.id),
    gt(messages.seq, after),
    eq(messages.authorKind, 'staff'),
    eq(messages.visibility, 'public'),
    ne(messages.authorId, staffId),
  );

/**
 * Changes nothing, and not even that when somebody else of the staff has replied after a place. In the commit of a
 * reply it decides: of two who answer at the same moment, one is told.
 */
const unlessAnswered = (tx: Queries, row: ConversationRow, staffId: string, after: number): Statement =>
  tx
    .update(conversations)
    .set({ lastSeq: sql`${conversations.lastSeq}` })
    .where(
      and(
        ofConversation(row.siteId, row.id),
        notExists(
          tx
            .select({ id: messages.id })
            .from(messages)
            .where(repliesOfOthers(row, staffId, after)),
        ),
      ),
    );
