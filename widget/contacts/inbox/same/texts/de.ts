import type { SameTexts } from './en.ts';

const texts: SameTexts = {
  title: 'Dieselbe Person',
  lead: 'Hat diese Person hier noch einen Kontakt? Führe beide zusammen: ein Verlauf und eine Zeile für dein Team.',
  find: 'Dieselbe Person wie …',
  nobody: 'Niemand gefunden.',
  both: '{one} und {other}',
  separate: 'Trennen',
  separated: 'Getrennt. Beide haben wieder, was ihnen gehört.',
  linked: 'Sie sind jetzt zusammengeführt.',
  customers: 'Deine Website kennt sie als verschiedene Kunden: {ids}.',
  together: 'Diese Kontakte zusammenführen?',
  hint: 'Nur dein Team sieht sie als eine Person. Niemand von beiden sieht die Unterhaltungen des anderen. Solange sie zusammengehören, gilt ein Export oder eine Löschung für beide. Du kannst sie jederzeit wieder trennen.',
  sure: 'Beide Kundennummern gehören einer Person',
  confirm: 'Zusammenführen',
  cancel: 'Abbrechen',
  conversations: { one: '{count} Unterhaltung', other: '{count} Unterhaltungen' },
  already: 'Sie sind schon zusammengeführt.',
};

export default texts;
