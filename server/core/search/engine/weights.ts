import type { Feature } from './features.ts';

/** The weight of each measure of the second stage; only their proportions matter. */
export type Weights = Record<Feature, number>;

/** The plain weighted sum: round numbers chosen by hand, the gate's fall-back. */
export const plainWeights: Weights = {
  titleCoverage: 0.3,
  coverage: 0.6,
  passage: 0.4,
  gramCosine: 0.8,
  gramShare: 0.4,
  titleScore: 0.4,
  bestFieldScore: 0.6,
  order: 0.3,
  precision: 0.3,
  excess: -0.2,
  letters: 0.5,
  phrase: 0.3,
  strict: 0,
  growth: 0.5,
};

/**
 * Fitted by list-wise logistic regression (softmax over the candidates of a query) with a ridge towards the plain
 * sum, on short questions, knowledge-base passages, paraphrases and a list of frequent questions, each also with
 * titles or bodies taken away. Left-out kinds gain nothing or a point over the plain sum, so the ridge is strong.
 * `growth` is no part of the fit: it was chosen by hand, and is flat from 0.4 to 0.7.
 */
export const learnedWeights: Weights = {
  titleCoverage: 0.13,
  coverage: 0.52,
  passage: 0.38,
  gramCosine: 0.76,
  gramShare: 0.23,
  titleScore: 0.2,
  bestFieldScore: 0.64,
  order: 0.21,
  precision: 0.44,
  excess: -0.25,
  letters: 0.69,
  phrase: 0.27,
  strict: 0,
  growth: 0.5,
};

/** The highest score that the measures of a whole question can add up to: `growth` is for what is still typed. */
export function highestScore({ growth: _, ...weights }: Weights): number {
  let sum = 0;
  for (const weight of Object.values(weights)) sum += Math.max(0, weight);
  return Math.max(sum, 1e-9);
}
