/** Mailboxes of a site, at the most. */
export const maxMailboxes = 20;
/** Longest text that tells who wrote that their mail arrived, code units. */
export const maxAcknowledgement = 1_000;
