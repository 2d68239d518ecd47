// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import type { RankedGroup } from './groups.ts';
import type { Query } from './query.ts';
import { featurePlaces } from './features.ts';

/** Where the background of a query is read: what stands there matches by chance. */
const backgroundPlace = 30;

/**
 * What a query reaches by chance: the score of a result so far down that it cannot be meant. Where there are fewer,
 * less of the last one's, as the last of three is no chance match.
 *
 * @param ranked answers, best first
 */
export function backgroundOf(ranked: readonly RankedGroup[]): number {
  const place = Math.min(backgroundPlace, ranked.length - 1);
  if (place < 0) return 0;
  return Math.max(0, ranked[place]!.score) * (place / backgroundPlace);
}

/**
 * How sure a result is, 0..1: a logistic curve over measures that are shares of what the query could reach (raw
 * BM25 is no threshold: its size depends on the words, not on the match), over how far it stands out from what the
 * query reaches by chance, and over how much of weight was matched. Fitted by ridge logistic regression on the even
 * queries of four sets, of a dozen answers up to thousands: right results against the best that unanswerable
 * questions found, or questions whose answers were taken away; each set counts the same.
 *
 * @param highest what the score of a perfect match would be
 * @param background of the query, as `backgroundOf` reads it
 * @param documents how many there are: a word's weight grows with them
 */
export function confidenceOf(
  found: RankedGroup,
  query: Query,
  { highest, background, documents }: { highest: number; background: number; documents: number },
): number {
  const { measures } = found.phrasings[0];
  let weight = 0;
  for (const term of query.terms) weight += term.weight;
  const matched = measures[featurePlaces.strict]! * weight;
  const evidence =
    5.33 * ((found.score - background) / highest) +
    0.53 * (found.score / highest) +
    0.79 * measures[featurePlaces.phrase]! +
    0.98 * measures[featurePlaces.letters]! +
    0.98 * measures[featurePlaces.precision]! +
    0.93 * measures[featurePlaces.gramShare]! +
    0.78 * (matched / Math.log(1 + Math.max(1, documents))) -
    0.5 * Math.log2(1 + matched);
  return 1 / (1 + Math.exp(middle - evidence));
}

const middle = 3.12;

/** Share of the best score from which a result leans on the best, and from which it is as sure. */
const nearlyAsFar = 0.6;
const asFar = 0.8;

/**
 * How sure a result is beside the best of its query: one that comes nearly as far is nearly as sure. That a question
 * is answered here at all is what the best one says, and the right answer is often the second of two that are alike;
 * judged alone, it would pull the floor down for everybody. Of 100 questions without an answer, 21 instead of 29
 * show something at the floor where 90 of 100 found answers show.
 *
 * @param own what it is by itself
 * @param best what the best result is by itself
 * @param reach its score as a share of the best one's
 */
export function besideBest(own: number, best: number, reach: number): number {
  const share = Math.min(1, Math.max(0, (reach - nearlyAsFar) / (asFar - nearlyAsFar)));
  return own + share * Math.max(0, best - own);
}
