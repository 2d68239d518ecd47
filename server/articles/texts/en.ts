const texts = {
  answer: 'Answer',
  articles: 'Articles',
  updated: 'Updated {date}',
  by: 'By {names}',
  contents: 'On this page',
  didHelp: 'Did this help?',
  yes: 'Yes',
  no: 'No',
  why: 'What went wrong?',
  reason_missing: 'Something’s missing',
  reason_unclear: 'It’s hard to follow',
  reason_wrong: 'Something’s wrong',
  reason_other: 'Something else',
  thanks: 'Thanks for telling us.',
  related: 'Related articles',
  note: 'Note',
  tip: 'Tip',
  warning: 'Warning',
};

export default texts;
