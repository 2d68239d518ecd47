import type { ArticleTexts } from '../textShape.ts';

const texts: ArticleTexts = {
  answer: 'Sagot',
  checkSubject: 'Tama pa rin ba ito? {title}',
  checkLead:
    'Isinulat mo ang “{title}” at gusto mo itong balikan hanggang ngayong araw. Totoo pa rin ba ang lahat? Kung oo, pumili ng bagong araw sa mga detalye.',
  checkOpen: 'Buksan ang artikulo',
  checkChoose: 'Piliin ang gusto mong malaman',
  checkWhy: 'Natanggap mo ito dahil sumusulat ka ng mga artikulo sa {site}.',
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
  video: 'Video',
  loadVideo: 'I-load ang video mula sa {host}',
};

export default texts;
