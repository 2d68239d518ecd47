import type { ReportMailTexts } from '../mail/textShape.ts';

export default {
  weekSubject: 'Deine Woche: {period}',
  monthSubject: 'Dein Monat: {period}',
  lead: 'Was sich geändert hat und was jetzt hilft:',
  compared: '{period}, verglichen mit {before}.',
  promises:
    'Mehr Zusagen wurden verpasst: {now} späte Antworten, davor {before}. Sieh nach, wem was versprochen war, und plane mehr Zeit oder mehr Leute ein.',
  replySlower:
    'Die erste Antwort dauert länger: im Mittel {now}, davor {before}. Prüfe, ob jemand fehlt oder eine Art Frage die Zeit frisst.',
  replyFaster:
    'Die erste Antwort kommt schneller: im Mittel {now}, davor {before}. Bleib bei dem, was du geändert hast.',
  nps: 'Weniger Leute würden euch empfehlen: Der NPS liegt bei {now}, davor bei {before}. Lies, was die Unzufriedenen schrieben, und antworte ihnen.',
  ratings:
    'Weniger Gespräche wurden gut bewertet: {now}, davor {before}. Lies zuerst die schlecht bewerteten.',
  backlog:
    'Mehr bleibt offen: {now} Gespräche, am Anfang {before}. Schließe, was erledigt ist, und verteile die ältesten.',
  vain: 'Fragen nach einer Suche ohne Treffer: {now}. Schreib die Antworten, die gefehlt haben.',
  closedHour:
    'Außerhalb der Öffnungszeiten kommt am meisten am {weekday} ab {hour}: {now} Nachrichten. Vielleicht lohnt es sich, dann da zu sein.',
  selfService:
    'Mehr Leute finden die Antwort selbst: {now}, davor {before}. Deine Antworten wirken. Halte sie aktuell.',
  quiet: 'Ruhige Zeit. Nichts hat sich so verändert, dass du handeln müsstest.',
  figure: 'Zahl',
  period: 'Dieser Zeitraum',
  before: 'Davor',
  conversations: 'Gespräche',
  firstReply: 'Erste Antwort, Median',
  resolution: 'Lösung, Median',
  kept: 'Gehaltene Zusagen',
  open: 'Am Ende offen',
  solved: 'Durch Vorschlag beantwortet',
  rated: 'Gut bewertet',
  recommended: 'NPS',
  perDay: 'Gespräche pro Tag',
  perWeek: 'Gespräche pro Woche',
  openByDay: 'Offen am Ende jedes Tages',
  openAlt: '{first} am {from}, {last} am {until}, höchstens {most}.',
  heat: 'Wann geschrieben wird',
  heatAlt: 'Die meisten Nachrichten kamen am {weekday} ab {hour}: {now}.',
  absent:
    'Das meiste Warten beginnt am {weekday} zwischen {from} und {until}, wenn niemand online ist: {now} Gespräche warteten zusammen {time}. Sorge dafür, dass dann jemand da ist.',
  old: 'Seit über einer Woche offen: {now} Gespräche. Fang mit den ältesten an.',
  topic:
    'Viele schreiben über dasselbe: {words} ({now} Personen). Sieh nach, ob etwas kaputt ist, und sag es an einer Stelle.',
  unhelpful: '„{title}“ hilft den meisten nicht: Nur {now} von {of} fanden es hilfreich. Schreib es neu.',
  online: 'Im Schnitt online',
  byAge: 'Am Ende offen, nach Alter',
  ageDay: 'Unter einem Tag',
  age3: '1–3 Tage',
  age7: '3–7 Tage',
  ageMore: 'Über 7 Tage',
  gaps: 'Vergeblich gesucht',
  gapLine: '{now} Personen',
  articles: 'Artikel, die nicht helfen',
  articleLine: '{share} von {n} fanden ihn hilfreich',
  topics: 'Was gerade aufkommt',
  topicLine: '{now} Personen',
  openReport: 'Bericht öffnen',
  csv: 'CSV herunterladen',
  choose: 'Auswählen, was du per E-Mail bekommst',
  why: 'Du bekommst das, weil du zum Team von {site} gehörst.',
  unsubscribe: 'Diesen Bericht abbestellen',
  stopTitle: 'Bericht abbestellen',
  stopText: 'Du bekommst dann keinen Wochen- und Monatsbericht von {site} mehr.',
  stopDone:
    'Erledigt. Der Bericht kommt nicht mehr. In deinen Benachrichtigungen kannst du ihn wieder einschalten.',
} satisfies ReportMailTexts;
