import type { ArchiveTexts } from '../textShape.ts';

const texts: ArchiveTexts = {
  title: 'Τι κρατά το {site} για εσάς',
  intro:
    'Εξαγωγή: {date}. Τα ίδια υπάρχουν στο data.json για προγράμματα· τα αρχεία είναι στον φάκελο «files».',
  profile: 'Προφίλ',
  conversations: 'Συνομιλίες',
  messages: 'Μηνύματα',
  files: 'Αρχεία',
  emails: 'Email',
  incoming_emails: 'Εισερχόμενα email',
  callbacks: 'Επιστροφές κλήσης',
  comments: 'Σχόλια',
  votes: 'Ψήφοι και αναφορές',
  follows: 'Σελίδες που ακολουθείτε',
  surveys: 'Απαντήσεις σε έρευνες',
  announcements: 'Ανακοινώσεις που είδατε',
  searches: 'Αναζητήσεις',
  questions: 'Δημοσιευμένες ερωτήσεις',
  ideas: 'Ιδέες',
  drafts: 'Πρόχειρα',
  webhooks: 'Παραδόσεις webhook',
};

export default texts;
