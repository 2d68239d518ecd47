import type { TrendTexts } from '../textShape.ts';

const texts: TrendTexts = {
  alertSubject: 'Marami ang nag-uulat ng parehong bagay: {words}',
  alertLead: {
    one: '{count} tao ang sumulat tungkol dito sa maikling panahon.',
    other:
      '{count} tao ang sumulat tungkol sa parehong bagay sa maikling panahon. Mas marami ito kaysa karaniwan.',
  },
  alertOpen: 'Tingnan',
  alertChoose: 'Piliin ang mga alerto mo',
  alertWhy: 'Natanggap mo ito dahil sumasagot ka sa {site}.',
  incidentTitle: 'Alam na problema: {words}',
  incidentBody: 'May ilan nang nagsabi sa amin tungkol dito. Inaalam na namin, at dito kami magbabalita.',
};

export default texts;
