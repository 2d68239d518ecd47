import type { ProcessingTexts } from '../textShape.ts';

const texts: ProcessingTexts = {
  title: 'Was gespeichert wird und wie lange',
  lead: '{site} betreibt Foyer auf einem eigenen Server. Außer den unten genannten Diensten bekommt niemand etwas davon.',
  dataTitle: 'Was gespeichert wird',
  whereTitle: 'Wo es gespeichert wird',
  whoTitle: 'Wer etwas davon bekommt',
  rightsTitle: 'Deine Rechte',
  conversations: 'Geschlossene Gespräche mit Dateien und E-Mails dazu',
  callbacks: 'Beendete Rückrufe: Nummer, Zeit und Notizen',
  visitors: 'Besucher ohne Gespräch',
  searches: 'Was in die Suche getippt wurde',
  addresses:
    'Hashes von IP-Adressen, damit niemand zweimal abstimmt; die Adressen selbst werden nicht gespeichert',
  mails: 'Das E-Mail-Protokoll',
  audit: 'Was unser Team getan hat',
  webhooks: 'Was an unsere eigenen Programme ging',
  comments: 'Kommentare, öffentliche Fragen, Stimmen und Umfrageantworten',
  commentsKept:
    'Bis es gelöscht wird. Was anonyme Besucher in Umfragen schreiben, geht mit ihren Besuchen, nach {time}.',
  open: 'Offene Gespräche',
  log: 'Was sich geändert hat, nach ID',
  forEver: 'Bis zur Löschung',
  whileOpen: 'Solange sie offen sind',
  where_sqlite: 'Eine SQLite-Datenbank auf dem eigenen Server',
  where_postgres: 'Eine PostgreSQL-Datenbank',
  files: 'Dateien: der Ordner „attachments“ im Datenordner',
  smtp: 'Mailserver: E-Mails an Besucher und unser Team',
  imap: 'Postfach: Antworten per E-Mail',
  embeddings: 'Suche nach Bedeutung: Fragen und Suchtexte',
  spam: 'Spamprüfung: Kommentare mit Name und E-Mail-Adresse',
  push: 'Push-Dienste der Browser: Hinweise an unser Team',
  webhook: 'Unsere eigenen Programme: was auf der Website passiert',
  nobody: 'Sonst niemand.',
  rights:
    'Du kannst alles, was über dich gespeichert ist, ansehen, herunterladen und löschen: im Chat- oder Fragefenster unter deinen Gesprächen auf „Deine Daten“. Oder frag uns.',
};

export default texts;
