/** Escapes a text for a LIKE pattern with `escape '\\'`: what is looked for stands for itself. */
export const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
