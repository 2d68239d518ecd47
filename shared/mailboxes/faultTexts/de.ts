export default {
  fault_login:
    'Der Mailserver nimmt die Anmeldung nicht an. Stimmen Benutzername und Passwort? Viele Anbieter wollen hier ein App-Passwort.',
  fault_consent: 'Der Zugriff wurde zurückgenommen oder ist abgelaufen. Verbinde das Postfach neu.',
  fault_consent_away: 'Der Anmeldedienst antwortet gerade nicht.',
  fault_consent_client:
    'Der Anmeldedienst nimmt Client-ID oder Geheimnis nicht an. Vielleicht ist das Geheimnis abgelaufen.',
  fault_consent_refused:
    'Der Mailserver nimmt dieses Konto nicht an. Darf es dieses Postfach öffnen, und sind IMAP und SMTP dafür eingeschaltet?',
  fault_certificate:
    'Das Zertifikat des Mailservers gilt nicht für diesen Namen. Deshalb haben wir ihm nichts geschickt.',
  fault_not_found: 'Einen Mailserver mit diesem Namen gibt es nicht.',
  fault_not_public:
    'Dieser Server steht nicht im öffentlichen Internet. Wer Foyer betreibt, kann ihn erlauben.',
  fault_unreachable: 'Der Mailserver ist nicht erreichbar.',
  fault_timed_out: 'Der Mailserver antwortet nicht.',
  fault_folder: 'In diesem Postfach gibt es keinen Posteingang.',
  fault_sender: 'Mit dieser Anmeldung darf man nicht unter dieser Adresse senden.',
  fault_other: 'Mit der Antwort des Mailservers können wir nichts anfangen.',
};
