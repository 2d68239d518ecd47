const english = {
  title: 'Other email',
  lead: 'Emails that arrived but weren’t added to a conversation. Open your mailbox to read one in full.',
  none: 'Nothing here. Every email became a message.',
  automatic: 'Automatic reply',
  bounced: 'Not delivered',
  unknown: 'Not a reply to us',
  blocked: 'Sender blocked',
  empty: 'Nothing written',
  unreadable: 'Couldn’t be read',
  too_large: 'Larger than 25 MB',
  reused: 'Same ID as an earlier email',
  erased: 'Sender’s data was erased',
  noSubject: 'No subject',
  noSender: 'No sender',
  open: 'Open conversation',
  refresh: 'Refresh',
};
export default english;

/** What every language has: the keys of the English texts. */
export type StaffTexts = Record<keyof typeof english, string>;
