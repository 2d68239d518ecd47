const day = 24 * 3_600_000;

/** The time in which a deletion can be undone, milliseconds. */
export const undoTime = 7 * day;

/** Sites that one person may own, deleted ones not counted. */
export const maxOwned = 50;
