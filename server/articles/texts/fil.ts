import type { ArticleTexts } from '../textShape.ts';

const texts: ArticleTexts = {
  answer: 'Sagot',
  articles: 'Mga artikulo',
  updated: 'Na-update noong {date}',
  by: 'Mula kay {names}',
  contents: 'Sa pahinang ito',
  didHelp: 'Nakatulong ba ito?',
  yes: 'Oo',
  no: 'Hindi',
  why: 'Ano ang kulang?',
  reason_missing: 'May nawawala',
  reason_unclear: 'Mahirap sundan',
  reason_wrong: 'May mali',
  reason_other: 'Iba pa',
  thanks: 'Salamat sa pagsabi.',
  related: 'Mga kaugnay na artikulo',
  note: 'Paalala',
  tip: 'Payo',
  warning: 'Babala',
};

export default texts;
