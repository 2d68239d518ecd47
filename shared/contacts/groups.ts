/** The ways a contact is known: signed by the site, by an address alone, by neither. */
export const contactGroups = ['verified', 'email', 'anonymous'] as const;
