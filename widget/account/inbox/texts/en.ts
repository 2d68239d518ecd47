/** Texts of one's own account. */
const english = {
  account: 'Your account',
  lead: 'You’re logged in as {email}.',
  name: 'Your name',
  ownName: 'Name',
  nameHint: 'Shown to colleagues and beside your replies. Earlier replies keep the name you had then.',
  saveName: 'Save name',
  nameSaved: 'Saved. Colleagues see it the next time their inbox loads.',
  sessions: 'Where you’re logged in',
  thisOne: 'This browser',
  lastSeen: 'Last used {when}',
  endOne: 'Log out',
  endOthers: 'Log out all others',
  password: 'Password',
  passwordLead: 'At least ten characters. All your other browsers will be logged out.',
  current: 'Current password',
  next: 'New password',
  change: 'Change password',
  changed: 'Your password has been changed.',
  factor: 'Two-factor authentication',
  factorOff:
    'Protect your account even if someone learns your password. You’ll also enter a code from an authenticator app on your phone.',
  factorOn: 'On since {when}. {count} recovery codes left.',
  turnOn: 'Turn on',
  turnOff: 'Turn off',
  confirmPassword: 'Confirm your password',
  scan: 'Scan this with your authenticator app, or type in the text.',
  qr: 'QR code for your authenticator app',
  code: 'Code',
  codeHint: 'Enter the six digits from the app, or a recovery code.',
  confirm: 'Turn on',
  codes: 'Your recovery codes',
  codesLead:
    'Each code logs you in once if you lose your phone. They’re only shown now, so keep them with your passwords.',
  copyCodes: 'Copy codes',
  copied: 'Copied',
  kept: 'I’ve saved them',
  refused: 'That’s not right. Try again.',
  tooShort: 'Use at least ten characters.',
  tooCommon: 'This password is easy to guess. Choose another one.',
  work: 'Workload',
  workLead:
    'You’re assigned conversations while you’re online, up to this many at a time. Those in your languages come first.',
  workOff: 'Conversations aren’t assigned automatically right now. This applies once an admin turns it on.',
  atOnce: 'Maximum at a time',
  speak: 'Languages you reply in',
  workSaved: 'Saved.',
};
export default english;

/** The texts of every language: the keys of the English ones. */
export type AccountTexts = { [Key in keyof typeof english]: string };
