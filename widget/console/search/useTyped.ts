import { useEffect, useState } from 'preact/hooks';
import type { SearchExplanation } from '../../../shared/ask/staffSchema.ts';
import { useSearch } from './context.ts';

/** Pause in typing after which a text is searched, milliseconds. */
const pause = 200;

/** The result of a text as it is typed; null while there is no text, or no answer yet. */
export const useTyped = (text: string): SearchExplanation | null => {
  const { model } = useSearch();
  const [found, setFound] = useState<SearchExplanation | null>(null);
  const asked = text.trim();
  useEffect(() => {
    if (asked === '') return setFound(null);
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const reply = await model.explain(asked);
      if (isCurrent) setFound(reply);
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [model, asked]);
  return found;
};
