import { withoutCourtesies } from './courtesy.ts';
import { logit, sigmoid } from './logistic.ts';
import { partsOf } from './parts.ts';
import type { SearchOptions, SearchResult } from './searchTypes.ts';

/** Evidence that the best of several readings gains by chance, for each doubling of their number. */
const chance = 0.4;
/** Evidence that a text must make up for which is nothing but a greeting. */
const merelyPolite = 2;
/** The confidence in a whole text at which its parts are left alone. */
const sureEnough = 0.6;

/** The confidence of the best result in the reader's language at which others are not looked at. */
const sureInLanguage = 0.96;
/** Evidence by which the best result of all must exceed the best in the reader's language. */
const surelyForeign = 1;

type Find = (text: string, options: SearchOptions) => SearchResult[];

const lowered = (share: number, by: number): number =>
  share <= 0 || share >= 1 ? share : sigmoid(logit(share) - by);

const evidence = (result: SearchResult | undefined): number =>
  logit(Math.min(1 - 1e-6, Math.max(1e-6, result?.shownUpTo ?? 0)));

const lowerAll = (results: SearchResult[], by: number): SearchResult[] =>
  results.map((result) => ({
    ...result,
    confidence: lowered(result.confidence, by),
    shownUpTo: lowered(result.shownUpTo, by),
  }));

/** Results of several readings of one text as one list, surest first: an answer counts by its surest. */
const merge = (lists: SearchResult[][]): SearchResult[] => {
  const best = new Map<string, SearchResult>();
  for (const result of lists.flat())
    if (result.shownUpTo > (best.get(result.group)?.shownUpTo ?? -1)) best.set(result.group, result);
  // A sort keeps the order of equals: of the first reading first.
  return [...best.values()].sort((one, other) => other.shownUpTo - one.shownUpTo);
};

/** A long text as a whole and in its parts, the surest answers of all first. */
const findInParts = (text: string, options: SearchOptions, find: Find): SearchResult[] => {
  const question = withoutCourtesies(text);
  if (question === '') return lowerAll(find(text, options), merelyPolite);
  const asked = find(question ?? text, options);
  if ((asked[0]?.shownUpTo ?? 0) >= sureEnough) return asked;
  const parts = partsOf(question ?? text);
  const by = chance * Math.log2(1 + parts.length);
  const lists = [asked, ...parts.map((part) => lowerAll(find(part, options), by))];
  // What looks like a greeting may be what the question is about.
  if (question !== null) lists.push(lowerAll(find(text, options), chance * 2));
  return lists.length === 1 ? asked : merge(lists);
};

/**
 * In the reader's language first. Others are searched where nothing there is nearly sure, and win only where the text is
 * surely in one of them: words that languages share make many half-sure matches.
 */
const inLanguage =
  (find: Find): Find =>
  (text, options) => {
    const { preferredLanguage: language } = options;
    if (!language || options.language) return find(text, options);
    const own = find(text, { ...options, language });
    if ((own[0]?.shownUpTo ?? 0) >= sureInLanguage) return own;
    const any = find(text, options);
    const [best] = any;
    if (!best || best.id === own[0]?.id) return own;
    return evidence(best) - evidence(own[0]) >= surelyForeign ? any : own;
  };

/** The parts of an index that a search of several readings needs. */
export interface Readable {
  isMultilingual: boolean;
  /** Searches one reading, whatever its confidence. */
  find: Find;
  /** Another spelling of a text of which the index knows little; null for none. */
  respell(text: string): string | null;
}

/** Searches what a text may mean: as it stands, in its parts, and where that finds little, in another spelling. */
export const findReadings = (text: string, options: SearchOptions, index: Readable): SearchResult[] => {
  const floor = options.floor ?? 0;
  const find = index.isMultilingual ? inLanguage(index.find) : index.find;
  let found = findInParts(text, options, find);
  if ((found[0]?.shownUpTo ?? 0) < sureEnough) {
    const readAs = index.respell(text);
    if (readAs !== null)
      found = merge([found, findInParts(readAs, options, find).map((result) => ({ ...result, readAs }))]);
  }
  return found.filter(({ shownUpTo }) => shownUpTo >= floor).slice(0, options.limit ?? 3);
};
