import { type ReadonlySignal, signal } from '@preact/signals';

/** Where in the staff's pages we are: the path, `/inbox` and below. */
const current = signal(location.pathname);
export const currentPath: ReadonlySignal<string> = current;

addEventListener('popstate', () => {
  current.value = location.pathname;
});

/** Goes to a page of ours, keeping what was asked for besides (the language), unless that is given anew. */
export const go = (path: string, search = location.search): void => {
  if (path !== location.pathname) history.pushState(null, '', path + search);
  current.value = path;
};

/** Says that a page of ours is where we are, in the place of what the address said. */
export const replacePath = (path: string): void => {
  history.replaceState(null, '', path + location.search);
  current.value = path;
};

/** For links to pages of ours: goes there without loading anew, unless a new tab was asked for. */
export const followLink = (event: MouseEvent): void => {
  const link = event.currentTarget as HTMLAnchorElement;
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link.pathname);
};

/** Whether an address is a page of ours or lies below it. */
export const isWithin = (path: string, page: string): boolean => path === page || path.startsWith(`${page}/`);
