// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import type { DocumentStore } from './documents.ts';
import { compare } from './query.ts';
import type { Scored } from './rerank.ts';

/** Phrasings of an answer that count together. */
const maxPhrasings = 3;
/** The share by which each of them counts: the further down, the more of it is chance. */
const share = [1, 0.75, 0.5];
/**
 * The credit for the phrasings an answer lacks, as a share of its best. Without it, the sum would let any linked pair
 * win over a better single question (ten points of recall@1 on sets of both).
 */
const credit = [1, 0.75, 0.6];
const fullCredit = credit.reduce((sum, part, place) => sum + part * share[place]!, 0);

export interface RankedGroup {
  /** Best first; at least one, at most three. */
  phrasings: [Scored, ...Scored[]];
  /** Weighted mean score of the phrasings that count, comparable to a single phrasing's. */
  score: number;
  /** Its phrasings among the best ten documents. */
  amongBest: number;
}

/** Documents among which an answer's phrasings are counted. */
export const bestDocuments = 10;

/** The best passage of each document, in the order of the list. */
const bestPassages = (ranked: readonly Scored[], { headOf }: DocumentStore): Scored[] => {
  const seen = new Set<number>();
  return ranked.filter(({ document }) => {
    const head = headOf.values[document]!;
    return !seen.has(head) && seen.add(head);
  });
};

/**
 * Gathers phrasings by answer and adds up the three best of each: several near misses are better evidence than one.
 *
 * @param ranked candidates, best first; of a document's passages the best one counts
 */
export function rankGroups(ranked: readonly Scored[], documents: DocumentStore): RankedGroup[] {
  const groups = new Map<number, RankedGroup>();
  for (const [place, scored] of bestPassages(ranked, documents).entries()) {
    const group = documents.groupOf.values[scored.document]!;
    const amongBest = place < bestDocuments ? 1 : 0;
    const known = groups.get(group);
    if (!known) groups.set(group, { phrasings: [scored], score: 0, amongBest });
    else {
      if (known.phrasings.length < maxPhrasings) known.phrasings.push(scored);
      known.amongBest += amongBest;
    }
  }
  for (const [group, ranking] of groups)
    ranking.score = scoreOf(ranking.phrasings, documents.groupSizes[group]!);
  return [...groups.values()].sort(
    (left, right) => right.score - left.score || compare(left.phrasings[0].id, right.phrasings[0].id),
  );
}

function scoreOf(phrasings: RankedGroup['phrasings'], existing: number): number {
  const best = phrasings[0].score;
  // Below nothing there is nothing to add up, and crediting a negative score would reward it.
  if (best <= 0) return best;
  let sum = 0;
  for (let place = 0; place < maxPhrasings; place++) {
    const score = place < existing ? Math.max(0, phrasings[place]?.score ?? 0) : best * credit[place]!;
    sum += score * share[place]!;
  }
  return sum / fullCredit;
}
