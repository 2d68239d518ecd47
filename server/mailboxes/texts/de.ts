export default {
  subject: '{address} wird gerade nicht gelesen',
  lead: 'Wir kommen gerade nicht an das Postfach {address}.',
  waiting:
    'Verloren geht nichts: Neue E-Mails warten im Postfach, und wir versuchen es weiter. Bis es wieder klappt, sieht sie aber niemand in deinem Team.',
  button: 'Verbindung reparieren',
};
