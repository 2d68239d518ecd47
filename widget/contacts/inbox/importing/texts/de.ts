import type { ImportTexts } from './en.ts';

const texts: ImportTexts = {
  title: 'Aus CSV importieren',
  lead: 'Die erste Zeile benennt die Spalten: E-Mail oder Kundennummer, auf Wunsch auch Name, Sprache, Phase und eigene Merkmale. Wen du schon kennst, wird aktualisiert; leere Zellen ändern nichts.',
  choose: 'CSV-Datei auswählen',
  close: 'Schließen',
  tooLarge: 'Die Datei ist zu groß. Teile sie auf oder nutze den Befehl foyer import-contacts.',
  noColumn: 'Keine Spalte heißt „E-Mail“ oder „Kundennummer“.',
  readAs:
    'Als {encoding} gelesen. Wenn Namen falsch aussehen, speichere die Datei als UTF-8 und wähle sie noch einmal aus.',
  added: { one: '{count} neuer Kontakt', other: '{count} neue Kontakte' },
  changed: { one: '{count} Kontakt ändert sich', other: '{count} Kontakte ändern sich' },
  unchanged: { one: '{count} bleibt, wie er ist', other: '{count} bleiben, wie sie sind' },
  rejected: {
    one: '{count} Zeile lässt sich nicht importieren',
    other: '{count} Zeilen lassen sich nicht importieren',
  },
  ignored: 'Nicht gelesene Spalten: {columns}',
  line: 'Zeile {line}',
  more: { one: 'und {count} weitere Zeile', other: 'und {count} weitere Zeilen' },
  apply: { one: '{count} Kontakt importieren', other: '{count} Kontakte importieren' },
  applied: 'Die Kontakte sind importiert.',
  nothing: 'Alles ist schon so, wie es in der Datei steht.',
  nobody: 'Weder E-Mail noch Kundennummer',
  not_email: 'Keine E-Mail-Adresse',
  not_language: 'Kein Sprachkürzel wie de oder pt-BR',
  no_stage: 'Diese Phase gibt es nicht',
  not_of_type: 'Passt nicht zur Art des Merkmals',
  too_long: 'Zu lang',
  unreadable: 'Nicht lesbar',
  repeated: 'Eine Zeile weiter oben meint denselben Kontakt',
  erased: 'Die Daten dieser Person wurden gelöscht',
  taken: 'E-Mail und Kundennummer gehören zu zwei Personen',
};

export default texts;
