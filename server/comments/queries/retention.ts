import { originsByAge } from '../../core/people/retention/queries/originsByAge.ts';
import { commentReports, commentVotes } from '../tables.ts';

export const voteOriginsByAge = originsByAge(commentVotes, commentVotes.commentId, {
  table: 'comment_votes',
  subject: 'comment_id',
});
export const reportOriginsByAge = originsByAge(commentReports, commentReports.commentId, {
  table: 'comment_reports',
  subject: 'comment_id',
});
