/** Texts of logging in at a provider. */
export default {
  title: 'You’re not logged in',
  back: 'Back to the login',
  backToSettings: 'Back to the settings',
  refused_off: 'This way to log in is turned off.',
  refused_expired: 'That took too long, or was started in another browser. Start again.',
  refused_provider:
    'Your identity provider didn’t answer as it should. Try again, and tell an owner of this site if it happens again.',
  refused_email: 'Your identity provider didn’t tell us your email address.',
  refused_unverified: 'Your identity provider hasn’t verified your email address.',
  refused_domain: 'Your email address isn’t one that may log in here.',
  refused_elsewhere:
    'Your account also belongs to other sites. Log in with your password or passkey first, then come back here once to connect it.',
  refused_unknown: 'There’s no account for you yet. Ask an owner of this site to invite you.',
  refused_role: 'None of your groups has a role on this site. Ask your administrator.',
  refused_disabled: 'Your account has been disabled.',
  testTitle: 'The test worked',
  testEmail: 'Email',
  testGroups: 'Groups',
  testRole: 'Role after logging in',
  verified: 'verified',
  unverified: 'not verified',
  noRole: 'none: they couldn’t log in',
  role_owner: 'Owner',
  role_admin: 'Admin',
  role_agent: 'Agent',
  role_moderator: 'Moderator',
};
