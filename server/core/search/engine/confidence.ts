// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import { featurePlaces } from './features.ts';
import { bestDocuments, type RankedGroup } from './groups.ts';
import { logit, sigmoid } from './logistic.ts';
import type { Query } from './query.ts';

/** Changes with the coefficients: a floor that was learned under another version says nothing. */
export const confidenceVersion = 3;

/** Results far down, which match by chance: what the best one is held against. */
const places = { second: 1, third: 2, tenth: 9 };
/** Phrasings from which an answer's own agreement says something. */
const fewestPhrasings = 4;

/**
 * The allowance for a match in Chinese, Japanese or Korean beside one of an alphabet, in units of evidence. A rewording
 * there breaks more of what is compared: pairs reach over the edges of words, and endings weigh as much as stems. Set
 * so that unanswerable questions show as often as in English (`tests/bench/suggest/own`).
 */
const shortWordAllowance = 1;

/** The distance by which a result stands out of its list. */
interface Standing {
  /** Its score less the second's, the third's and the tenth's, as shares of the highest possible one. */
  second: number;
  third: number;
  tenth: number;
}

function standingOf(found: RankedGroup, ranked: readonly RankedGroup[], highest: number): Standing {
  const above = (place: number): number => (found.score - (ranked[place]?.score ?? 0)) / highest;
  return { second: above(places.second), third: above(places.third), tenth: above(places.tenth) };
}

/**
 * The probability that a result answers the query, 0..1: a logistic curve over shares of what the query could reach
 * (raw BM25 is no threshold: its size depends on the words, not on the match), over how far the best result stands out
 * from those that match by chance, over how many of an answer's phrasings agree, and over what of the query the index
 * does not know. Every measure of a match raises it and every gap in one lowers it: more matched is never less sure.
 *
 * Fitted by ridge logistic regression with these signs held (version 3): the even queries of four sets and eight more
 * kinds and languages, whole, cut off and misspelt alike, each set whole and in parts of 60, 300 and 1,200 answers;
 * right results against the best that was found for unanswerable questions, for questions of other sets, and for
 * questions whose answers were taken away. Every set counts the same. `tests/bench/suggest` says what it is worth on the
 * odd queries, and with a whole set held back.
 *
 * @param ranked all answers, best first
 * @param highest what the score of a perfect match would be
 * @param phrasings how many the answer has
 */
export function confidenceOf(
  found: RankedGroup,
  query: Query,
  { ranked, highest, phrasings }: { ranked: readonly RankedGroup[]; highest: number; phrasings: number },
): number {
  const { measures } = found.phrasings[0];
  const standing = standingOf(found, ranked, highest);
  const agreement =
    phrasings < fewestPhrasings ? 0 : 2.58 * (found.amongBest / Math.min(bestDocuments, phrasings)) - 0.77;
  return sigmoid(
    0.44 * (found.score / highest) +
      0.24 * measures[featurePlaces.phrase]! +
      1.54 * measures[featurePlaces.letters]! +
      0.82 * measures[featurePlaces.precision]! +
      1.04 * Math.min(1.5, measures[featurePlaces.bestFieldScore]!) +
      0.67 * measures[featurePlaces.order]! +
      0.72 * standing.second +
      1.79 * standing.third +
      4.38 * standing.tenth +
      agreement +
      0.56 * Math.log2(1 + query.terms.length) -
      2.71 * query.unknownShare -
      7.86 * query.vagueness -
      (query.open ? 0.32 : 0) -
      (query.unfinished ? 0.47 : 0) +
      shortWordAllowance * query.shortWordShare +
      (found.phrasings[0].hasBody ? 0.36 : 0) -
      0.09 * query.missing(measures[featurePlaces.coverage]!) -
      3.33,
  );
}

/** The allowance for results of an unfinished or misspelt query, in units of evidence. */
const unfinishedAllowance = 1.3;
const misspeltAllowance = 0.58;

/**
 * The highest floor for finished texts at which a result of this confidence is still shown: its own for those, more while
 * the last word is still growing (what is shown then costs a glance, and every letter makes it surer) and for misspelt
 * ones (the right answer is as right). No one floor serves all three.
 */
export function shownUpTo(query: Query, confidence: number): number {
  if (confidence <= 0 || confidence >= 1) return confidence;
  return sigmoid(logit(confidence) + allowanceOf(query));
}

function allowanceOf(query: Query): number {
  if (query.unfinished) return unfinishedAllowance;
  return query.isMisspelt ? misspeltAllowance : 0;
}

/** Share of the best score from which a result leans on the best, and from which it is as sure. */
const nearlyAsFar = 0.5;
const asFar = 0.7;

/**
 * The confidence of a result beside the best of its query: one that comes nearly as far is nearly as sure. That a
 * question is answered here at all is what the best one says, and the right answer is often the second of two that are
 * alike; judged alone, it would pull the floor down for everybody.
 *
 * @param own what it is by itself
 * @param best what the best result is by itself
 * @param reach its score as a share of the best one's
 */
export function besideBest(own: number, best: number, reach: number): number {
  const share = Math.min(1, Math.max(0, (reach - nearlyAsFar) / (asFar - nearlyAsFar)));
  return own + share * Math.max(0, best - own);
}
