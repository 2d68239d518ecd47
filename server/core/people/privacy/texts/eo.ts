import type { ArchiveTexts } from '../textShape.ts';

const texts: ArchiveTexts = {
  title: 'Kion {site} konservas pri vi',
  intro:
    'Elportita je {date}. La samo estas en data.json por programoj; dosieroj estas en la dosierujo “files”.',
  profile: 'Profilo',
  conversations: 'Konversacioj',
  messages: 'Mesaĝoj',
  files: 'Dosieroj',
  emails: 'Retmesaĝoj',
  incoming_emails: 'Alvenintaj retmesaĝoj',
  callbacks: 'Revokoj',
  comments: 'Komentoj',
  votes: 'Voĉoj kaj raportoj',
  follows: 'Sekvataj paĝoj',
  surveys: 'Enketaj respondoj',
  announcements: 'Viditaj anoncoj',
  searches: 'Serĉoj',
  questions: 'Publikigitaj demandoj',
  ideas: 'Ideoj',
  drafts: 'Malnetoj',
  webhooks: 'Senditaj rethokoj',
};

export default texts;
