import type { TextsLike } from '../../../core/text/fill.ts';

/** Texts of comments for staff. */
const english = {
  title: 'Comments',
  states: 'Status',
  state_pending: 'Waiting',
  state_reported: 'Reported',
  state_approved: 'Published',
  state_spam: 'Hidden',
  state_deleted: 'Deleted',
  empty_pending: 'Nothing is waiting. Comments held by your rules appear here, oldest first.',
  empty_reported: 'No published comments have been reported.',
  empty_approved: 'No comments yet. Add <foyer-comments> to a page to start.',
  empty_spam: 'Nothing is hidden.',
  empty_deleted: 'Nothing has been deleted.',
  noneFound: 'Nothing found.',
  search: 'Search these comments',
  keys: 'j and k move, x selects, a publishes, s hides, # deletes, r replies, z undoes.',
  pick: 'Select the comment by {name}',
  pickAll: 'Select all',
  picked: { one: '{count} selected', other: '{count} selected' },
  decided_approve: { one: '{count} comment published', other: '{count} comments published' },
  decided_spam: { one: '{count} comment hidden', other: '{count} comments hidden' },
  decided_delete: { one: '{count} comment deleted', other: '{count} comments deleted' },
  approve: 'Publish',
  spam: 'Hide',
  remove: 'Delete',
  answer: 'Reply',
  answerTo: 'Reply to {name} as the team',
  sendAnswer: 'Publish reply',
  answerAndApprove: 'Publish both',
  more: 'Show more',
  closePage: 'Close comments on this page',
  openPage: 'Open comments on this page',
  deletedText: 'Deleted. The text is gone.',
  before: { one: '{count} published before', other: '{count} published before' },
  unknown: 'first comment',
  team: 'team',
  reportReasons: 'What readers said',
  reports: { one: 'reported by {count}', other: 'reported by {count}' },
};
export default english;

/** The texts of every language: the keys of the English ones. */
export type StaffTexts = TextsLike<typeof english>;
