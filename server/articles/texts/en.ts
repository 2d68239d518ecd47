const texts = {
  answer: 'Answer',
  checkSubject: 'Is this still right? {title}',
  checkLead:
    'You wrote “{title}” and asked to look at it again by today. Is everything in it still true? Then choose a new day in its details.',
  checkOpen: 'Open the article',
  checkChoose: 'Choose what you’re told',
  checkWhy: 'You get this because you’re an author at {site}.',
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
