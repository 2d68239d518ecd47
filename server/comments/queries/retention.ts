import { originsByAge } from '../../core/people/retention/queries/originsByAge.ts';
import { commentVotes } from '../tables.ts';

export const voteOriginsByAge = originsByAge(commentVotes, commentVotes.commentId, {
  table: 'comment_votes',
  subject: 'comment_id',
});
