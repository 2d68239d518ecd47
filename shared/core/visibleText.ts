/**
 * True when a text has at least one character that can be seen: not white space, no control or format character, no
 * filler (U+3164 and its like, which Unicode calls default-ignorable: DI), no blank Braille pattern.
 */
export const hasVisibleText = (text: string): boolean => /[^\s\p{Cc}\p{Cf}\p{DI}\u2800]/u.test(text);
