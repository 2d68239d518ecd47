import { followerWrites } from '../../core/following/writes.ts';
import { questionFollowers } from '../tables.ts';

export const { insertFollower, confirmFollow, endFollows } = followerWrites(
  questionFollowers,
  questionFollowers.questionId,
);
