/**
 * Groups of respondents: who recommends, who does not mind, who warns. Reichheld, "The One Number You Need to Grow",
 * HBR 81 (2003), 46–54.
 */
export const npsGroups = ['promoter', 'passive', 'detractor'] as const;
export type NpsGroup = (typeof npsGroups)[number];

export const highestScore = 10;

/** 9 and 10 promote, 7 and 8 are passive, 0 to 6 detract. @param score a whole number from 0 to 10 */
export const groupOf = (score: number): NpsGroup =>
  score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor';

/** Sources of a response. */
export const responseSources = ['prompt', 'inline', 'page', 'mail'] as const;
export type ResponseSource = (typeof responseSources)[number];

/** So long after the first answer it may be changed, milliseconds; what comes later is another response. */
export const editableFor = 3_600_000;

/** Maximum length of an answer's body, UTF-16 code units. */
export const maxBody = 2_000;
