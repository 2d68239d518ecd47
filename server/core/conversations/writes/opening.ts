import { conflict } from './addMessage.ts';
import { addRow } from './messageRows.ts';
import { insertVisitor } from '../../people/visitors/writes.ts';
import type { MessageMail } from '../../../../shared/core/conversations/mailPeople.ts';
import type { ConversationKind, Intake } from '../../../../shared/core/conversations/schema.ts';
import type { Context } from '../../../context.ts';
import { readAttachments } from '../../content/attachments/attachments.ts';
import { boundTo } from './addMessage.ts';
import { bindAttachments } from '../../content/attachments/queries.ts';
import { cachedWrite } from '../../db/cachedWrite.ts';
import { decisive, type Decisive, type NewEvent, type Queries, type Statement } from '../../db/database.ts';
import type { Site } from '../../people/sites/sites.ts';
import { refuseBlocked, type Visitor } from '../../people/visitors/visitor.ts';
import { changed, heldAmount } from '../changes.ts';
import { previewOf } from '../messages.ts';
import type { Place } from '../hostContext.ts';
import { promiseFrom } from '../promise.ts';
import { type ConversationRow, findConversation } from '../queries/conversations.ts';
import { conversations } from '../tables.ts';

export interface NewConversation {
  id: string;
  kind: ConversationKind;
  subject: string;
  body: string;
  language: string;
  category: string | null;
  visibility: 'public' | 'private';
  place: Place;
  held: boolean;
  fingerprint: string;
  /** Of a mail: what was folded away of its text. */
  quoted?: string | null;
  /** Of a mail: who else it names. */
  mail?: MessageMail | null;
  /** The team that it goes to from the start. */
  teamId?: string | null;
  name: string | null;
  email: string | null;
  intake?: Intake | null;
  /** The assignee from the start. */
  assigneeId?: string | null;
  attachments?: string[] | undefined;
  /** By when the feature itself says that they hear from us; absent: from the site's replies. */
  promiseAt?: number | null;
}

/** The row that a conversation begins with. */
const firstRow = (
  site: Site,
  visitor: Visitor,
  given: NewConversation,
  { preview, seq, now, promiseAt }: { preview: string; seq: number; now: number; promiseAt: number | null },
): FirstRow => ({
  siteId: site.id,
  id: given.id,
  kind: given.kind,
  visitorId: visitor.id,
  subject: given.subject,
  status: 'open',
  waitingFor: 'staff',
  language: given.language,
  category: given.category,
  visibility: given.visibility,
  pageUrl: given.place.page?.url ?? null,
  pageTitle: given.place.page?.title ?? null,
  referrer: given.place.referrer,
  zone: given.place.zone,
  device: given.place.device,
  held: given.held,
  preview,
  lastSeq: seq,
  lastMessageAt: now,
  visitorSeen: seq,
  staffSeen: 0,
  promiseAt,
  promiseMadeAt: promiseAt === null ? null : now,
  visitorSeenAt: now,
  fingerprint: given.fingerprint,
  intake: given.intake ?? null,
  assigneeId: given.assigneeId ?? null,
  teamId: given.teamId ?? null,
  createdAt: now,
});

/**
 * Opens a conversation with its first message, which gets the conversation's id, and stores the visitor when they are
 * new. The same id with the same content again changes nothing.
 * @param also statements of the feature that belong to the same commit
 * @param events what else happened, for those who read the log
 * @throws Failure `conflict`, also when a decisive statement of the feature found that it cannot be; `not_found` when the id is another visitor's
 */
export const openConversation = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  given: NewConversation,
  also: (tx: Queries, now: number, seq: number) => (Statement | Decisive)[] = () => [],
  events: NewEvent[] = [],
): Promise<ConversationRow> => {
  refuseBlocked(visitor);
  const before = await findConversation(ctx, site.id, given.id);
  if (before) {
    if (before.visitorId !== visitor.id || before.fingerprint !== given.fingerprint) throw conflict();
    return before;
  }
  const files = await readAttachments(
    ctx,
    site.id,
    { kind: 'visitor', id: visitor.id },
    given.id,
    given.attachments ?? [],
  );
  const rich = await ctx.renderer.render(given.body, { site: site.id, person: visitor.id });
  const now = ctx.clock.now();
  const promiseAt = given.promiseAt === undefined ? await promiseFrom(ctx, site, now) : given.promiseAt;
  await ctx.database.commit({
    site: site.id,
    events: [
      {
        ...changed({ id: given.id, visitorId: visitor.id }, 'message.added'),
        amount: given.held ? heldAmount : null,
      },
      ...events,
    ],
    write: (tx, seq) => [
      ...insertVisitor(tx, visitor, { name: given.name, email: given.email, language: given.language }, now),
      addConversation(
        tx,
        firstRow(site, visitor, given, { preview: previewOf(rich, files), seq, now, promiseAt }),
      ),
      decisive(
        addRow(tx, {
          siteId: site.id,
          conversationId: given.id,
          seq,
          id: given.id,
          authorKind: 'visitor',
          authorId: visitor.id,
          visibility: 'public',
          body: given.body,
          rich,
          quoted: given.quoted ?? null,
          via: null,
          mail: given.mail ?? null,
          attachments: files.length ? files : null,
          at: now,
        }),
      ),
      ...bindAttachments(tx, site.id, { id: given.id, conversationId: given.id }, boundTo(given)),
      ...also(tx, now, seq),
    ],
  });
  const made = await findConversation(ctx, site.id, given.id, visitor.id);
  if (!made) throw conflict();
  return made;
};

/** Columns that a conversation begins with. */
const firstColumns = [
  'siteId',
  'id',
  'kind',
  'visitorId',
  'subject',
  'status',
  'waitingFor',
  'language',
  'category',
  'visibility',
  'pageUrl',
  'pageTitle',
  'referrer',
  'zone',
  'device',
  'held',
  'preview',
  'lastSeq',
  'lastMessageAt',
  'visitorSeen',
  'staffSeen',
  'promiseAt',
  'promiseMadeAt',
  'visitorSeenAt',
  'fingerprint',
  'intake',
  'assigneeId',
  'teamId',
  'createdAt',
] as const satisfies (keyof ConversationRow)[];

export type FirstRow = Pick<ConversationRow, (typeof firstColumns)[number]>;

const insertConversation = cachedWrite<(typeof firstColumns)[number]>((tx, value) =>
  tx
    .insert(conversations)
    .values(
      Object.fromEntries(
        firstColumns.map((name) => [name, value(name)]),
      ) as typeof conversations.$inferInsert,
    ),
);

export const addConversation = (tx: Queries, row: FirstRow): Statement => insertConversation(tx, row);
