import type { SitesTexts } from './en.ts';

const texts: SitesTexts = {
  lead: 'Ĉiu retejo havas propran koderon, enirkeston, homojn kaj agordojn.',
  list: 'Viaj retejoj',
  open: 'Malfermi',
  archived: 'Arkivita',
  archive: 'Arkivi',
  unarchive: 'Remalfermi al vizitantoj',
  deleted: 'Forigita. Malfarebla ĝis {when}.',
  restore: 'Malfari',
  delete: 'Forigi…',
  add: 'Nova retejo',
  name: 'Nomo',
  key: 'Ŝlosilo',
  keyHint: 'Staras en la kodero kaj en la adresoj de la paĝoj. Poste ĝi ne ŝanĝeblas.',
  addButton: 'Krei retejon',
  deleteTitle: 'Ĉu forigi {name}?',
  deleteLead:
    'Vizitantoj kaj via teamo tuj perdas ĝin: konversaciojn, homojn, sciojn, dosierojn. Dum sep tagoj vi povas malfari tion ĉi tie, de alia retejo. Poste ĝi malaperas por ĉiam. Por kopio, unue rulu foyer export-site.',
  typeName: 'Tajpu {name} por konfirmi',
  deleteButton: 'Forigi la retejon',
  cancel: 'Nuligi',
  only: 'Tio estas via sola retejo. Kreu alian antaŭ ol forigi ĝin.',
  opened: '{name} estas preta.',
};

export default texts;
