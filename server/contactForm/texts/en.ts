/** Texts of the pages around the owner's own contact form. */
export default {
  sentTitle: 'Your message was sent',
  sent: 'Thank you. We’ll reply to the email address you gave.',
  wrongTitle: 'Something’s missing',
  wrongLead: 'Nothing was sent yet. Please look at what’s marked.',
  message: 'Message',
  subject: 'Subject',
  optional: '(optional)',
  filesGone: 'Attached files couldn’t be kept. Please add them again on the page you came from.',
  off: 'This form isn’t in use.',
};
