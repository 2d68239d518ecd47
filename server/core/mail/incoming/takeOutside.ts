import { longest } from '../../../../shared/core/fields.ts';
import type { Context } from '../../../context.ts';
import { cut } from '../../content/cut.ts';
import type { ConversationRow } from '../../conversations/queries/conversations.ts';
import { addMessage } from '../../conversations/writes/addMessage.ts';
import { bringBack } from '../../conversations/writes/notices.ts';
import { derivedId } from '../../derivedId.ts';
import { canonicalEmail, writtenEmail } from '../../emailAddress.ts';
import type { Site } from '../../people/sites/sites.ts';
import { findMail, insertMail, type MailRow } from '../queries.ts';
import { maxPart } from '../reading/quoteLines.ts';
import type { ReadMail } from '../reading/readMail.ts';
import { keepOriginal } from '../originals/keepOriginal.ts';
import { keepFiles } from './keepFiles.ts';
import { messageIdOfMail, saysTheSame } from './takeReply.ts';

/**
 * Takes the answer to what was forwarded: a note of the conversation, in its writer's name. It is never shown or sent to
 * the visitor. The same mail again changes nothing.
 * @returns `reused` for other words under the Message-ID of an earlier mail, null when nothing was written in it
 */
export const takeOutside = async (
  ctx: Context,
  { site, row, mail }: { site: Site; row: ConversationRow; mail: MailRow },
  read: ReadMail,
): Promise<'received' | 'repeated' | 'reused' | null> => {
  const messageId = messageIdOfMail(read);
  const id = derivedId('from outside', site.id, mail.conversationId, messageId);
  const body = cut(read.own, maxPart).trim();
  if (await findMail(ctx, site.id, id))
    return (await saysTheSame(ctx, site.id, id, body)) ? 'repeated' : 'reused';
  // Files are theirs, and not the visitor's: those could open them.
  const writer = derivedId('outside', site.id, canonicalEmail(read.from));
  const { ids } = await keepFiles(ctx, site, writer, id, read);
  const original = await keepOriginal(ctx, site.id, writer, id, read);
  if (!body && ids.length === 0) return null;
  const address = cut(writtenEmail(read.from), longest.email);
  const name = cut(read.fromName.trim(), longest.name);
  const now = ctx.clock.now();
  await addMessage(
    ctx,
    row,
    {
      id,
      body,
      quoted: cut(read.quoted, maxPart).trim() || null,
      attachments: ids,
      mail: {
        from: { name, address },
        isApart: true,
        ...(read.verdict && { verdict: read.verdict }),
        ...original,
      },
    },
    { kind: 'visitor', id: writer, name: name || address, visibility: 'note' },
    () => {
      throw new Error('a note changes no conversation by itself');
    },
    {
      write: (tx) => [
        bringBack(tx, row, now),
        insertMail(
          tx,
          {
            siteId: site.id,
            id,
            kind: 'forward',
            conversationId: row.id,
            address,
            messageId,
            state: 'received',
          },
          now,
        ),
      ],
    },
  );
  return 'received';
};
