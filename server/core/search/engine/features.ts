/**
 * Measures of a candidate, each about 0..1, higher is better but for `excess`:
 * - titleCoverage, coverage: share of the query's weight found in the title, or anywhere (fuzzy)
 * - strict: coverage by close matches only
 * - passage, phrase: coverage by the title or by the best two sentences, or few words, of the body
 * - letters: BM25 of the query's grams in title and body together, by the weight of all its grams
 * - gramCosine, gramShare: grams shared with the title, by both lengths or by the query's alone
 * - titleScore, bestFieldScore: BM25 of the title, or the better of title and body, by the query's best possible
 * - order: neighbours in the query that are neighbours in the title
 * - precision: share of the title's weight that the query asks for
 * - excess: how much longer the title is than the query (log2)
 * - growth: the title goes on from the query's last whole word with one that its unfinished word may become
 */
export const features = [
  'titleCoverage',
  'coverage',
  'passage',
  'gramCosine',
  'gramShare',
  'titleScore',
  'bestFieldScore',
  'order',
  'precision',
  'excess',
  'letters',
  'phrase',
  'strict',
  'growth',
] as const;

export type Feature = (typeof features)[number];

/** Where each measure stands in a candidate's array. */
export const featurePlaces = Object.fromEntries(features.map((feature, place) => [feature, place])) as Record<
  Feature,
  number
>;
