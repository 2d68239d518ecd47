import type { MailTexts } from './en.ts';

export default {
  recipients: 'Empfänger',
  to: 'An',
  cc: 'Cc',
  bcc: 'Bcc',
  ccLabel: 'Cc: für alle sichtbar',
  bccLabel: 'Bcc: für andere unsichtbar',
  addAddress: 'Adresse hinzufügen',
  showCopies: 'Cc/Bcc',
  replyAll: 'Allen antworten (+{count})',
  remove: '{name} entfernen',
  alsoTo: 'Auch an',
  isApart: 'Ging nur an euch. Der Besucher sieht es nicht.',
  from: 'Von',
} satisfies MailTexts;
