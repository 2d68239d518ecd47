import type { ArticleTexts } from '../textShape.ts';

const texts: ArticleTexts = {
  answer: 'Antwort',
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
};

export default texts;
