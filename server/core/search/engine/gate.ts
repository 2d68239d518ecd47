// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import type { SearchIndex } from './searchIndex.ts';
import type { SearchDocument } from './searchTypes.ts';
import { learnedWeights, plainWeights, type Weights } from './weights.ts';

/** Fewest linked phrasings from which a choice can be made, and most that are tried. */
const fewestTrials = 40;
const maxTrials = 300;

/** A phrasing of an answer that has others. */
export type LinkedPhrasing = Pick<SearchDocument, 'id' | 'group' | 'title'>;

/**
 * Chooses between the learned weights and the plain sum for one site, by what its own linked duplicates say: each
 * phrasing is asked as a question, with itself left out, and should find another phrasing of its answer. Where the
 * site has too few of them, or they do not favour the plain sum, the learned weights stay.
 *
 * Costs two searches a phrasing tried, so it belongs after a build, not into a request; pauses after each of them.
 */
export function* chooseWeightsSteps(
  index: SearchIndex,
  linked: readonly LinkedPhrasing[],
): Generator<void, Weights> {
  if (linked.length < fewestTrials) return learnedWeights;
  const step = Math.max(1, Math.ceil(linked.length / maxTrials));
  let learned = 0;
  let plain = 0;
  for (let place = 0; place < linked.length; place += step) {
    learned += reciprocalRank(index, linked[place]!, learnedWeights);
    yield;
    plain += reciprocalRank(index, linked[place]!, plainWeights);
    yield;
  }
  return plain > learned ? plainWeights : learnedWeights;
}

/** As `chooseWeightsSteps`, at once. */
export function chooseWeights(index: SearchIndex, documents: readonly LinkedPhrasing[]): Weights {
  const sizes = new Map<string, number>();
  for (const { group } of documents) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const steps = chooseWeightsSteps(
    index,
    documents.filter(({ group }) => (sizes.get(group) ?? 0) > 1),
  );
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function reciprocalRank(index: SearchIndex, asked: LinkedPhrasing, weights: Weights): number {
  const others = index.rank(asked.title, { weights }).ranked.filter(({ id }) => id !== asked.id);
  const place = others.findIndex(({ group }) => group === asked.group);
  return place < 0 ? 0 : 1 / (place + 1);
}
