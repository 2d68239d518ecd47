import type { ProcessingTexts } from '../textShape.ts';

const texts: ProcessingTexts = {
  title: 'Ano ang iniimbak, at gaano katagal',
  lead: 'Gumagamit ang {site} ng Foyer sa sarili nitong server. Walang ibang nakakakuha nito kundi ang mga serbisyong nakalista sa ibaba.',
  dataTitle: 'Ano ang iniimbak',
  whereTitle: 'Saan iniimbak',
  whoTitle: 'Sino ang nakakatanggap',
  rightsTitle: 'Mga karapatan mo',
  conversations: 'Mga saradong usapan, kasama ang mga file at email tungkol dito',
  callbacks: 'Mga natapos na tawag: numero, oras at tala',
  visitors: 'Mga bisitang walang usapan',
  searches: 'Mga tina-type sa search box',
  addresses:
    'Mga hash ng IP address, para walang bumoto nang dalawang beses; hindi iniimbak ang mismong address',
  mails: 'Ang talaan ng mga email',
  audit: 'Ang mga ginawa ng team namin',
  webhooks: 'Ang ipinadala sa sarili naming mga program',
  comments: 'Mga komento, pampublikong tanong, boto at sagot sa survey',
  commentsKept:
    'Hanggang burahin. Ang isinulat ng hindi kilalang bisita sa survey ay nawawala kasama ng kanilang mga pagbisita, pagkalipas ng {time}.',
  open: 'Mga bukas na usapan',
  log: 'Ano ang nagbago, ayon sa ID',
  forEver: 'Hanggang mabura',
  whileOpen: 'Habang bukas',
  where_sqlite: 'Isang SQLite database sa sarili nitong server',
  where_postgres: 'Isang PostgreSQL database',
  files: 'Mga file: ang folder na “attachments” sa data folder',
  smtp: 'Mail server: mga email sa bisita at sa team namin',
  imap: 'Mailbox: mga sagot sa email',
  embeddings: 'Paghahanap ayon sa kahulugan: mga tanong at hinanap',
  spam: 'Pagsusuri ng spam: mga komentong may pangalan at email',
  push: 'Mga push service ng browser: mga alerto sa team namin',
  webhook: 'Sarili naming mga program: ang mga nangyayari sa site',
  nobody: 'Wala nang iba.',
  rights:
    'Puwede mong makita, i-download at burahin ang lahat ng nakatago tungkol sa iyo: sa window, sa ilalim ng mga usapan mo, piliin ang “Ang data mo”. O magtanong sa amin.',
};

export default texts;
