/** Code units of a table that one call takes. */
export const maxTable = 4_000_000;
