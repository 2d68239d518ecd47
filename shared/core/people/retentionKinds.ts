/** Kinds of data kept for a time that the owner sets, in the order in which they are shown. */
export const retentionKinds = [
  'conversations',
  'callbacks',
  'visitors',
  'searches',
  'addresses',
  'mails',
  'audit',
  'webhooks',
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** The default time each kind is kept, days; null for ever: what was said goes only when the owner says so. */
export const defaultRetention = (): Record<RetentionKind, number | null> => ({
  conversations: null,
  callbacks: null,
  visitors: 365,
  searches: 365,
  addresses: 90,
  mails: 365,
  audit: 365,
  webhooks: 30,
});

/** The fewest days: usual reply times are measured over 14 days, and mails are answered for a while. */
export const fewestDays: Readonly<Record<RetentionKind, number>> = {
  /** Since they were closed. */
  conversations: 14,
  /** Since the call's conversation was closed. */
  callbacks: 14,
  /** Anonymous ones without a conversation: since they were last seen. */
  visitors: 7,
  searches: 7,
  /** Hashes that tell one address from another, so that each votes once. */
  addresses: 1,
  mails: 30,
  audit: 30,
  webhooks: 1,
};

export const mostDays = 3_650;
