export const matchKinds = ['is', 'contains', 'wildcard', 'regex'] as const;

export const attributeTests = ['is', 'not', 'contains', 'above', 'below', 'known', 'unknown'] as const;

export const utmNames = ['source', 'medium', 'campaign', 'term', 'content'] as const;

export const devices = ['phone', 'tablet', 'desktop'] as const;

export type Device = (typeof devices)[number];

/** Two years. */
export const maxRepeatDays = 730;
