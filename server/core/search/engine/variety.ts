// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import type { Derived } from './derived.ts';
import type { DocumentStore } from './documents.ts';
import type { RankedGroup } from './groups.ts';
import { inverseFrequency } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The cost of likeness to a result shown above, as a share of the best score: three phrasings of one thing are one
 * suggestion, and while one is still typing the other two places are better used for what else may be meant. Maximal
 * marginal relevance (Carbonell & Goldstein 1998). Measured on sets in three languages: one to two points of recall@3
 * on short questions and paraphrases, half-typed most, nothing lost on passages.
 */
const likenessCost = 0.45;
/** Results that are compared; what stands lower is left where it is. */
const maxCompared = 25;
/** Words of a body that are read for likeness. */
const maxBodyWords = 80;

type Weighted = Map<number, number>;

/** Reorders all but the first result, so that those shown together differ. */
export class Variety {
  private readonly vocabulary: Vocabulary;
  private readonly documents: DocumentStore;

  constructor(vocabulary: Vocabulary, documents: DocumentStore) {
    this.vocabulary = vocabulary;
    this.documents = documents;
  }

  /**
   * @param ranked best first
   * @param limit results that will be shown: only so many are chosen, the rest follows as it was
   */
  arrange(ranked: readonly RankedGroup[], derived: Derived, limit: number): RankedGroup[] {
    const first = ranked[0];
    if (!first || ranked.length < 3 || limit < 2) return [...ranked];
    const compared = ranked.slice(0, maxCompared);
    const cost = likenessCost * Math.max(0, first.score);
    const titles = compared.map((found) => this.weigh(found, derived));
    const bodies = compared.map((found) => this.bodyOf(found));
    const closest = compared.map(() => 0);
    const chosen: RankedGroup[] = [];
    const left = new Set(compared.keys());
    while (chosen.length < limit && left.size > 0) {
      let best = -1;
      let bestScore = Number.NEGATIVE_INFINITY;
      for (const place of left) {
        const score = compared[place]!.score - cost * closest[place]!;
        if (score > bestScore) [best, bestScore] = [place, score];
      }
      left.delete(best);
      chosen.push(compared[best]!);
      if (chosen.length === limit) break;
      for (const place of left)
        closest[place] = Math.max(
          closest[place]!,
          cosine(titles[best]!, titles[place]!) * overlap(bodies[best]!, bodies[place]!),
        );
    }
    return [...chosen, ...[...left].map((place) => compared[place]!), ...ranked.slice(maxCompared)];
  }

  private weigh({ phrasings: [{ document }] }: RankedGroup, derived: Derived): Weighted {
    const words = this.documents.headTitleOf(document);
    const weighted: Weighted = new Map();
    for (let place = 0; place < words.length; place++) {
      const stub = this.vocabulary.stubOf.values[words[place]!]!;
      if (!weighted.has(stub))
        weighted.set(
          stub,
          inverseFrequency(this.documents.aliveCount, derived.anyFrequency.frequencyOf(stub)) ** 2,
        );
    }
    return weighted;
  }

  private bodyOf({ phrasings: [{ document }] }: RankedGroup): Set<number> {
    const words = this.documents.bodyOf(document);
    const stubs = new Set<number>();
    for (let place = 0; place < words.length && place < maxBodyWords; place++)
      stubs.add(this.vocabulary.stubOf.values[words[place]!]!);
    return stubs;
  }
}

/** Cosine of two bags of words whose entries are squared weights. */
function cosine(left: Weighted, right: Weighted): number {
  let both = 0;
  let leftSum = 0;
  let rightSum = 0;
  for (const [stub, weight] of left) {
    leftSum += weight;
    if (right.has(stub)) both += weight;
  }
  for (const weight of right.values()) rightSum += weight;
  return both === 0 ? 0 : both / Math.sqrt(leftSum * rightSum);
}

/** Share of words that two bodies have in common; titles alone are compared where neither has a body. */
function overlap(left: Set<number>, right: Set<number>): number {
  if (left.size === 0 && right.size === 0) return 1;
  let both = 0;
  for (const stub of left) if (right.has(stub)) both += 1;
  return both / Math.sqrt(Math.max(1, left.size * right.size));
}
