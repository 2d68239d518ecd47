import type { Host } from './host.ts';
import { fail } from './ready.ts';

/**
 * Keeps out of the page's console what breaks in our modules, most often for what the page changed in the browser: its
 * owner is told instead. What the page's own listeners throw is the page's, although we call them.
 * @returns what ends it
 */
export const guardErrors = (host: Pick<Host, 'base' | 'site'>): (() => void) => {
  const ends = new AbortController();
  const { base } = host;
  const hide = (event: Event, error: unknown): void => {
    const stack = `${(error as Error | undefined)?.stack}`;
    const ours = stack.indexOf(`${base}/assets/`);
    // What calls the listeners of the page.
    const loader = stack.indexOf(`${base}/foyer.js`);
    if (ours < 0 || (loader >= 0 && loader < ours)) return;
    event.preventDefault();
    fail(host, error);
  };
  addEventListener('error', (event) => hide(event, event.error), ends);
  addEventListener('unhandledrejection', (event) => hide(event, event.reason), ends);
  return () => ends.abort();
};
