const english = {
  title: 'New message',
  to: 'To',
  toPlaceholder: 'Name or email address',
  toAddress: 'New address',
  anonymous: 'Anonymous',
  removeRecipient: 'Remove {name}',
  by: 'Send by',
  by_mail: 'Email',
  by_widget: 'Widget',
  widgetHint: 'Waits in their widget like a reply.',
  unproven: 'This address was typed in by the contact and isn’t confirmed.',
  from: 'From',
  subject: 'Subject',
  message: 'Message',
  messagePlaceholder: 'Write your message. Type “/” for canned replies.',
  discard: 'Discard draft',
  close: 'Close. The draft is kept.',
  sending: 'Sending…',
  mail_no_server: 'Email isn’t set up on this server.',
  mail_no_address: 'We don’t have an email address for this contact.',
  mail_refused: 'This contact asked not to get emails from us.',
  mail_stopped: 'This address has unsubscribed from our emails.',
  mail_blocked: 'This contact is blocked.',
  widget_unknown_there: 'This contact hasn’t used the widget lately, so nothing can wait for them there.',
  widget_blocked: 'This contact is blocked.',
};
export default english;

/** The texts of every language: the keys of the English ones. */
export type ComposeTexts = Record<keyof typeof english, string>;
