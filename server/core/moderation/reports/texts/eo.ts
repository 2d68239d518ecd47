import type { ReportTexts } from '../textShape.ts';

const texts: ReportTexts = {
  report: 'Raporti',
  title: 'Raporti al nia teamo',
  lead: 'Diru al ni, se ĉi tio estas trudaĵo, ofenda aŭ danĝera. Nur nia teamo vidos vian raporton.',
  reason: 'Kio estas malbona?',
  send: 'Sendi la raporton',
  thanks: 'Dankon. Nia teamo rigardos tion.',
  undo: 'Malfari',
  undone: 'Via raporto estas retirita.',
  back: 'Reen',
};

export default texts;
