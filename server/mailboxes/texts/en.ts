export default {
  subject: '{address} can’t be read',
  lead: 'We can’t get to the mailbox {address} at the moment.',
  waiting:
    'Nothing is lost: new emails wait in the mailbox, and we keep trying. Nobody on your team sees them until it works again.',
  button: 'Fix the connection',
  testSubject: 'A test from Foyer',
  testText: 'This email tests whether your mailbox sends and receives. Foyer deletes it once it has arrived.',
  consentTitle: 'Not connected yet',
  consentBack: 'Back to the mailboxes',
  consent_stale:
    'This answer can’t be used: it was asked for in another browser or session, has been used already, or is older than ten minutes. Press “Connect” again.',
  consent_denied: 'Access wasn’t given, so nothing was connected. Press “Connect” again whenever you like.',
  consent_away: 'The sign-in service isn’t answering right now. Press “Connect” again in a few minutes.',
  consent_client:
    'The sign-in service doesn’t accept the client ID or secret. Check both, then connect again.',
  consent_incomplete:
    'The access that was given isn’t enough to read and send. Connect again, and leave every box ticked.',
};
