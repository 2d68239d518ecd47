import { findMessages } from '../queries/messages.ts';
import type { MessageMail } from '../../../../shared/core/conversations/mailPeople.ts';
import type { Message } from '../../../../shared/core/conversations/schema.ts';
import type { Context } from '../../../context.ts';
import { readAttachments } from '../../content/attachments/attachments.ts';
import { bindAttachments } from '../../content/attachments/queries.ts';
import { decisive, type Decisive, type NewEvent, type Queries, type Statement } from '../../db/database.ts';
import { Failure } from '../../http/failure.ts';
import { changed } from '../changes.ts';
import type { ConversationRow } from '../queries/conversations.ts';
import { cacheMessage } from '../messageCache.ts';
import { previewOf, writerOf } from '../messages.ts';
import { type Touch, addRow, type Author } from './messageRows.ts';

/** A message to be added. */
export interface NewMessage {
  id: string;
  body: string;
  attachments?: string[] | undefined;
  /** Of a mail: what was folded away of its text. */
  quoted?: string | null | undefined;
  /** Of a mail: who else it names. */
  mail?: MessageMail | null | undefined;
}

/** Files that go with a message: those that it lists, and the HTML of its mail. */
export const boundTo = ({ attachments = [], mail }: Pick<NewMessage, 'attachments' | 'mail'>): string[] => [
  ...attachments,
  ...(mail?.original ? [mail.original.file] : []),
];

/** A first write that carries other content than the same id did before. */
export const conflict = () => new Failure('conflict', 'This ID has already been used for something else.');

/** The message that an id made before, when it is the same; a conflict when it is not. */
const repeated = async (
  ctx: Context,
  row: ConversationRow,
  author: Author,
  given: NewMessage,
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

/** A stored message as it is shown. */
const messageOf = (
  row: ConversationRow,
  stored: Awaited<ReturnType<typeof repeated>>,
  author: Message['author'],
): Message => ({
  id: stored.id,
  conversation: row.id,
  seq: stored.seq,
  at: stored.at,
  author,
  visibility: stored.visibility,
  body: stored.body,
  rich: stored.rich,
  attachments: stored.attachments ?? [],
  ...(stored.quoted !== null && { quoted: stored.quoted }),
  ...(stored.via !== null && { via: stored.via }),
  ...(stored.mail && { mail: stored.mail }),
});

/**
 * Stores a message and what a public one changes on its conversation. The insert decides: an id that is there already
 * changes nothing, and its message is the answer.
 */
export const addMessage = async (
  ctx: Context,
  row: ConversationRow,
  given: NewMessage,
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
  const rich = await ctx.renderer.render(given.body, { site: row.siteId, person: author.id ?? row.id });
  const now = ctx.clock.now();
  const by = { kind: author.kind, id: author.id, name: writerOf(given.mail) ?? author.name };
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
    ...(given.quoted && { quoted: given.quoted }),
    ...(author.via && { via: author.via }),
    ...(given.mail && { mail: given.mail }),
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
          quoted: given.quoted || null,
          attachments: files.length ? files : null,
          via: author.via ?? null,
          mail: given.mail ?? null,
          at: now,
        }),
      ),
      ...bindAttachments(tx, row.siteId, { id: given.id, conversationId: row.id }, boundTo(given)),
      ...(isPublic
        ? [touch(tx, { siteId: row.siteId, id: row.id, preview: previewOf(rich, files), seq, now })]
        : []),
      ...(also.write?.(tx) ?? []),
    ],
    committed: (seq) => cacheMessage(ctx, row.siteId, messageAt(seq)),
  });
  if (!outcome.applied) {
    const before = await repeated(ctx, row, author, given, also.why ?? (async () => null));
    return messageOf(row, before, by);
  }
  return messageAt(outcome.seq);
};
