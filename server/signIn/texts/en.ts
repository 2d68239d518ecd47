/** Texts of the page for visitors' own conversations, and of the email with a sign-in link. */
export default {
  title: 'Your conversations',
  none: 'There are no conversations in this browser yet.',
  elsewhere: 'Wrote to us on another device, or by email?',
  lead: 'Enter the email address you wrote from. We’ll send it a link that brings your conversations here.',
  send: 'Email me a link',
  sentTitle: 'Check your inbox',
  sent: 'If someone wrote to us from this address, a link is on its way. It works once, for an hour.',
  sentHint:
    'No email after a few minutes? Check the spelling and your spam folder. Links only go to addresses that have emailed us or confirmed an email from us.',
  again: 'Try another address',
  unavailable: 'We can’t send emails right now. Please come back later, or ask us.',
  subject: 'Your sign-in link for {team}',
  text: 'Here’s the link to your conversations with {team}. Open it on the device where you want them.',
  button: 'Open my conversations',
  note: 'The link works once, for an hour. Please don’t forward it.',
  code: 'Your code: {code}',
  codeText: 'Enter it where you asked for it. Or open your conversations on our help pages.',
  codeNote:
    'The code and the link work once, for an hour. Please don’t share them: we’ll never ask for them.',
  why: 'You’re receiving this because someone asked for a sign-in link with this address. If it wasn’t you, ignore this email. Nothing has changed.',
  stop: 'Unsubscribe',
};
