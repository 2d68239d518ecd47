export default {
  subject: '{address} wird gerade nicht gelesen',
  lead: 'Wir kommen gerade nicht an das Postfach {address}.',
  waiting:
    'Verloren geht nichts: Neue E-Mails warten im Postfach, und wir versuchen es weiter. Bis es wieder klappt, sieht sie aber niemand in deinem Team.',
  button: 'Verbindung reparieren',
  testSubject: 'Ein Test von Foyer',
  testText:
    'Diese E-Mail prüft, ob dein Postfach sendet und empfängt. Foyer löscht sie, sobald sie angekommen ist.',
};
