/** Which comments wait for staff: none, a person's first, those with links of people without trust, or all. */
export const moderationModes = ['off', 'first', 'links', 'always'] as const;

export type ModerationMode = (typeof moderationModes)[number];
export const commentSorts = ['oldest', 'newest', 'top'] as const;

export type CommentSort = (typeof commentSorts)[number];
