import type { ReportTexts } from '../textShape.ts';

const texts: ReportTexts = {
  report: 'Raporto',
  title: 'Raportojeni te ekipi ynë',
  lead: 'Na tregoni nëse kjo është e padëshiruar, fyese ose e rrezikshme. Raportimin tuaj e sheh vetëm ekipi ynë.',
  reason: 'Çfarë nuk shkon?',
  send: 'Dërgo raportimin',
  thanks: 'Faleminderit. Ekipi ynë do ta shohë.',
  undo: 'Zhbëj',
  undone: 'Raportimi juaj u tërhoq.',
  back: 'Kthehu',
};

export default texts;
