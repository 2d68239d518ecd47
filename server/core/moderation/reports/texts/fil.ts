import type { ReportTexts } from '../textShape.ts';

const texts: ReportTexts = {
  report: 'I-report',
  title: 'I-report sa aming team',
  lead: 'Sabihin sa amin kung spam, bastos o mapanganib ito. Ang team lang namin ang makakakita ng report mo.',
  reason: 'Ano ang mali rito?',
  send: 'Ipadala ang report',
  thanks: 'Salamat. Titingnan ito ng aming team.',
  undo: 'I-undo',
  undone: 'Binawi na ang report mo.',
  back: 'Bumalik',
};

export default texts;
