import type { BlockTexts } from './en.ts';

const texts: BlockTexts = {
  lead: 'Mga tekstong ginagamit ng maraming artikulo, isang beses lang isinulat. Baguhin ang isa rito, at susunod ang lahat ng artikulong gumagamit nito sa loob ng isang minuto.',
  add: 'Bagong bloke',
  none: 'Wala pang shared na bloke. Magandang simula: ang oras ng pagbubukas ninyo o kung paano magsauli.',
  name: 'Pangalan',
  nameHint:
    'Mga letra, numero at gitling. Ito ang ginagamit ng mga artikulo para sa bloke, kaya hindi na ito mababago.',
  text: 'Teksto',
  uses: { one: 'Ginagamit sa {count} artikulo', other: 'Ginagamit sa {count} artikulo' },
  unused: 'Hindi pa ginagamit',
  more: { one: 'at {count} pa', other: 'at {count} pa' },
  edit: 'I-edit',
  inUse: 'Alisin muna ang bloke sa mga artikulong ito bago burahin.',
  remove: 'Burahin ang bloke',
  sureRemove: 'Burahin ang blokeng ito? Hindi na ito mababawi.',
  onlyAdmins: 'Mga admin lang ang puwedeng magbura ng bloke.',
  taken: 'May ibang bloke na may ganitong pangalan.',
  nested: 'Hindi puwedeng maglaman ng ibang bloke ang isang bloke.',
  empty: 'Sumulat ng teksto sa kahit isang wika.',
  addLanguage: 'Magdagdag ng wika',
  removeLanguage: 'Alisin ang wikang ito',
  fallback: 'Ang unang wika ng site ang makikita ng mga mambabasa sa ibang wika.',
  preview: 'Preview',
  save: 'I-save',
  saved: 'Na-save. Ina-update na ang mga artikulong gumagamit nito.',
  discard: 'I-discard',
  conflict:
    'May ibang nagbago nito habang nag-e-edit ka. Nandito pa ang isinulat mo. I-reload para makita ang bersyon nila.',
  reload: 'I-reload',
  refused: 'Suriin ang mga field na ito: {fields}',
  search: 'Maghanap ng bloke',
  noneFound: 'Walang tugmang bloke.',
  write: 'Sumulat ng bloke',
};
export default texts;
