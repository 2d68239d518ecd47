import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SearchModel } from './model.ts';
import type { SearchTexts } from './texts/en.ts';

/** The shared state of the section's cards. */
export interface SearchDesk {
  model: SearchModel;
  texts: SearchTexts;
}

export const SearchContext = createContext<SearchDesk | null>(null);

/** The section's model and texts; only inside of it. */
export const useSearch = (): SearchDesk => {
  const desk = useContext(SearchContext);
  if (!desk) throw new Error('outside of the search section');
  return desk;
};
