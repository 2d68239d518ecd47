import type { ArchiveTexts } from '../textShape.ts';

const texts: ArchiveTexts = {
  title: 'Çfarë ruan {site} për ju',
  intro:
    'Eksportuar më {date}. E njëjta gjë gjendet në data.json për programe; skedarët janë në dosjen “files”.',
  profile: 'Profili',
  conversations: 'Bisedat',
  messages: 'Mesazhet',
  files: 'Skedarët',
  emails: 'Email-et',
  incoming_emails: 'Email-et e ardhura',
  callbacks: 'Telefonatat e kërkuara',
  comments: 'Komentet',
  votes: 'Votat dhe raportimet',
  follows: 'Faqet që ndiqni',
  surveys: 'Përgjigjet në anketa',
  announcements: 'Njoftimet e para',
  searches: 'Kërkimet',
  questions: 'Pyetjet e publikuara',
  ideas: 'Idetë',
  drafts: 'Draftet',
  webhooks: 'Dërgesa të webhook-ve',
};

export default texts;
