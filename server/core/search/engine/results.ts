// biome-ignore-all lint/style/noNonNullAssertion: the index’s lists are as long as each other, and a check would be paid for every posting

import type { DocumentStore } from './documents.ts';
import { features } from './features.ts';
import type { RankedGroup } from './groups.ts';
import { highlight } from './highlight.ts';
import type { Query } from './query.ts';
import type { Reranker } from './rerank.ts';
import { besideBest, confidenceOf, shownUpTo } from './confidence.ts';
import type { Explanation, SearchOptions, SearchResult } from './searchTypes.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The parts that results are made from. */
interface ResultParts {
  documents: DocumentStore;
  vocabulary: Vocabulary;
  reranker: Reranker;
}

/** Why a result was found. @param reranker prepared for the query */
const explain = (
  found: RankedGroup,
  query: Query,
  { documents, vocabulary, reranker }: ResultParts,
): Explanation => {
  const best = found.phrasings[0];
  const words: Explanation['words'] = [];
  const collect = (numbers: Int32Array, place: 'title' | 'body') => {
    for (const number of numbers) {
      const match = reranker.matchOf(number);
      if (!match) continue;
      const word = query.terms[match.term]!.word;
      const known = words.find((entry) => entry.query === word);
      const entry = { query: word, found: vocabulary.words[number]!, closeness: match.degree, place };
      if (!known) words.push(entry);
      else if (known.closeness < match.degree) Object.assign(known, entry);
    }
  };
  collect(documents.headTitleOf(best.document), 'title');
  collect(documents.bodyOf(best.document), 'body');
  return {
    words,
    phrasings: found.phrasings.map(({ id, document, score }) => ({
      id,
      title: documents.titles[documents.headOf.values[document]!]!,
      score,
    })),
    measures: Object.fromEntries(features.map((feature, index) => [feature, best.measures[index]!])),
  };
};

/** A group as a search shows it. @param explains whether why it was found is added */
const toResult = (
  found: RankedGroup,
  confidence: number,
  query: Query,
  parts: ResultParts,
  explains: boolean,
): SearchResult => {
  const { documents, vocabulary, reranker } = parts;
  const best = found.phrasings[0];
  const matchOf = (word: string) => {
    const number = vocabulary.find(word);
    const match = number < 0 ? undefined : reranker.matchOf(number);
    return match && { degree: match.degree, weight: query.terms[match.term]?.weight ?? 0 };
  };
  const result: SearchResult = {
    id: best.id,
    group: best.group,
    confidence,
    shownUpTo: confidence,
    matches: highlight(documents.titles[documents.headOf.values[best.document]!]!, matchOf),
  };
  const { passage } = documents.rowOf(best.document);
  if (passage.end > passage.start) result.passage = passage;
  if (explains) result.explanation = explain(found, query, parts);
  return result;
};

/**
 * The first answers of a query's list, each with how sure it is; none is surer than the best one.
 * @param groups all answers, best first
 * @param arranged those in the order in which they are shown
 */
export const toResults = (
  groups: readonly RankedGroup[],
  arranged: readonly RankedGroup[],
  query: Query,
  parts: ResultParts & { highest: number },
  { limit = 3, explain: explains = false }: SearchOptions,
): SearchResult[] => {
  const [best] = groups;
  if (!best) return [];
  const { groupOf, groupSizes } = parts.documents;
  const ownConfidence = (found: RankedGroup): number =>
    confidenceOf(found, query, {
      ranked: groups,
      highest: parts.highest,
      phrasings: groupSizes[groupOf.values[found.phrasings[0].document]!]!,
    });
  const sure = ownConfidence(best);
  return arranged.slice(0, limit).map((found) => {
    const reach = found.score / Math.max(best.score, 1e-9);
    const confidence = found === best ? sure : Math.min(sure, besideBest(ownConfidence(found), sure, reach));
    const result = toResult(found, confidence, query, parts, explains);
    return { ...result, shownUpTo: shownUpTo(query, confidence) };
  });
};
