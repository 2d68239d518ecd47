import { useMemo, useState } from 'preact/hooks';
import { useConsole, useTexts } from '../context.ts';
import { SearchContext } from './context.ts';
import { Duplicates } from './Duplicates.tsx';
import { EmptySearches } from './EmptySearches.tsx';
import { Meaning } from './Meaning.tsx';
import { createSearch } from './model.ts';
import { Phrasings } from './Phrasings.tsx';
import { Pins } from './Pins.tsx';
import './styles.ts';
import { Synonyms } from './Synonyms.tsx';
import { useSearchTexts } from './texts.ts';
import { TrySearch } from './TrySearch.tsx';

/** The search section: what visitors find when they type, and what the owner does about it. */
export const Search = () => {
  const owner = useConsole();
  const { texts: common } = useTexts();
  const texts = useSearchTexts();
  const model = useMemo(() => createSearch(owner), [owner]);
  const [pinFor, setPinFor] = useState<string | null>(null);
  const [synonymFor, setSynonymFor] = useState<string | null>(null);
  if (!texts) return <p class="quiet">{common.loading}</p>;
  return (
    <SearchContext.Provider value={{ model, texts }}>
      <TrySearch />
      <EmptySearches pin={setPinFor} synonym={setSynonymFor} />
      <Pins asked={pinFor} taken={() => setPinFor(null)} />
      <Synonyms asked={synonymFor} taken={() => setSynonymFor(null)} />
      <Phrasings />
      <Duplicates />
      <Meaning />
    </SearchContext.Provider>
  );
};
