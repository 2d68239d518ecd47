import type { CsatTexts } from '../textShape.ts';

export default {
  subject: 'Kia estis via konversacio kun {team}?',
  lead: 'Via konversacio kun {team} finiĝis. Kia ĝi estis?',
  question: 'Kia estis via konversacio kun ni?',
  good: 'Bona',
  okay: 'Meza',
  bad: 'Malbona',
  stars: '{value} el 5 steloj',
  press: 'Nenio estas sendata, ĝis vi premas la butonon.',
  send: 'Sendi la takson',
  reason: 'Ĉu ni sciu ion plian?',
  optional: 'Nedeviga',
  sendReason: 'Sendi',
  thanks: 'Dankon. Tio helpas nin.',
  until: 'Vi povas ŝanĝi vian takson ĝis {when}.',
  late: 'Ĉi tiu takso ne plu estas ŝanĝebla.',
  title: 'Via takso',
  choose: 'Bonvolu elekti unu.',
  stop: 'Malaboni',
} satisfies CsatTexts;
