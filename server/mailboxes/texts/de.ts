export default {
  subject: '{address} wird gerade nicht gelesen',
  lead: 'Wir kommen gerade nicht an das Postfach {address}.',
  waiting:
    'Verloren geht nichts: Neue E-Mails warten im Postfach, und wir versuchen es weiter. Bis es wieder klappt, sieht sie aber niemand in deinem Team.',
  button: 'Verbindung reparieren',
  testSubject: 'Ein Test von Foyer',
  testText:
    'Diese E-Mail prüft, ob dein Postfach sendet und empfängt. Foyer löscht sie, sobald sie angekommen ist.',
  consentTitle: 'Noch nicht verbunden',
  consentBack: 'Zurück zu den Postfächern',
  consent_stale:
    'Mit dieser Antwort können wir nichts anfangen: Sie gehört zu einem anderen Browser oder einer anderen Sitzung, wurde schon benutzt oder ist älter als zehn Minuten. Klick noch einmal auf „Verbinden“.',
  consent_denied:
    'Der Zugriff wurde nicht erlaubt, also ist nichts verbunden. Du kannst jederzeit noch einmal auf „Verbinden“ klicken.',
  consent_away:
    'Der Anmeldedienst antwortet gerade nicht. Klick in ein paar Minuten noch einmal auf „Verbinden“.',
  consent_client:
    'Der Anmeldedienst nimmt Client-ID oder Geheimnis nicht an. Prüfe beide und verbinde dann noch einmal.',
  consent_incomplete:
    'Der erteilte Zugriff reicht zum Lesen und Senden nicht aus. Verbinde noch einmal und lass alle Häkchen gesetzt.',
};
