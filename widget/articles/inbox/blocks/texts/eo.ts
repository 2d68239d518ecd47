import type { BlockTexts } from './en.ts';

const texts: BlockTexts = {
  lead: 'Tekstoj, kiujn pluraj artikoloj dividas, skribitaj unufoje. Ŝanĝu unu ĉi tie, kaj ĉiu artikolo, kiu uzas ĝin, ĝisdatiĝos ene de minuto.',
  add: 'Nova bloko',
  none: 'Ankoraŭ neniuj komunaj blokoj. Bona komenco: viaj malfermaj horoj aŭ la resendado.',
  name: 'Nomo',
  nameHint:
    'Literoj, ciferoj kaj streketoj. Artikoloj rilatas al la bloko per ĉi tiu nomo, do ĝi ne ŝanĝiĝas.',
  text: 'Teksto',
  uses: { one: 'Uzata en {count} artikolo', other: 'Uzata en {count} artikoloj' },
  unused: 'Ankoraŭ ne uzata',
  more: { one: 'kaj {count} plia', other: 'kaj {count} pliaj' },
  edit: 'Redakti',
  inUse: 'Forprenu la blokon el ĉi tiuj artikoloj antaŭ ol forigi ĝin.',
  remove: 'Forigi la blokon',
  sureRemove: 'Ĉu forigi ĉi tiun blokon? Tio ne malfareblas.',
  onlyAdmins: 'Nur administrantoj povas forigi blokojn.',
  taken: 'Alia bloko havas ĉi tiun nomon.',
  nested: 'Bloko ne povas enhavi alian blokon.',
  empty: 'Skribu tekston en almenaŭ unu lingvo.',
  addLanguage: 'Aldoni lingvon',
  removeLanguage: 'Forpreni ĉi tiun lingvon',
  fallback: 'Legantoj de aliaj lingvoj ricevas la unuan lingvon de la retejo.',
  preview: 'Antaŭrigardo',
  save: 'Konservi',
  saved: 'Konservita. Artikoloj, kiuj uzas ĝin, ĝisdatiĝas.',
  discard: 'Forĵeti',
  conflict:
    'Iu alia ŝanĝis tion, dum vi redaktis. Via teksto plu estas ĉi tie. Reŝargu por vidi la alian version.',
  reload: 'Reŝargi',
  refused: 'Kontrolu ĉi tiujn kampojn: {fields}',
  search: 'Serĉi blokojn',
  noneFound: 'Neniu bloko kongruas.',
  write: 'Skribi blokon',
};
export default texts;
