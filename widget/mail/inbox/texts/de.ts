import type { StaffTexts } from './en.ts';

export default {
  title: 'Andere E-Mails',
  lead: 'E-Mails, die angekommen sind, aber zu keiner Unterhaltung gehören. Vollständig liest du sie in deinem Postfach.',
  none: 'Nichts hier. Aus jeder E-Mail wurde eine Nachricht.',
  automatic: 'Automatische Antwort',
  bounced: 'Nicht zustellbar',
  unknown: 'Keine Antwort an uns',
  blocked: 'Absender blockiert',
  empty: 'Ohne Text',
  unreadable: 'Nicht lesbar',
  too_large: 'Größer als 25 MB',
  reused: 'Gleiche ID wie eine frühere E-Mail',
  erased: 'Daten des Absenders gelöscht',
  noSubject: 'Kein Betreff',
  noSender: 'Kein Absender',
  open: 'Unterhaltung öffnen',
  refresh: 'Aktualisieren',
} satisfies StaffTexts;
