/** Visitors' texts of answering each other, in the widget. */
const texts = {
  answerHelped: 'This helped',
  answerHelpedYou: 'This helped you',
  acceptAnswer: 'Accept this answer',
  unacceptAnswer: 'Remove acceptance',
  meToo: 'I have this question too',
  meTooYes: 'You have this question too',
  followAnswers: 'Follow',
  followLead: 'Get an email when there’s a new answer.',
  followSent: 'Almost done. Open the link in the email we’ve just sent you.',
  followNow: 'Done. We’ll email you about new answers.',
  noAnswersYet: 'No answers yet. Be the first to help.',
  answerIt: 'Answer it',
  followEmail: 'Your email',
  report: 'Report',
  reportWhy: 'What’s wrong with it?',
  sendReport: 'Send report',
  reported: 'Thank you. Our team will take a look.',
  undoReport: 'Undo',
};

export default texts;

export type CommunityTexts = Record<keyof typeof texts, string>;
