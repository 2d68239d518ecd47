import type { ContactFormTexts } from '../textShape.ts';

export default {
  sentTitle: 'Via mesaĝo estas sendita',
  sent: 'Dankon! Ni respondos al la retadreso, kiun vi donis.',
  wrongTitle: 'Io mankas',
  wrongLead: 'Ankoraŭ nenio estas sendita. Bonvolu rigardi la markitajn kampojn.',
  message: 'Mesaĝo',
  subject: 'Temo',
  optional: '(nedeviga)',
  filesGone: 'La aldonitaj dosieroj ne konserviĝis. Bonvolu aldoni ilin denove sur la paĝo, de kiu vi venis.',
  off: 'Ĉi tiu formularo ne estas uzata.',
} satisfies ContactFormTexts;
