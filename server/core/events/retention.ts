/** The log is kept so long, milliseconds: a reader that was away for longer fetches everything anew. */
export const logRetention = 14 * 24 * 3_600_000;
