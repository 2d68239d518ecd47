import type { ContactFormTexts } from '../textShape.ts';

export default {
  sentTitle: 'Deine Nachricht ist angekommen',
  sent: 'Danke! Wir antworten an die E-Mail-Adresse, die du angegeben hast.',
  wrongTitle: 'Da fehlt noch etwas',
  wrongLead: 'Es wurde noch nichts gesendet. Sieh dir an, was markiert ist.',
  message: 'Nachricht',
  subject: 'Betreff',
  optional: '(optional)',
  filesGone:
    'Angehängte Dateien konnten wir nicht behalten. Füge sie auf der Seite, von der du kommst, noch einmal hinzu.',
  off: 'Dieses Formular ist nicht in Gebrauch.',
} satisfies ContactFormTexts;
