import type { NewEvent } from '../../core/db/database.ts';

/** Events of an answer in the log. */
export type AnswerEvent = 'added' | 'held' | 'published' | 'accepted' | 'changed';

export const answerEvent = (kind: AnswerEvent, id: string): NewEvent => ({
  kind: `answer.${kind}`,
  subject: id,
  audience: 'staff',
});

/** Somebody wants to hear of answers; about the follow. */
export const followEvent = (id: string): NewEvent => ({
  kind: 'question.followed',
  subject: id,
  audience: 'staff',
});
