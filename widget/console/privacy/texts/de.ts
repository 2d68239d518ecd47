import type { PrivacyTexts } from './en.ts';

const texts: PrivacyTexts = {
  limits: 'Wie lange Daten bleiben',
  limitsLead:
    'Was älter ist, wird jeden Tag endgültig gelöscht. Offene Gespräche und solche, die auf deine Antwort warten, bleiben immer. Ein leeres Feld heißt: für immer.',
  kind_conversations: 'Geschlossene Gespräche (Tage)',
  kind_callbacks: 'Beendete Rückrufe (Tage)',
  kind_visitors: 'Besucher ohne Gespräch (Tage)',
  kind_searches: 'Suchtexte (Tage)',
  kind_addresses: 'Hashes von IP-Adressen (Tage)',
  kind_mails: 'E-Mail-Protokoll (Tage)',
  kind_audit: 'Audit-Protokoll (Tage)',
  kind_webhooks: 'Webhook-Zustellungen (Tage)',
  hint_visitors: 'Anonyme, seit ihrem letzten Besuch. Bewertungen und Stimmen bleiben in den Summen.',
  hint_addresses: 'Sie verhindern doppelte Stimmen. Die Adressen selbst werden nicht gespeichert.',
  due: 'Was jetzt gelöscht würde',
  dueLead:
    'Nach den gespeicherten Fristen. Besucher, deren letztes Gespräch gelöscht wird, gehen im selben Lauf.',
  dueNone: 'Nichts ist zu alt.',
  oldest: '{count}, das älteste vom {time}',
  saveFirst: 'Du hast Fristen geändert. Speichere, um zu sehen, was damit gelöscht würde.',
  run: 'Jetzt löschen',
  runSure: 'Diese Daten endgültig löschen? Das lässt sich nicht rückgängig machen.',
  runs: 'Was gelöscht wurde',
  runsNone: 'Noch nichts. Der erste Lauf kommt innerhalb eines Tages.',
  byDaily: 'Täglicher Lauf',
  byStaff: 'Von deinem Team gestartet',
  running: 'Läuft …',
  nothing: 'Nichts war zu alt',
  processing: 'Datenverarbeitung',
  processingLead: 'Für dein Verzeichnis von Verarbeitungstätigkeiten, aus diesen Einstellungen geschrieben.',
  print: 'Drucken',
  copyLabel: 'Als Markdown',
  publicPage: 'Öffentliche Seite',
  publicPageHint:
    'Alle können lesen, was du wie lange speicherst, ohne die Namen deiner Server. Unter „Deine Daten“ führt ein Link dorthin.',
  openPage: 'Seite öffnen',
  person: 'Daten einer Person',
  personLead: 'Ansehen, exportieren oder löschen, was über eine Person gespeichert ist.',
  personLink: 'Personendaten im Posteingang',
};

export default texts;
