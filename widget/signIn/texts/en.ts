/** Signing in from the widget, by a code from an email. */
const texts = {
  signInOffer: 'Wrote to us before? Find your conversations',
  signInLead:
    'Enter the email address you wrote from. We’ll send it a code that brings your conversations here.',
  signInEmail: 'Your email',
  signInSend: 'Email me a code',
  signInSent: 'If someone wrote to us from {email}, a code is on its way. It works for an hour.',
  signInHint:
    'No email after a few minutes? Check your spam folder. Codes only go to addresses that have emailed us or confirmed an email from us.',
  signInCode: 'Code from the email',
  signInGo: 'Show my conversations',
  signInOther: 'Use another address',
  signInBadEmail: 'Enter a valid email address.',
  signInBadCode: 'This code isn’t right, or it no longer works.',
  signInLimited: 'That was too often. Please try again {when}.',
  signInOff: 'We can’t send emails right now. Please try again later.',
};
export default texts;

export type SignInTexts = typeof texts;
