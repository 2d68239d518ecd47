import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Comments } from './model.ts';
import type { Locale } from './texts.ts';

/** Parts that all of a page's comments use. */
export interface Parts extends Locale {
  comments: Comments;
  /** Whoever acts here is with it: what was kept still for the reader of the page may move. */
  seen(): void;
}

export const PartsContext = createContext<Parts>(undefined as never);
export const useComments = (): Parts => useContext(PartsContext);
