/** Articles that were begun on this page, with their first titles: the server hears of them with their first word. */
const begun = new Map<string, string>();

export const begin = (id: string, title = ''): void => void begun.set(id, title);
export const isBegun = (id: string): boolean => begun.has(id);
/** The title that an article was begun with, once: afterwards it's its author's. */
export const takeTitle = (id: string): string => {
  const title = begun.get(id) ?? '';
  if (title) begun.set(id, '');
  return title;
};
