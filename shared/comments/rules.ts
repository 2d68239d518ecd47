/** Maximum length of a comment, UTF-16 code units. */
export const maxCommentLength = 10_000;

/** Written faster than this, milliseconds, it is more likely a program's: who wrote it is asked to work for it. */
export const minWritingTime = 2_500;
