import { effect, type ReadonlySignal } from '@preact/signals';
import type { Surface } from '../core/context.ts';

/** True where the visitor loaded this page again, and did not come from another. */
const isReload = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload');

/**
 * The view that is open in this tab, so that a page that is loaded anew comes back with it. Kept for who has acted
 * before; storage that is blocked or full keeps nothing, and says nothing.
 */
export interface LastView {
  /** False while it comes back by itself: the page keeps the focus. */
  mayFocus(): boolean;
  /** Keeps what is open. @returns what ends it */
  follow(surface: Surface, isOpen: ReadonlySignal<boolean>): () => void;
  /**
   * Opens what was open before the page was loaded anew.
   * @param isSheet it covers the page: there it comes back after a reload alone, and never over another page
   */
  restore(isSheet: boolean, open: (view: string) => Promise<void>): Promise<void>;
}

export const createLastView = (site: string): LastView => {
  const name = `foyer:${site}:view`;
  const read = (): string | null => {
    try {
      return sessionStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const write = (view: string | null): void => {
    try {
      if (view === null) sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, view);
    } catch {
      // The page comes back without it.
    }
  };
  const before = read();
  let isRestoring = false;
  return {
    mayFocus: () => !isRestoring,
    follow: (surface, isOpen) =>
      effect(() => {
        const view = isOpen.value ? (surface.conversation.value ?? 'home') : null;
        if (view === null || surface.context.session.isKnown) write(view);
      }),
    async restore(isSheet, open) {
      if (before === null || (isSheet && !isReload())) return;
      isRestoring = true;
      try {
        await open(before);
      } finally {
        isRestoring = false;
      }
    },
  };
};
