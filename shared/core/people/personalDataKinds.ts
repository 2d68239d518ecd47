/** What is kept of a person, in the order in which it is shown. */
export const personalDataKinds = [
  'profile',
  'conversations',
  'messages',
  'files',
  'emails',
  'incoming_emails',
  'callbacks',
  'comments',
  'votes',
  'follows',
  'surveys',
  'announcements',
  'searches',
  'questions',
  'drafts',
  'webhooks',
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];
