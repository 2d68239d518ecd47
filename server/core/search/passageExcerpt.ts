import { cutAtWord } from '../content/cut.ts';
import { stubText } from './engine/vocabulary.ts';
import { tokenise } from './engine/tokens.ts';

/** Words of a passage and of a query that are compared. */
const maxWords = 400;
/** Words that an excerpt shows, more or less. */
const windowLength = 24;
/** Words of the query that another place must hold more of than the beginning, to be shown instead. */
const leastMore = 2;
/** Code units before the place in which a sentence may begin. */
const maxLead = 80;

const stubsOf = (words: readonly string[]): string[] => words.map(stubText);

/** Where in a passage the most of the query's words stand together: 0 for the beginning. */
const bestPlace = (passage: string, query: string): number => {
  const { words, starts } = tokenise(passage, maxWords);
  const asked = new Set(stubsOf(tokenise(query, maxWords).words).filter((stub) => stub.length > 2));
  const found = stubsOf(words);
  const countFrom = (from: number): number =>
    new Set(found.slice(from, from + windowLength).filter((stub) => asked.has(stub))).size;
  let [place, most] = [0, countFrom(0) + leastMore - 1];
  for (let from = 1; from < found.length; from++) {
    const isAsked = asked.has(found[from] ?? '');
    const count = isAsked ? countFrom(from) : 0;
    if (count > most) [place, most] = [from, count];
  }
  const at = starts[place] ?? 0;
  const lead = passage.slice(Math.max(0, at - maxLead), at);
  const sentence = lead.search(/[^.!?…。！？]*$/u);
  return sentence > 0 ? at - (lead.length - sentence) : at;
};

/** The words of a passage that answer a query, cut at words within `max` code units, with an ellipsis where cut. */
export const passageExcerpt = (passage: string, query: string, max: number): string => {
  const from = passage.length > max ? bestPlace(passage, query) : 0;
  const rest = passage.slice(from).trim();
  return from === 0 ? cutAtWord(rest, max) : `…${cutAtWord(rest, max - 1)}`;
};
