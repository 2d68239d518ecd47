import type { MessageMail } from '../../../../shared/core/conversations/mailPeople.ts';
import type { Context } from '../../../context.ts';
import { keepMade } from '../../content/attachments/attachments.ts';
import { derivedId } from '../../derivedId.ts';
import type { ReadMail } from '../reading/readMail.ts';

/**
 * Keeps the HTML of a mail as a file of its message, which lists it nowhere: it goes with the message wherever that goes,
 * and with whoever wrote it. The same mail again keeps nothing twice.
 * @param senderId the visitor's, or who stands for whoever wrote it
 */
export const keepOriginal = async (
  ctx: Context,
  siteId: string,
  senderId: string,
  messageId: string,
  { original }: Pick<ReadMail, 'original'>,
): Promise<Pick<MessageMail, 'original'>> => {
  if (!original) return {};
  const id = derivedId('mail original', messageId);
  await keepMade(
    ctx,
    siteId,
    { kind: 'visitor', id: senderId },
    { id, name: 'email.html', type: 'text/html' },
    original.html,
  );
  return { original: { file: id, isRemote: original.isRemote } };
};

/** A message's mail with its HTML; null for nothing. */
export const mailOf = (
  others: MessageMail | null,
  original: Pick<MessageMail, 'original'>,
): MessageMail | null => (others || original.original ? { ...others, ...original } : null);
