/** The text before the cursor that asks for a list: `/` at the start of a word, `@` in a note. */
export interface CompletionQuery {
  kind: '/' | '@';
  text: string;
  /** Characters before the cursor that a choice replaces. */
  length: number;
}

export const completionAt = (
  { value, selectionStart, selectionEnd }: HTMLTextAreaElement,
  isNote: boolean,
): CompletionQuery | null => {
  if (selectionStart !== selectionEnd) return null;
  const match = /(?:^|\s)([/@])([\p{L}\p{M}\p{N}-]{0,40})$/u.exec(value.slice(0, selectionStart));
  if (!match || (match[1] === '@' && !isNote)) return null;
  const text = match[2] ?? '';
  return { kind: match[1] as '/' | '@', text, length: text.length + 1 };
};
