import type { TrendTexts } from '../textShape.ts';

const texts: TrendTexts = {
  alertSubject: 'Multaj raportas la samon: {words}',
  alertLead: {
    one: '{count} persono skribis pri tio en mallonga tempo.',
    other: '{count} personoj skribis pri la sama afero en mallonga tempo. Tio estas pli ol kutime.',
  },
  alertOpen: 'Rigardi',
  alertChoose: 'Elekti viajn avizojn',
  alertWhy: 'Vi ricevas ĉi tion, ĉar vi respondas ĉe {site}.',
  incidentTitle: 'Konata problemo: {words}',
  incidentBody: 'Pluraj homoj jam skribis al ni pri tio. Ni esploras ĝin kaj sciigos novaĵojn ĉi tie.',
};

export default texts;
