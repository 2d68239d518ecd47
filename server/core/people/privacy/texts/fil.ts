import type { ArchiveTexts } from '../textShape.ts';

const texts: ArchiveTexts = {
  title: 'Ang itinatago ng {site} tungkol sa iyo',
  intro:
    'Na-export noong {date}. Nasa data.json din ito para sa mga program; nasa folder na “files” ang mga file.',
  profile: 'Profile',
  conversations: 'Mga usapan',
  messages: 'Mga mensahe',
  files: 'Mga file',
  emails: 'Mga email',
  incoming_emails: 'Mga dumating na email',
  callbacks: 'Mga tawag pabalik',
  comments: 'Mga komento',
  votes: 'Mga boto at ulat',
  follows: 'Mga sinusundang pahina',
  surveys: 'Mga sagot sa survey',
  announcements: 'Mga nakitang anunsyo',
  searches: 'Mga paghahanap',
  questions: 'Mga inilathalang tanong',
  ideas: 'Mga ideya',
  drafts: 'Mga draft',
  webhooks: 'Mga ipinadalang webhook',
};

export default texts;
