import type { AccountTexts } from './en.ts';

const german: AccountTexts = {
  account: 'Dein Konto',
  lead: 'Du bist als {email} angemeldet.',
  name: 'Dein Name',
  ownName: 'Name',
  nameHint:
    'Kolleginnen, Kollegen und Besucher sehen ihn neben deinen Antworten. Frühere Antworten behalten deinen damaligen Namen.',
  saveName: 'Namen speichern',
  nameSaved: 'Gespeichert. Kolleginnen und Kollegen sehen ihn beim nächsten Laden.',
  sessions: 'Wo du angemeldet bist',
  thisOne: 'Dieser Browser',
  lastSeen: 'Zuletzt benutzt {when}',
  endOne: 'Abmelden',
  endOthers: 'Alle anderen abmelden',
  password: 'Passwort',
  passwordLead: 'Mindestens zehn Zeichen. Alle anderen Browser werden abgemeldet.',
  current: 'Aktuelles Passwort',
  next: 'Neues Passwort',
  change: 'Passwort ändern',
  changed: 'Dein Passwort ist geändert.',
  factor: 'Zwei-Faktor-Anmeldung',
  factorOff:
    'Schützt dein Konto, auch wenn jemand dein Passwort kennt. Du gibst zusätzlich einen Code aus einer Authenticator-App auf deinem Telefon ein.',
  factorOn: 'An seit {when}. Noch {count} Wiederherstellungscodes.',
  turnOn: 'Einschalten',
  turnOff: 'Ausschalten',
  confirmPassword: 'Passwort bestätigen',
  scan: 'Scanne das mit deiner Authenticator-App, oder tippe den Text dort ein.',
  qr: 'QR-Code für die Authenticator-App',
  code: 'Code',
  codeHint: 'Gib die sechs Ziffern aus der App ein oder einen Wiederherstellungscode.',
  confirm: 'Einschalten',
  codes: 'Deine Wiederherstellungscodes',
  codesLead:
    'Mit jedem Code kannst du dich einmal anmelden, falls du dein Telefon verlierst. Sie werden nur jetzt angezeigt. Bewahre sie bei deinen Passwörtern auf.',
  copyCodes: 'Codes kopieren',
  copied: 'Kopiert',
  kept: 'Ich habe sie gespeichert',
  refused: 'Das stimmt nicht. Versuch es noch einmal.',
  tooShort: 'Mindestens zehn Zeichen.',
  tooCommon: 'Dieses Passwort ist leicht zu erraten. Wähl ein anderes.',
  work: 'Auslastung',
  workLead:
    'Solange du online bist, werden dir Gespräche zugewiesen, höchstens so viele gleichzeitig. Die in deinen Sprachen kommen zuerst.',
  workOff:
    'Zurzeit werden Gespräche nicht automatisch zugewiesen. Das hier gilt, sobald ein Admin es einschaltet.',
  atOnce: 'Maximum gleichzeitig',
  speak: 'Sprachen, in denen du antwortest',
  workSaved: 'Gespeichert.',
};
export default german;
