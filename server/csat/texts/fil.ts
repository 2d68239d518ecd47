import type { CsatTexts } from '../textShape.ts';

export default {
  subject: 'Kumusta ang pag-uusap ninyo ng {team}?',
  lead: 'Tapos na ang pag-uusap ninyo ng {team}. Kumusta ito?',
  question: 'Kumusta ang pag-uusap natin?',
  good: 'Maganda',
  okay: 'Ayos lang',
  bad: 'Hindi maganda',
  stars: '{value} sa 5 bituin',
  press: 'Walang ipapadala hangga’t hindi mo pinipindot ang button.',
  send: 'Ipadala ang rating',
  reason: 'May dapat ba kaming malaman?',
  optional: 'Opsyonal',
  sendReason: 'Ipadala',
  thanks: 'Salamat. Nakakatulong ito sa amin.',
  until: 'Puwede mong baguhin ang rating mo hanggang {when}.',
  late: 'Hindi na mababago ang rating na ito.',
  title: 'Ang rating mo',
  choose: 'Pumili ng isa.',
  stop: 'Mag-unsubscribe',
} satisfies CsatTexts;
