/** Articles that were begun on this page: the server hears of them with their first word. */
const begun = new Set<string>();

export const begin = (id: string): void => void begun.add(id);
export const isBegun = (id: string): boolean => begun.has(id);
