/**
 * Makes the browser's Back close what covers the page, instead of leaving the page behind it: while it is open, the page
 * has one more entry of the same address. Its state is a copy of the page's own, so that a router that hears of the way
 * back finds what it left there, and stays where it is.
 */
const mark = 'foyerSheet';

const isMarked = (): boolean => (history.state as Record<string, unknown> | null)?.[mark] === true;

/** @returns what ends it, once the sheet was closed in any way */
export const closeOnBack = (close: () => void): (() => void) => {
  const ends = new AbortController();
  // Not there where a page forbids it; then Back is what it was.
  try {
    if (!isMarked()) history.pushState({ ...(history.state as object | null), [mark]: true }, '');
  } catch {
    return () => {};
  }
  addEventListener(
    'popstate',
    () => {
      if (isMarked()) return;
      ends.abort();
      close();
    },
    ends,
  );
  return () => {
    if (ends.signal.aborted) return;
    ends.abort();
    // Where the page went on meanwhile, the entry is no longer ours to take away.
    if (isMarked()) history.back();
  };
};
