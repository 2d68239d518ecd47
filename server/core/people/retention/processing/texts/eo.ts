import type { ProcessingTexts } from '../textShape.ts';

const texts: ProcessingTexts = {
  title: 'Kio estas konservata, kaj kiom longe',
  lead: '{site} uzas Foyer sur propra servilo. Krom la ĉi-subaj servoj neniu alia ricevas ion.',
  dataTitle: 'Kio estas konservata',
  whereTitle: 'Kie ĝi estas konservata',
  whoTitle: 'Kiu ricevas ĝin',
  rightsTitle: 'Viaj rajtoj',
  conversations: 'Fermitaj konversacioj kun dosieroj kaj retmesaĝoj pri ili',
  callbacks: 'Finitaj vokoj: numero, tempo kaj notoj',
  visitors: 'Vizitantoj sen konversacio',
  searches: 'Kion oni tajpis en la serĉilon',
  addresses: 'Haketaĵoj de IP-adresoj, por ke neniu voĉdonu dufoje; la adresoj mem ne estas konservataj',
  mails: 'La protokolo de retmesaĝoj',
  audit: 'Kion faris nia teamo',
  webhooks: 'Kio iris al niaj propraj programoj',
  comments: 'Komentoj, publikaj demandoj, voĉoj kaj enketrespondoj',
  commentsKept:
    'Ĝis ili estos forviŝitaj. Kion anonima vizitanto skribis en enketo, tio foriras kun liaj vizitoj, post {time}.',
  open: 'Malfermitaj konversacioj',
  log: 'Kio ŝanĝiĝis, laŭ ID',
  forEver: 'Ĝis ĝi estos forviŝita',
  whileOpen: 'Dum ili estas malfermitaj',
  where_sqlite: 'Datumbazo SQLite sur propra servilo',
  where_postgres: 'Datumbazo PostgreSQL',
  files: 'Dosieroj: la dosierujo “attachments” en la datuma dosierujo',
  smtp: 'Poŝtservilo: retmesaĝoj al vizitantoj kaj nia teamo',
  imap: 'Poŝtkesto: respondoj per retpoŝto',
  embeddings: 'Serĉo laŭ signifo: demandoj kaj serĉoj',
  spam: 'Kontrolo de spamo: komentoj kun nomo kaj retadreso',
  push: 'Puŝservoj de retumiloj: atentigoj por nia teamo',
  webhook: 'Niaj propraj programoj: kio okazas en la retejo',
  nobody: 'Neniu alia.',
  rights:
    'Vi povas vidi, elŝuti kaj forviŝi ĉion konservatan pri vi: en la fenestro, sub viaj konversacioj, elektu “Viaj datumoj”. Aŭ demandu nin.',
};

export default texts;
