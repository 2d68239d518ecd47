import type { Host } from '../core/host.ts';
import { safely } from '../core/ready.ts';

/*
 * Comes with the settings where there are comments. They are drawn once they are near the window; a link to one of them,
 * as in mails and feeds, has to bring them there first. The comment itself is found when it is drawn.
 */

/** Called with the settings. */
export const watch = (host: Host): void => {
  const ends = new AbortController();
  const { signal } = ends;
  /** @returns true once there is nothing more to look for */
  const find = (): boolean => {
    if (!location.hash.startsWith('#foyer-comment-')) return true;
    const element = document.querySelector('foyer-comments');
    // Where they are drawn already, they listen themselves.
    if (!element?.shadowRoot) element?.scrollIntoView();
    return !!element;
  };
  const look = (): void => {
    if (find()) return;
    // The page draws it later.
    const observer = new MutationObserver(() => safely(host, () => find() && observer.disconnect()));
    observer.observe(document, { childList: true, subtree: true });
    signal.addEventListener('abort', () => observer.disconnect());
  };
  addEventListener('hashchange', () => safely(host, look), { signal });
  addEventListener('foyer:destroy', () => ends.abort(), { signal });
  safely(host, look);
};
