/** The lists that staff have of comments. */
export const staffStates = ['pending', 'reported', 'approved', 'spam', 'deleted'] as const;
export type StaffState = (typeof staffStates)[number];

/** Decisions of staff. */
export const decisions = ['approve', 'spam', 'delete'] as const;
export type Decision = (typeof decisions)[number];
