import type { NewEvent } from '../db/database.ts';

/** The event of a message that came with its date from another help desk: nobody is told of it. */
export const importedKind = 'message.imported';

/**
 * The event by which a conversation's readers learn that it changed.
 * @param subject id of what changed in it: a message; the conversation itself otherwise
 */
export const changed = (
  row: { id: string; visitorId: string },
  kind = 'conversation.changed',
  subject = row.id,
): NewEvent => ({
  kind,
  visitor: row.visitorId,
  conversation: row.id,
  subject,
});

/** The event of a promise and its due time, for reports: no reader's screen changes by it. */
export const promiseEvent = (
  row: { id: string; visitorId: string; promiseAt: number | null },
  what: 'kept' | 'broken' | 'reminded' | 'escalated' | 'moved',
): NewEvent => ({ ...changed(row, `promise.${what}`), audience: 'staff', amount: row.promiseAt });

/** The event by which reports learn that a rating was asked for: no reader's screen changes by it. */
export const ratingAskedEvent = (
  row: { id: string; visitorId: string },
  by: keyof typeof askedBy,
): NewEvent => ({ ...changed(row, 'rating.asked'), audience: 'staff', amount: askedBy[by] });

/** Ways to ask for a rating, as numbers. */
const askedBy = { widget: 0, mail: 1 } as const;

/** Ratings as numbers. */
export const ratingValue = { bad: -1, okay: 0, good: 1 } as const;

/** The amount of a first message's event whose conversation was held for review: it isn't counted before it's let in. */
export const heldAmount = 1;

/** A conversation that was held for review is the inbox's now: what waited for that goes on. */
export const letInEvent = (row: { id: string; visitorId: string }): NewEvent => ({
  ...changed(row, 'conversation.let_in'),
  audience: 'staff',
});
