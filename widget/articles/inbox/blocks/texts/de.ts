import type { BlockTexts } from './en.ts';

const texts: BlockTexts = {
  lead: 'Texte, die mehrere Artikel teilen, einmal geschrieben. Änderst du einen hier, zieht jeder Artikel, der ihn verwendet, innerhalb einer Minute nach.',
  add: 'Neuer Baustein',
  none: 'Noch keine Bausteine. Ein guter Anfang: eure Öffnungszeiten oder wie Rückgaben ablaufen.',
  name: 'Name',
  nameHint:
    'Buchstaben, Ziffern und Bindestriche. Artikel verweisen mit diesem Namen auf den Baustein, darum bleibt er, wie er ist.',
  text: 'Text',
  uses: { one: 'In {count} Artikel verwendet', other: 'In {count} Artikeln verwendet' },
  unused: 'Noch nicht verwendet',
  more: { one: 'und {count} weiterer', other: 'und {count} weitere' },
  edit: 'Bearbeiten',
  inUse: 'Nimm den Baustein aus diesen Artikeln, bevor du ihn löschst.',
  remove: 'Baustein löschen',
  sureRemove: 'Diesen Baustein löschen? Das lässt sich nicht rückgängig machen.',
  onlyAdmins: 'Nur Admins können Bausteine löschen.',
  taken: 'Ein anderer Baustein heißt schon so.',
  nested: 'Ein Baustein kann keinen anderen Baustein enthalten.',
  empty: 'Schreib einen Text in mindestens einer Sprache.',
  addLanguage: 'Sprache hinzufügen',
  removeLanguage: 'Diese Sprache entfernen',
  fallback: 'Wer eine andere Sprache liest, bekommt die erste Sprache der Site.',
  preview: 'Vorschau',
  save: 'Speichern',
  saved: 'Gespeichert. Artikel, die ihn verwenden, werden aktualisiert.',
  discard: 'Verwerfen',
  conflict:
    'Jemand anders hat das geändert, während du daran gearbeitet hast. Dein Text ist noch da. Lade neu, um die andere Fassung zu sehen.',
  reload: 'Neu laden',
  refused: 'Prüfe diese Felder: {fields}',
  search: 'Bausteine suchen',
  noneFound: 'Kein Baustein passt.',
  write: 'Baustein schreiben',
};
export default texts;
