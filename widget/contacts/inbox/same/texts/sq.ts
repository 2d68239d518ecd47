import type { SameTexts } from './en.ts';

const texts: SameTexts = {
  title: 'I njëjti person',
  lead: 'A ka ky person edhe një kontakt tjetër këtu? Bashkojini: një rrjedhë kohore dhe një rresht për ekipin tuaj.',
  find: 'I njëjti person si…',
  nobody: 'Nuk u gjet askush.',
  both: '{one} dhe {other}',
  separate: 'Ndaji',
  separated: 'U ndanë. Secili ka sërish të vetat.',
  linked: 'Tani janë bashkë.',
  customers: 'Sajti juaj i njeh si klientë të ndryshëm: {ids}.',
  together: 'T’i bashkojmë këto kontakte?',
  hint: 'Vetëm ekipi juaj i sheh si një person. Asnjëri nuk i sheh bisedat e tjetrit. Sa kohë janë bashkë, eksporti ose fshirja vlen për të dy. Mund t’i ndani kur të doni.',
  sure: 'Të dyja ID-të e klientit i përkasin një personi',
  confirm: 'Bashko',
  cancel: 'Anulo',
  conversations: { one: '{count} bisedë', other: '{count} biseda' },
  already: 'Janë tashmë bashkë.',
};

export default texts;
