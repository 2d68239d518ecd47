import { and, eq, gt, ne, notExists, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Attachment } from '../../../shared/core/content/attachments.ts';
import type { RichNode } from '../../../shared/core/richText.ts';
import { type Message, selfKept } from '../../../shared/core/conversations/schema.ts';
import type { Context } from '../../context.ts';
import { readAttachments } from '../content/attachments/attachments.ts';
import { bindAttachments } from '../content/attachments/queries.ts';
import { excerpt } from '../content/markdown.ts';
import { cachedWrite } from '../db/cachedWrite.ts';
import { decisive, type Decisive, type NewEvent, type Queries, type Statement } from '../db/database.ts';
import { Failure } from '../http/failure.ts';
import type { Site } from '../people/sites/sites.ts';
import { refuseBlocked } from '../people/visitors/visitors.ts';
import { changed, ofConversation, promiseEvent } from './changes.ts';
import { promiseFrom } from './promise.ts';
import { type ConversationRow, findConversation, findMessages } from './queries.ts';
import { keepMessage } from './recent.ts';
import { conversations, messages } from './tables.ts';

/** Code units of a message that the inbox's list shows. */
const previewLength = 140;

/** What the inbox's list shows of a message: its first words, or the names of what it carries. */
export const previewOf = (rich: RichNode[], files: readonly Attachment[]): string =>
  excerpt(rich, previewLength) ||
  files
    .map(({ name }) => name)
    .join(', ')
    .slice(0, previewLength);

/** A first write that carries other content than the same id did before. */
export const conflict = () => new Failure('conflict', 'This ID has already been used for something else.');

/** One message's row. */
export const addRow = cachedWrite<
  | 'siteId'
  | 'conversationId'
  | 'seq'
  | 'id'
  | 'authorKind'
  | 'authorId'
  | 'visibility'
  | 'body'
  | 'rich'
  | 'attachments'
  | 'at'
>((tx, value) =>
  tx
    .insert(messages)
    .values({
      siteId: value('siteId'),
      conversationId: value('conversationId'),
      seq: value('seq'),
      id: value('id'),
      authorKind: value('authorKind'),
      authorId: value('authorId'),
      visibility: value('visibility'),
      body: value('body'),
      rich: value('rich'),
      attachments: value('attachments'),
      at: value('at'),
    })
    .onConflictDoNothing(),
);

/** What a visitor's words change on their conversation. */
const touchByVisitor = cachedWrite<'siteId' | 'id' | 'preview' | 'seq' | 'now' | 'promiseAt'>((tx, value) =>
  tx
    .update(conversations)
    .set({
      status: 'open',
      snoozedUntil: null,
      closedAt: null,
      waitingFor: 'staff',
      promiseAt: sql`coalesce(${conversations.promiseAt}, ${value('promiseAt')})`,
      promiseMadeAt: sql`case when ${conversations.promiseAt} is null then ${value('now')} else ${conversations.promiseMadeAt} end`,
      preview: sql`${value('preview')}`,
      lastSeq: sql`${value('seq')}`,
      lastMessageAt: sql`${value('now')}`,
      visitorSeen: sql`${value('seq')}`,
      visitorSeenAt: sql`${value('now')}`,
    })
    .where(and(eq(conversations.siteId, value('siteId')), eq(conversations.id, value('id')))),
);

/** What words change, and what they leave as it is where words keep no promise. */
const unlessSelfKept = (value: SQL, otherwise: SQLWrapper) =>
  sql`case when ${conversations.kind} in (${sql.raw(selfKept.map((kind) => `'${kind}'`).join())}) then ${otherwise} else ${value} end`;

/**
 * What a public reply changes: the promise is kept, nobody's conversation is taken, and it waits for the visitor.
 */
const touchByStaff = cachedWrite<'siteId' | 'id' | 'preview' | 'seq' | 'now' | 'staffId'>((tx, value) =>
  tx
    .update(conversations)
    .set({
      waitingFor: unlessSelfKept(sql`'visitor'`, conversations.waitingFor),
      held: false,
      status: sql`case when ${conversations.status} = 'snoozed' then 'open' else ${conversations.status} end`,
      snoozedUntil: null,
      assigneeId: sql`coalesce(${conversations.assigneeId}, ${value('staffId')})`,
      promiseAt: unlessSelfKept(sql`null`, conversations.promiseAt),
      promiseOwnerId: unlessSelfKept(sql`null`, conversations.promiseOwnerId),
      firstReplyAt: sql`coalesce(${conversations.firstReplyAt}, ${value('now')})`,
      preview: sql`${value('preview')}`,
      lastSeq: sql`${value('seq')}`,
      lastMessageAt: sql`${value('now')}`,
      staffSeen: sql`${value('seq')}`,
    })
    .where(and(eq(conversations.siteId, value('siteId')), eq(conversations.id, value('id')))),
);

