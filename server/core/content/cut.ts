/** The first code units of a text, without NUL and never half of a surrogate pair: it can be encoded and stored anywhere. */
export const cut = (text: string, most: number): string => {
  const start = text.slice(0, most).replaceAll('\0', '');
  return (start.isWellFormed() ? start : start.slice(0, -1)).toWellFormed();
};
