import type { ProcessingTexts } from '../textShape.ts';

const texts: ProcessingTexts = {
  title: 'Çfarë ruhet dhe për sa kohë',
  lead: '{site} e përdor Foyer në serverin e vet. Përveç shërbimeve më poshtë, askush tjetër nuk merr gjë.',
  dataTitle: 'Çfarë ruhet',
  whereTitle: 'Ku ruhet',
  whoTitle: 'Kush e merr',
  rightsTitle: 'Të drejtat tuaja',
  conversations: 'Bisedat e mbyllura, me skedarët dhe email-et për to',
  callbacks: 'Telefonatat e mbaruara: numri, koha dhe shënimet',
  visitors: 'Vizitorët pa bisedë',
  searches: 'Çfarë u shkrua te kërkimi',
  addresses: 'Hash-e të adresave IP, që askush të mos votojë dy herë; vetë adresat nuk ruhen',
  mails: 'Regjistri i email-eve',
  audit: 'Çfarë bëri ekipi ynë',
  webhooks: 'Çfarë iu dërgua programeve tona',
  comments: 'Komentet, pyetjet publike, votat dhe përgjigjet e anketave',
  commentsKept:
    'Derisa të fshihen. Fjalët e vizitorëve anonimë në anketa ikin bashkë me vizitat e tyre, pas {time}.',
  open: 'Bisedat e hapura',
  log: 'Çfarë ndryshoi, sipas ID-së',
  forEver: 'Derisa të fshihet',
  whileOpen: 'Sa kohë janë të hapura',
  where_sqlite: 'Një bazë të dhënash SQLite në serverin e vet',
  where_postgres: 'Një bazë të dhënash PostgreSQL',
  files: 'Skedarët: dosja “attachments” në dosjen e të dhënave',
  smtp: 'Serveri i postës: email-e për vizitorët dhe ekipin tonë',
  imap: 'Kutia postare: përgjigjet me email',
  embeddings: 'Kërkimi sipas kuptimit: pyetjet dhe kërkimet',
  spam: 'Kontrolli i spamit: komentet me emër dhe email',
  push: 'Shërbimet push të shfletuesve: njoftime për ekipin tonë',
  webhook: 'Programet tona: çfarë ndodh në sajt',
  nobody: 'Askush tjetër.',
  rights:
    'Mund të shihni, shkarkoni dhe fshini gjithçka që ruhet për ju: në dritare, poshtë bisedave tuaja, zgjidhni “Të dhënat tuaja”. Ose na pyesni.',
};

export default texts;
