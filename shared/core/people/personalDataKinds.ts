/** Kinds of personal data, in the order in which they are shown. */
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
  'ideas',
  'drafts',
  'webhooks',
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];
