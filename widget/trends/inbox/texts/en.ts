import type { TextsLike } from '../../../core/text/fill.ts';

const english = {
  title: 'Trends',
  lead: 'When many people suddenly write or search about the same thing, it stands here, and the team gets an alert.',
  none: 'Nothing out of the ordinary. Bursts of similar questions show up here.',
  now: 'Happening now',
  before: 'Earlier',
  people: { one: '{count} person', other: '{count} people' },
  items: { one: '{count} item', other: '{count} items' },
  usual: 'usually about {count}',
  usualNone: 'usually none',
  state_current: 'Now',
  state_incident: 'Incident open',
  state_over: 'Over',
  state_quiet: 'No problem',
  kind_conversation: 'Questions and chats',
  kind_comment: 'Comments',
  kind_search: 'Searches',
  examples: 'What people wrote',
  openConversation: 'Open',
  forgotten: 'What was written then is no longer kept.',
  open: 'Open an incident',
  quiet: 'Not a problem',
  undo: 'Undo',
  isQuiet: 'Marked as not a problem.',
  incidentTitle: 'Title',
  incidentBody: 'Text',
  incidentLead: {
    one: 'Whoever types the same sees this from now on. {count} person is told when it’s over.',
    other: 'Whoever types the same sees this from now on. {count} people are told when it’s over.',
  },
  publish: 'Open incident',
  cancel: 'Cancel',
  opened: 'The incident is open.',
  toNews: 'Post updates or close it',
  page: 'View page',
};

export type TrendTexts = TextsLike<typeof english>;

export default english as TrendTexts;
