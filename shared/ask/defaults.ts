/** How sure a suggestion must be to be shown. */
export const cautions = ['careful', 'balanced', 'eager'] as const;
export type Caution = (typeof cautions)[number];

export const defaultCaution: Caution = 'balanced';