/** What every public message changes on its conversation. */
interface Touch {
  siteId: string;
  id: string;
  preview: string;
  seq: number;
  now: number;
}

interface Author {
  kind: 'visitor' | 'staff';
  id: string;
  name: string;
  visibility: 'public' | 'note';
}

/** The message that an id made before, when it is the same; a conflict when it is not. */
const repeated = async (
  ctx: Context,
  row: ConversationRow,
  author: Author,
  given: { id: string; body: string; attachments?: string[] | undefined },
  why: () => Promise<Failure | null>,
) => {
  const [before] = await findMessages(ctx, row.siteId, [given.id]);
  if (!before) throw (await why()) ?? conflict();
  const same =
    before.conversationId === row.id &&
    before.authorId === author.id &&
    before.body === given.body &&
    (before.attachments ?? []).map(({ id }) => id).join() === (given.attachments ?? []).join() &&
    before.visibility === author.visibility;
  if (!same) throw conflict();
  return before;
};

/** Adds a visitor's words; opens the conversation again and makes a promise when none stands. */
export const addVisitorMessage = async (
  ctx: Context,
  site: Site,
  row: ConversationRow,
  visitor: { name: string | null; blocked: boolean },
  given: { id: string; body: string; attachments?: string[] | undefined },
): Promise<Message> => {
  refuseBlocked(visitor);
  const merged = row.mergedInto && (await findConversation(ctx, site.id, row.mergedInto));
  if (merged) return addVisitorMessage(ctx, site, merged, visitor, given);
  const promiseAt =
    row.promiseAt ?? (selfKept.includes(row.kind) ? null : await promiseFrom(ctx, site, ctx.clock.now()));
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
  staff: { id: string; name: string },
  given: {
    id: string;
    body: string;
    attachments?: string[] | undefined;
    visibility: 'public' | 'note';
    /** The newest place that the writer has seen. */
    after?: number | undefined;
  },
  /** What else the same commit writes: who was mentioned. */
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
        given.visibility === 'public' && row.promiseAt !== null && !selfKept.includes(row.kind)
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

/**
 * Stores a message and what a public one changes on its conversation. The insert decides: an id that is there already
 * changes nothing, and its message is the answer.
 */
const addMessage = async (
  ctx: Context,
  row: ConversationRow,
  given: { id: string; body: string; attachments?: string[] | undefined },
  author: Author,
  touch: (tx: Queries, change: Touch) => Statement,
  also: {
    events?: NewEvent[];
    before?(tx: Queries): Decisive[];
    write?(tx: Queries): Statement[];
    /** Why nothing was written, where it is not for an id that is there already. */
    why?(): Promise<Failure | null>;
  } = {},
): Promise<Message> => {
  const isPublic = author.visibility === 'public';
  const audience = isPublic ? 'visitor' : 'staff';
  const files = await readAttachments(
    ctx,
    row.siteId,
    { kind: author.kind, id: author.id },
    given.id,
    given.attachments ?? [],
  );
  const rich = await ctx.renderer.render(given.body);
  const now = ctx.clock.now();
  const by = { kind: author.kind, id: author.id, name: author.name };
  const messageAt = (seq: number): Message => ({
    id: given.id,
    conversation: row.id,
    seq,
    at: now,
    author: by,
    visibility: author.visibility,
    body: given.body,
    rich,
    attachments: files,
  });
  const outcome = await ctx.database.commit({
    site: row.siteId,
    // One event: whoever hears of a message gets the conversation's row with it. What else follows is for reports.
    events: [{ ...changed(row, 'message.added', given.id), audience }, ...(also.events ?? [])],
    write: (tx, seq) => [
      ...(also.before?.(tx) ?? []),
      decisive(
        addRow(tx, {
          siteId: row.siteId,
          conversationId: row.id,
          seq,
          id: given.id,
          authorKind: author.kind,
          authorId: author.id,
          visibility: author.visibility,
          body: given.body,
          rich,
          attachments: files.length ? files : null,
          at: now,
        }),
      ),
      ...bindAttachments(tx, row.siteId, { id: given.id, conversationId: row.id }, given.attachments ?? []),
      ...(isPublic
        ? [touch(tx, { siteId: row.siteId, id: row.id, preview: previewOf(rich, files), seq, now })]
        : []),
      ...(also.write?.(tx) ?? []),
    ],
    committed: (seq) => keepMessage(ctx, row.siteId, messageAt(seq)),
  });
  if (!outcome.applied) {
    const before = await repeated(ctx, row, author, given, also.why ?? (async () => null));
    return {
      id: before.id,
      conversation: row.id,
      seq: before.seq,
      at: before.at,
      author: by,
      visibility: before.visibility,
      body: before.body,
      rich: before.rich,
      attachments: before.attachments ?? [],
    };
  }
  return messageAt(outcome.seq);
};
