export default {
  fault_login:
    'The mail server refuses the login. Check the user name and password; many providers want an app password here.',
  fault_consent: 'Access was taken back or has run out. Connect it again.',
  fault_consent_away: 'The sign-in service isn’t answering right now.',
  fault_consent_client:
    'The sign-in service doesn’t accept the client ID or secret. The secret may have run out.',
  fault_consent_refused:
    'The mail server doesn’t accept this account. Check that the account may open this mailbox, and that IMAP and SMTP are turned on for it.',
  fault_certificate: 'The mail server’s certificate isn’t valid for this name, so nothing was sent to it.',
  fault_not_found: 'There’s no mail server with this name.',
  fault_not_public: 'This server isn’t on the public internet. The person who runs Foyer can allow it.',
  fault_unreachable: 'The mail server can’t be reached.',
  fault_timed_out: 'The mail server isn’t answering.',
  fault_folder: 'There’s no inbox in this mailbox.',
  fault_sender: 'The mail server doesn’t let this login send as this address.',
  fault_other: 'The mail server gave an answer we can’t use.',
};
