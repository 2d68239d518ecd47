/** Maximum length of a comment, UTF-16 code units. */
export const maxCommentLength = 10_000;
