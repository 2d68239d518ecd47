import type { SitesTexts } from './en.ts';

const texts: SitesTexts = {
  lead: 'Jede Website hat ihr eigenes Snippet, eigene Gespräche, Personen und Einstellungen.',
  list: 'Deine Websites',
  open: 'Öffnen',
  archived: 'Archiviert',
  archive: 'Archivieren',
  unarchive: 'Wieder für Besucher öffnen',
  deleted: 'Gelöscht. Bis {when} rückgängig zu machen.',
  restore: 'Rückgängig',
  delete: 'Löschen …',
  add: 'Neue Website',
  name: 'Name',
  key: 'Schlüssel',
  keyHint: 'Steht im Snippet und in den Adressen der Seiten. Er lässt sich später nicht ändern.',
  addButton: 'Website anlegen',
  deleteTitle: '{name} löschen?',
  deleteLead:
    'Für Besucher und dein Team ist sie sofort weg: Unterhaltungen, Personen, Wissen, Dateien. Sieben Tage lang kannst du das hier rückgängig machen, von einer anderen Website aus. Danach ist alles endgültig gelöscht. Für eine Kopie führe vorher foyer export-site aus.',
  typeName: 'Zum Bestätigen {name} eingeben',
  deleteButton: 'Website löschen',
  cancel: 'Abbrechen',
  only: 'Das ist deine einzige Website. Leg eine andere an, bevor du sie löschst.',
  opened: '{name} ist bereit.',
};

export default texts;
