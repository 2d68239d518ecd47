import type { ArticleTexts } from '../textShape.ts';

const texts: ArticleTexts = {
  answer: 'Antwort',
  checkSubject: 'Stimmt das noch? {title}',
  checkLead:
    'Du hast „{title}“ geschrieben und wolltest bis heute noch einmal nachsehen. Stimmt alles noch? Dann wähl in den Details einen neuen Tag.',
  checkOpen: 'Artikel öffnen',
  checkChoose: 'Wähl, was du erfährst',
  checkWhy: 'Du bekommst dies, weil du bei {site} Artikel schreibst.',
  articles: 'Artikel',
  updated: 'Aktualisiert am {date}',
  by: 'Von {names}',
  contents: 'Auf dieser Seite',
  didHelp: 'War das hilfreich?',
  yes: 'Ja',
  no: 'Nein',
  why: 'Woran lag es?',
  reason_missing: 'Etwas fehlt',
  reason_unclear: 'Schwer zu verstehen',
  reason_wrong: 'Etwas stimmt nicht',
  reason_other: 'Etwas anderes',
  thanks: 'Danke für die Rückmeldung.',
  related: 'Ähnliche Artikel',
  note: 'Hinweis',
  tip: 'Tipp',
  warning: 'Achtung',
  video: 'Video',
  loadVideo: 'Video von {host} laden',
};

export default texts;
