/** First names: visitors are told who answers, not everything about them. */
export const firstName = (name: string): string => name.split(' ')[0] || name;
