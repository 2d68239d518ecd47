import type { ModeratingTexts } from './en.ts';

const texts: ModeratingTexts = {
  as: 'Du moderierst als {name}. Besucher sehen das nicht.',
  close: 'Kommentare schließen',
  open: 'Kommentare öffnen',
  pin: 'Anheften',
  unpin: 'Lösen',
  hide: 'Verbergen',
  hidden: 'Kommentar verborgen.',
  undo: 'Rückgängig',
  leave: 'Fertig',
  ended: 'Dieser Link ist abgelaufen. Öffne ihn noch einmal aus dem Posteingang.',
  failed: 'Das hat nicht geklappt. Bitte versuch es noch einmal.',
  enough: 'Drei Kommentare sind schon angeheftet. Löse zuerst einen.',
  offline: 'Du scheinst offline zu sein.',
};
export default texts;
