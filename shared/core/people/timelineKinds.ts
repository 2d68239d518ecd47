/** Kinds of entries in the time line of a person. */
export const timelineKinds = [
  'conversation',
  'message',
  'rating',
  'call',
  'comment',
  'answer',
  'idea',
  'vote',
  'survey',
  'mail',
  'mail_not_taken',
  'announcement',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];
