import type { TextsLike } from '../../core/text/fill.ts';

/** Texts of the chat; English defines the keys. */
const english = {
  leaveMessage: 'Leave a message',
  leaveLead: 'Leave us a message. We’ll reply here when we’re back.',
  firstMessage: 'Write a message',
  reachYou: 'So we can reply if you leave this page.',
  more: 'More',
  end: 'End the chat',
  transcript: 'Email me the transcript',
  myEmail: 'Leave my email',
  report: 'Report a message',
  writeAgain: 'Reply to reopen',
  newChat: 'Start a new chat',
  rateTitle: 'How was it?',
  good: 'Good',
  okay: 'Okay',
  bad: 'Bad',
  rateWords: 'Anything we should know?',
  rateThanks: 'Thank you. You can still change this.',
  starsOf: '{value} of 5 stars',
  cancel: 'Cancel',
  transcriptLead: 'Get a copy of this chat by email.',
  onItsWay: 'On its way to {email}.',
  mailSent: 'Sent to {email}.',
  mailUnconfirmed: 'We’ve sent a link to {email}. Open it, and the transcript will follow.',
  mailUnsent: 'This site can’t send email yet, so nothing went to {email}.',
  mailFailed: 'The email to {email} wasn’t accepted. Is the address right?',
  noMails: 'This address has unsubscribed.',
  emailKept: 'We’ll email {email} when you’re away.',
  nobodyLeave: 'No one’s here right now. Leave your email?',
  reportLead: 'Which one? Our team will review it.',
  reportSend: 'Report',
  reported: 'Reported. Our team will review it.',
  tooOften: 'Too many messages. Try again {when}.',
  consentMore: 'Read more',
  pleaseAgree: 'Please agree first.',
};
export default english;

/** The texts of every language: the keys of the English ones. */
export type ChatTexts = TextsLike<typeof english>;
