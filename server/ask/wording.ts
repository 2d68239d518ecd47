import { isQuoted } from '../../shared/ask/quoting.ts';
import type { Context } from '../context.ts';
import type { ConversationRow } from '../core/conversations/queries/conversations.ts';
import { listMessages } from '../core/conversations/queries/messages.ts';
import { findVisitorRow } from '../core/people/visitors/queries.ts';
import type { QuestionRow } from './queries/questions.ts';

/**
 * The part of a public question that is in the words of whoever asked: an erasure takes it away. That's decided when it's
 * published, since what they wrote may be gone before they are.
 */
export const readOwnWords = async (
  ctx: Context,
  row: ConversationRow,
  before: QuestionRow | null,
  { title, details }: { title: string; details: string },
): Promise<QuestionRow['ownWords']> => {
  const messages = await listMessages(ctx, row.siteId, row.id, false);
  const said = [
    row.subject,
    ...messages.filter(({ authorKind }) => authorKind === 'visitor').map(({ body }) => body),
  ];
  const visitor = await findVisitorRow(ctx, row.siteId, row.visitorId);
  const names = [visitor?.name ?? '', visitor?.email ?? ''];
  // What was theirs once stays theirs for as long as it stays: the message may have been taken away meanwhile.
  const isTheirs = (text: string, was: string | undefined, did: boolean): boolean =>
    (did && text === was) || isQuoted(text, said, names);
  if (isTheirs(title, before?.title, before?.ownWords === 'title')) return 'title';
  return isTheirs(details, before?.details, before !== null && before.ownWords !== 'none')
    ? 'details'
    : 'none';
};
