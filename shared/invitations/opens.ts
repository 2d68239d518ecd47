/** Where an invitation leads. */
export const invitationOpens = ['chat', 'ask', 'callback'] as const;
export type InvitationOpens = (typeof invitationOpens)[number];
