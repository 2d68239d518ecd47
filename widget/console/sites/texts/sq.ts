import type { SitesTexts } from './en.ts';

const texts: SitesTexts = {
  lead: 'Çdo sajt ka kodin, kutinë, njerëzit dhe cilësimet e veta.',
  list: 'Sajtet tuaja',
  open: 'Hap',
  archived: 'I arkivuar',
  archive: 'Arkivo',
  unarchive: 'Hap sërish për vizitorët',
  deleted: 'U fshi. Mund të zhbëhet deri më {when}.',
  restore: 'Zhbëj',
  delete: 'Fshi…',
  add: 'Sajt i ri',
  name: 'Emri',
  key: 'Çelësi',
  keyHint: 'Qëndron në kod dhe në adresat e faqeve. S’mund të ndryshohet më vonë.',
  addButton: 'Krijo sajt',
  deleteTitle: 'Të fshihet {name}?',
  deleteLead:
    'Vizitorët dhe ekipi e humbin menjëherë: biseda, njerëz, njohuri, skedarë. Për shtatë ditë mund ta zhbëni këtu, nga një sajt tjetër. Pastaj zhduket përgjithmonë. Për një kopje, ekzekutoni më parë foyer export-site.',
  typeName: 'Shkruani {name} për ta konfirmuar',
  deleteButton: 'Fshi sajtin',
  cancel: 'Anulo',
  only: 'Ky është sajti juaj i vetëm. Krijoni një tjetër para se ta fshini.',
  opened: '{name} është gati.',
};

export default texts;
