import type { ModeratingTexts } from './en.ts';

const texts: ModeratingTexts = {
  as: 'Vi moderigas kiel {name}. Vizitantoj ne vidas tion.',
  close: 'Fermi komentojn',
  open: 'Malfermi komentojn',
  pin: 'Alpingli',
  unpin: 'Malpingli',
  hide: 'Kaŝi',
  hidden: 'La komento estas kaŝita.',
  undo: 'Malfari',
  leave: 'Preta',
  ended: 'Ĉi tiu ligilo ne plu validas. Bonvolu malfermi ĝin denove el la poŝtujo.',
  failed: 'Tio ne sukcesis. Bonvolu reprovi.',
  enough: 'Tri komentoj jam estas alpinglitaj. Unue malpinglu unu.',
  offline: 'Ŝajnas, ke vi estas eksterrete.',
};
export default texts;
