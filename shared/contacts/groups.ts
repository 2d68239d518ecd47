/** The ways a contact is known: signed in by the site, by a customer ID that an import said, by an address alone, by neither. */
export const contactGroups = ['verified', 'imported', 'email', 'anonymous'] as const;
