import type { OidcTexts } from '../textShape.ts';

export default {
  title: 'Du bist nicht angemeldet',
  back: 'Zurück zur Anmeldung',
  backToSettings: 'Zurück zu den Einstellungen',
  refused_off: 'Diese Anmeldung ist ausgeschaltet.',
  refused_expired: 'Das hat zu lange gedauert oder in einem anderen Browser begonnen. Fang noch einmal an.',
  refused_provider:
    'Dein Identitätsanbieter hat nicht richtig geantwortet. Versuch es noch einmal, und sag es einem Inhaber der Website, wenn es wieder passiert.',
  refused_email: 'Dein Identitätsanbieter hat uns deine E-Mail-Adresse nicht genannt.',
  refused_unverified: 'Dein Identitätsanbieter hat deine E-Mail-Adresse nicht bestätigt.',
  refused_domain: 'Mit deiner E-Mail-Adresse kann man sich hier nicht anmelden.',
  refused_elsewhere:
    'Dein Konto gehört auch zu anderen Websites. Melde dich erst mit Passwort oder Passkey an und komm dann einmal hierher, um es zu verbinden.',
  refused_unknown: 'Für dich gibt es noch kein Konto. Bitte einen Inhaber der Website um eine Einladung.',
  refused_role: 'Keine deiner Gruppen hat auf dieser Website eine Rolle. Frag deine Administration.',
  refused_disabled: 'Dein Konto ist gesperrt.',
  testTitle: 'Der Test hat geklappt',
  testEmail: 'E-Mail',
  testGroups: 'Gruppen',
  testRole: 'Rolle nach der Anmeldung',
  verified: 'bestätigt',
  unverified: 'nicht bestätigt',
  noRole: 'keine: Anmelden ginge nicht',
  role_owner: 'Inhaber',
  role_admin: 'Admin',
  role_agent: 'Agent',
  role_moderator: 'Moderator',
} satisfies OidcTexts;
