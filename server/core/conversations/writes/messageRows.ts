import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { ownPromiseKinds } from '../../../../shared/core/conversations/schema.ts';
import { cachedWrite } from '../../db/cachedWrite.ts';
import { conversations, messages } from '../tables.ts';

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
  | 'quoted'
  | 'attachments'
  | 'via'
  | 'mail'
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
      quoted: value('quoted'),
      attachments: value('attachments'),
      via: value('via'),
      mail: value('mail'),
      at: value('at'),
    })
    .onConflictDoNothing(),
);

/** Changes to a conversation by its visitor's words. */
export const touchByVisitor = cachedWrite<'siteId' | 'id' | 'preview' | 'seq' | 'now' | 'promiseAt'>(
  (tx, value) =>
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

/** A condition that leaves a column as it is where words keep no promise. */
const unlessSelfKept = (value: SQL, otherwise: SQLWrapper) =>
  sql`case when ${conversations.kind} in (${sql.raw(ownPromiseKinds.map((kind) => `'${kind}'`).join())}) then ${otherwise} else ${value} end`;

/**
 * Changes by a public reply: the promise is kept, nobody's conversation is taken, and it waits for the visitor.
 */
export const touchByStaff = cachedWrite<'siteId' | 'id' | 'preview' | 'seq' | 'now' | 'staffId'>(
  (tx, value) =>
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

/** Changes to a conversation by every public message. */
export interface Touch {
  siteId: string;
  id: string;
  preview: string;
  seq: number;
  now: number;
}

export interface Author {
  kind: 'visitor' | 'staff';
  id: string;
  name: string;
  visibility: 'public' | 'note';
  /** Name of the API token that writes in their name. */
  via?: string | null | undefined;
}
