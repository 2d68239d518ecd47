import { groupOf } from '../../shared/nps/groups.ts';
import type { NpsFigure } from '../../shared/nps/schema.ts';
import { figureOf } from '../core/statistics/netScore.ts';

/** The score of answers: whole numbers from 0 to 10, those who answered and nobody else. */
export const figureOfScores = (scores: readonly number[]): NpsFigure => {
  const counts = { promoter: 0, passive: 0, detractor: 0 };
  for (const score of scores) counts[groupOf(score)]++;
  return figureOf(counts.promoter, counts.passive, counts.detractor);
};
