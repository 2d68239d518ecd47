import type { Intake } from '../../shared/core/conversations/schema.ts';
import { longest } from '../../shared/core/fields.ts';
import { ratingFor } from '../../shared/core/conversations/ratingScale.ts';
import { noticeText } from '../core/conversations/notices.ts';
import type { ConversationRow } from '../core/conversations/queries/conversations.ts';
import { derivedId } from '../core/derivedId.ts';
import type { MovedConversation } from './shape.ts';
import type { NewMessageRow } from './writes.ts';

/** Fields of one conversation, and letters of one. */
const [maxFields, maxField] = [400, 1_000];

/** When a conversation was rated: as the file says, else at its end. */
const ratedAt = ({ rating, closedAt, messages }: MovedConversation): number =>
  rating?.at ?? Math.max(closedAt ?? 0, messages.at(-1)?.at ?? 0);

/** The thread's message about a rating, as of one that was given here; null where there's none. */
export const ratingRow = (
  given: MovedConversation,
  { siteId, id, from }: { siteId: string; id: string; from: string },
): Omit<NewMessageRow, 'seq'> | null => {
  const { rating } = given;
  if (!rating) return null;
  const { scale, value, comment } = rating;
  const system = {
    kind: 'rated' as const,
    values: {
      rating: ratingFor(rating),
      scale,
      value,
      comment: comment.slice(0, longest.message).toWellFormed(),
      by: 'widget',
    },
  };
  const body = noticeText(system);
  return {
    siteId,
    conversationId: id,
    id: derivedId('moved rating', siteId, from, given.id),
    authorKind: 'system',
    authorId: null,
    visibility: 'note',
    body,
    rich: [{ tag: 'p', children: [body] }],
    attachments: null,
    system,
    at: ratedAt(given),
  };
};

/** The columns of a conversation that say how it was rated, and whether its visitor was asked. */
export const ratingColumns = (
  given: MovedConversation,
): Pick<
  ConversationRow,
  'rating' | 'ratingScale' | 'ratingValue' | 'ratingComment' | 'ratedAt' | 'ratingAskedAt'
> => {
  const { rating, isRatingAsked } = given;
  const at = ratedAt(given);
  return {
    rating: rating ? ratingFor(rating) : null,
    ratingScale: rating?.scale ?? null,
    ratingValue: rating?.value ?? null,
    ratingComment: rating?.comment ? rating.comment.slice(0, longest.message).toWellFormed() : null,
    ratedAt: rating ? at : null,
    ratingAskedAt: rating || isRatingAsked ? at : null,
  };
};

const lineOf = (text: string, max: number): string =>
  text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim()
    .slice(0, max)
    .toWellFormed();

/** Custom fields stand beside a conversation as answers to questions before it do. */
export const fieldsAsAnswers = ({ fields = [] }: MovedConversation): Intake | null => {
  const answers = fields
    .slice(0, maxFields)
    .map(({ name, value }) => ({ label: lineOf(name, longest.title), value: lineOf(value, maxField) }))
    .filter(({ label, value }) => label && value);
  return answers.length ? { answers, consent: null } : null;
};
