import type { ConversationKind } from '../../../../shared/core/conversations/schema.ts';
import type { Context } from '../../../context.ts';
import { readAttachments } from '../../content/attachments/attachments.ts';
import { bindAttachments } from '../../content/attachments/queries.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../../db/database.ts';
import type { Site } from '../../people/sites/sites.ts';
import { insertVisitor } from '../../people/visitors/writes.ts';
import { refuseBlocked, type Visitor } from '../../people/visitors/visitor.ts';
import { changed } from '../changes.ts';
import { previewOf } from '../messages.ts';
import { type ConversationRow, findConversation } from '../queries/conversations.ts';
import { conflict } from './addMessage.ts';
import { addRow } from './messageRows.ts';
import { addConversation, type FirstRow } from './opening.ts';

/** A conversation that a member of staff begins. */
export interface StartedConversation {
  id: string;
  kind: ConversationKind;
  subject: string;
  body: string;
  attachments?: string[] | undefined;
  language: string;
  teamId: string | null;
  fingerprint: string;
  /** Of somebody new, whom only an address stands for. */
  identity: { name: string | null; email: string | null };
}

/** The row that it begins with. */
const firstRow = (
  site: Site,
  visitor: Visitor,
  staffId: string,
  { id, kind, subject, language, teamId, fingerprint }: StartedConversation,
  { preview, seq, now }: { preview: string; seq: number; now: number },
): FirstRow => ({
  siteId: site.id,
  id,
  kind,
  visitorId: visitor.id,
  subject,
  status: 'open',
  waitingFor: 'visitor',
  language,
  category: null,
  visibility: 'private',
  pageUrl: null,
  pageTitle: null,
  referrer: null,
  zone: null,
  device: null,
  held: false,
  preview,
  lastSeq: seq,
  lastMessageAt: now,
  visitorSeen: 0,
  staffSeen: seq,
  promiseAt: null,
  promiseMadeAt: null,
  visitorSeenAt: null,
  fingerprint,
  intake: null,
  assigneeId: staffId,
  teamId,
  createdAt: now,
});

/**
 * Starts a conversation with a first message of staff, which gets the conversation's id. It is its writer's, nothing is
 * owed, and it waits for the visitor. The same id with the same content again changes nothing.
 * @param also statements that belong to the same commit
 * @throws Failure `conflict`; `forbidden` for somebody blocked
 */
export const startConversation = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  staff: { id: string; via: string | null },
  given: StartedConversation,
  also: (tx: Queries, now: number) => (Statement | Decisive)[] = () => [],
): Promise<ConversationRow> => {
  const { id } = given;
  const before = await findConversation(ctx, site.id, id);
  if (before) {
    if (before.visitorId !== visitor.id || before.fingerprint !== given.fingerprint) throw conflict();
    return before;
  }
  refuseBlocked(visitor);
  const ids = given.attachments ?? [];
  const files = await readAttachments(ctx, site.id, { kind: 'staff', id: staff.id }, id, ids);
  const rich = await ctx.renderer.render(given.body, { site: site.id, person: staff.id });
  const now = ctx.clock.now();
  await ctx.database.commit({
    site: site.id,
    events: [changed({ id, visitorId: visitor.id }, 'message.added')],
    write: (tx, seq) => [
      // Who was only written to was not here: nothing says that they were seen.
      ...(visitor.isNew
        ? insertVisitor(tx, visitor, { ...given.identity, language: given.language }, now)
        : []),
      addConversation(
        tx,
        firstRow(site, visitor, staff.id, given, { preview: previewOf(rich, files), seq, now }),
      ),
      decisive(
        addRow(tx, {
          siteId: site.id,
          conversationId: id,
          seq,
          id,
          authorKind: 'staff',
          authorId: staff.id,
          visibility: 'public',
          body: given.body,
          rich,
          quoted: null,
          via: staff.via,
          mail: null,
          attachments: files.length ? files : null,
          at: now,
        }),
      ),
      ...bindAttachments(tx, site.id, { id, conversationId: id }, ids),
      ...also(tx, now),
    ],
  });
  const made = await findConversation(ctx, site.id, id, visitor.id);
  if (!made) throw conflict();
  return made;
};
