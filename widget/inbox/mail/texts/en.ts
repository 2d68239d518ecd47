const english = {
  recipients: 'Recipients',
  to: 'To',
  cc: 'Cc',
  bcc: 'Bcc',
  ccLabel: 'Cc: everyone sees them',
  bccLabel: 'Bcc: nobody else sees them',
  addAddress: 'Add an address',
  showCopies: 'Cc/Bcc',
  replyAll: 'Reply to all (+{count})',
  remove: 'Remove {name}',
  alsoTo: 'Also to',
  isApart: 'Sent to you only. The visitor doesn’t see it.',
  from: 'From',
  forward: 'Forward by email',
  forwardLead: 'What they answer comes back here as a private note. The visitor sees none of it.',
  forwardTo: 'Email address',
  forwardNote: 'Your note to them',
  forwardMessages: 'Messages to forward',
  forwardSend: 'Forward',
  forwardCancel: 'Cancel',
  forwardedTo: 'Forwarded to',
  forwardedCount: 'Messages: {count}',
  fromOutside: 'Not shown to the visitor.',
  senderPass: 'Sender confirmed by {domain}',
  senderNone: 'Couldn’t confirm that this is from {domain}',
  senderFail: '{domain} says this email isn’t from them. Don’t act on it before you’ve asked.',
  senderMany: 'No single sender',
};
export default english;

/** The texts of every language: the keys of the English ones. */
export type MailTexts = Record<keyof typeof english, string>;
