import type { SameTexts } from './en.ts';

const texts: SameTexts = {
  title: 'Sama persono',
  lead: 'Ĉu ĉi tiu persono havas alian kontakton ĉi tie? Kunigu ambaŭ: unu kronologio kaj unu linio por via teamo.',
  find: 'Sama persono kiel…',
  nobody: 'Neniu trovita.',
  both: '{one} kaj {other}',
  separate: 'Disigi',
  separated: 'Disigitaj. Ĉiu denove havas sian propran.',
  linked: 'Ili nun estas kune.',
  customers: 'Via retejo konas ilin kiel malsamajn klientojn: {ids}.',
  together: 'Ĉu kunigi ĉi tiujn?',
  hint: 'Nur via teamo vidas ilin kiel unu personon. Neniu vidas la konversaciojn de la alia. Dum ili estas kune, eksporto aŭ forviŝo koncernas ambaŭ. Vi povas disigi ilin iam ajn.',
  sure: 'Ambaŭ klientaj ID-oj apartenas al unu persono',
  confirm: 'Kunigi',
  cancel: 'Nuligi',
  conversations: { one: '{count} konversacio', other: '{count} konversacioj' },
  already: 'Ili jam estas kune.',
};

export default texts;
