/** Where something that visitors wrote in public is: held for staff, readable by everybody, or taken away. */
export const moderatedStates = ['waiting', 'public', 'hidden'] as const;
export type ModeratedState = (typeof moderatedStates)[number];

/** Lists of the queue: `reported` is what readers reported, and everybody still sees. */
export const queueStates = ['waiting', 'reported', 'public', 'hidden'] as const;
export type QueueState = (typeof queueStates)[number];

/** Decisions of staff. */
export const moderationDecisions = ['publish', 'hide', 'hold'] as const;
export type ModerationDecision = (typeof moderationDecisions)[number];

/** Fates of a text with a listed word: it waits, its author hears that it isn't taken, or nobody else ever sees it. */
export const wordActions = ['hold', 'refuse', 'hide'] as const;
export type WordAction = (typeof wordActions)[number];

/** Whom a block is for. */
export const blockKinds = ['visitor', 'email', 'address'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** Written faster than this, milliseconds, it is more likely a program's: who wrote it is asked to work for it. */
export const minWritingTime = 2_500;
