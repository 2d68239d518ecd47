import type { ArchiveTexts } from '../textShape.ts';

const texts: ArchiveTexts = {
  title: 'Was {site} über dich speichert',
  intro: 'Exportiert am {date}. Dasselbe steht für Programme in data.json; Dateien liegen im Ordner „files“.',
  profile: 'Profil',
  conversations: 'Unterhaltungen',
  messages: 'Nachrichten',
  files: 'Dateien',
  emails: 'E-Mails',
  incoming_emails: 'Eingegangene E-Mails',
  callbacks: 'Rückrufe',
  comments: 'Kommentare',
  votes: 'Stimmen und Meldungen',
  follows: 'Abonnierte Seiten',
  surveys: 'Umfrageantworten',
  announcements: 'Gesehene Ankündigungen',
  searches: 'Suchen',
  questions: 'Veröffentlichte Fragen',
  ideas: 'Ideen',
  drafts: 'Entwürfe',
  webhooks: 'Zugestellte Webhooks',
};

export default texts;
