import type { AccountWords } from '../words.ts';

const german: AccountWords = {
  account: 'Deine Anmeldung',
  lead: 'Du bist als {email} angemeldet.',
  sessions: 'Wo du angemeldet bist',
  thisOne: 'Dieser Browser',
  lastSeen: 'Zuletzt benutzt {when}',
  endOne: 'Beenden',
  endOthers: 'Alle anderen beenden',
  password: 'Passwort',
  passwordLead: 'Zehn Zeichen oder mehr. Alle anderen Browser werden abgemeldet.',
  current: 'Jetziges Passwort',
  next: 'Neues Passwort',
  change: 'Passwort ändern',
  changed: 'Dein Passwort ist geändert.',
  factor: 'Zweiter Faktor',
  factorOff:
    'Mit einem zweiten Faktor reicht ein Passwort nicht, das jemand herausgefunden hat: Auch ein Code der Authenticator-App auf deinem Telefon wird verlangt.',
  factorOn: 'An seit {when}. Noch {count} Wiederherstellungscodes.',
  turnOn: 'Einschalten',
  turnOff: 'Ausschalten',
  confirmPassword: 'Zuerst dein Passwort',
  scan: 'Lies das mit deiner Authenticator-App ein, oder tippe den Text dort ab.',
  qr: 'QR-Code für die Authenticator-App',
  code: 'Code',
  codeHint: 'Sechs Ziffern aus der App, oder ein Wiederherstellungscode.',
  confirm: 'Einschalten',
  codes: 'Deine Wiederherstellungscodes',
  codesLead:
    'Jeder lässt dich einmal herein, wenn das Telefon verloren ist. Sie werden nur dieses eine Mal gezeigt: Bewahre sie auf, wo du Passwörter aufbewahrst.',
  copyCodes: 'Kopieren',
  copied: 'Kopiert',
  kept: 'Ich habe sie aufbewahrt',
  refused: 'Das passt nicht.',
  tooShort: 'Mindestens zehn Zeichen.',
};
export default german;
