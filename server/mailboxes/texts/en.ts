export default {
  subject: '{address} can’t be read',
  lead: 'We can’t get to the mailbox {address} at the moment.',
  waiting:
    'Nothing is lost: new emails wait in the mailbox, and we keep trying. Nobody on your team sees them until it works again.',
  button: 'Fix the connection',
  testSubject: 'A test from Foyer',
  testText: 'This email tests whether your mailbox sends and receives. Foyer deletes it once it has arrived.',
};
