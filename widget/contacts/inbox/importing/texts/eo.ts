import type { ImportTexts } from './en.ts';

const texts: ImportTexts = {
  title: 'Importi el CSV',
  lead: 'La unua linio nomas la kolumnojn: retpoŝto aŭ klienta ID, kaj laŭvole nomo, lingvo, etapo kaj viaj propraj ecoj. Jam konataj homoj estas ĝisdatigataj; malplenaj ĉeloj ŝanĝas nenion.',
  choose: 'Elekti CSV-dosieron',
  close: 'Fermi',
  tooLarge: 'La dosiero estas tro granda. Dividu ĝin, aŭ uzu la komandon foyer import-contacts.',
  noColumn: 'Neniu kolumno nomiĝas “retpoŝto” aŭ “klienta ID”.',
  readAs:
    'Legita kiel {encoding}. Se nomoj aspektas malĝuste, konservu la dosieron kiel UTF-8 kaj elektu ĝin denove.',
  added: { one: '{count} nova kontakto', other: '{count} novaj kontaktoj' },
  changed: { one: '{count} kontakto ŝanĝiĝas', other: '{count} kontaktoj ŝanĝiĝas' },
  unchanged: { one: '{count} restas kia ĝi estas', other: '{count} restas kiaj ili estas' },
  rejected: { one: '{count} linio ne importeblas', other: '{count} linioj ne importeblas' },
  ignored: 'Nelegataj kolumnoj: {columns}',
  line: 'Linio {line}',
  more: { one: 'kaj {count} plia linio', other: 'kaj {count} pliaj linioj' },
  apply: { one: 'Importi {count} kontakton', other: 'Importi {count} kontaktojn' },
  applied: 'La kontaktoj estas importitaj.',
  nothing: 'Ĉio jam estas tia, kia en la dosiero.',
  nobody: 'Nek retpoŝto nek klienta ID',
  not_email: 'Ne estas retpoŝta adreso',
  not_language: 'Ne estas lingvokodo kiel eo aŭ pt-BR',
  no_stage: 'Ne ekzistas etapo kun ĉi tiu nomo',
  not_of_type: 'Ne kongruas kun la speco de la eco',
  too_long: 'Tro longa',
  unreadable: 'Ne legeblas',
  repeated: 'Linio supre temas pri la sama kontakto',
  erased: 'La datumoj de ĉi tiu homo estas forviŝitaj',
  taken: 'La retpoŝto kaj la klienta ID apartenas al du homoj',
};

export default texts;
