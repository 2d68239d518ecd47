import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Rows that are drawn beyond what is seen, each way: a flick of the wheel finds them there. */
const beyond = 8;

/**
 * Which rows of a long list are drawn: those that are seen and a few more. All rows are of one height, so that no
 * other has to be known to find one's place.
 * @param height of a row, CSS pixels
 * @returns the first that is drawn, and the one after the last
 */
export const useWindow = (
  box: RefObject<HTMLElement | null>,
  count: number,
  height: number,
): { first: number; end: number } => {
  const [seen, setSeen] = useState({ first: 0, end: 40 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = (): void => {
      const first = Math.max(0, Math.floor(element.scrollTop / height) - beyond);
      const end = Math.ceil((element.scrollTop + element.clientHeight) / height) + beyond;
      setSeen((known) => (known.first === first && known.end === end ? known : { first, end }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      watcher.disconnect();
    };
  }, [box.current, height]);
  return { first: Math.min(seen.first, Math.max(0, count - 1)), end: Math.min(count, seen.end) };
};
