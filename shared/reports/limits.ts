/** Fewer than so many are shown, and nothing is said of how they changed. */
export const smallSample = 10;
/** A difference is told from chance where it would come about by chance less often than this. */
export const significance = 0.05;
/** Days of one report at the most. */
export const maxDays = 400;
