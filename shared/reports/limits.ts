/** Fewer than so many are shown, and nothing is said of how they changed. */
export const smallSample = 10;
/** A difference is told from chance where it would come about by chance less often than this. */
export const significance = 0.05;
/** Days of age that part what is open: up to the first, up to the next, and so on; the last part has no end. */
export const backlogAges = [1, 3, 7] as const;
/** Days of one report at the most. */
export const maxDays = 400;
