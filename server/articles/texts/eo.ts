import type { ArticleTexts } from '../textShape.ts';

const texts: ArticleTexts = {
  answer: 'Respondo',
  checkSubject: 'Ĉu ĝi ankoraŭ ĝustas? {title}',
  checkLead:
    'Vi verkis “{title}” kaj volis rekontroli ĝin ĝis hodiaŭ. Ĉu ĉio ankoraŭ veras? Tiam elektu novan tagon en la detaloj.',
  checkOpen: 'Malfermi la artikolon',
  checkChoose: 'Elekti, pri kio vi aŭdas',
  checkWhy: 'Vi ricevas ĉi tion, ĉar vi verkas artikolojn ĉe {site}.',
  articles: 'Artikoloj',
  updated: 'Ĝisdatigita je {date}',
  by: 'De {names}',
  contents: 'Sur ĉi tiu paĝo',
  didHelp: 'Ĉu tio helpis?',
  yes: 'Jes',
  no: 'Ne',
  why: 'Kio ne funkciis?',
  reason_missing: 'Io mankas',
  reason_unclear: 'Malfacile komprenebla',
  reason_wrong: 'Io ne ĝustas',
  reason_other: 'Io alia',
  thanks: 'Dankon, ke vi diris.',
  related: 'Similaj artikoloj',
  note: 'Noto',
  tip: 'Konsilo',
  warning: 'Atentu',
  video: 'Video',
  loadVideo: 'Ŝargi videon de {host}',
};

export default texts;
