import type { AskingTexts } from './en.ts';

const texts: AskingTexts = {
  why: 'Kial?',
  reported: 'Dankon. Nia teamo rigardos.',
  sureRemove: 'Ĉu forigi ĝin? Respondoj restas.',
  device: 'Kunhavigi …',
  copyLink: 'Kopii ligilon',
  copied: 'Ligilo kopiita.',
  email: 'Retpoŝto',
  close: 'Fermi',
};
export default texts;
