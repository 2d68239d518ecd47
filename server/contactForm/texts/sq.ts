import type { ContactFormTexts } from '../textShape.ts';

export default {
  sentTitle: 'Mesazhi juaj u dërgua',
  sent: 'Faleminderit. Do t’ju përgjigjemi në adresën e email-it që dhatë.',
  wrongTitle: 'Diçka mungon',
  wrongLead: 'Ende nuk u dërgua asgjë. Shikoni fushat e shënuara.',
  message: 'Mesazhi',
  subject: 'Tema',
  optional: '(jo e detyrueshme)',
  filesGone: 'Skedarët e bashkëngjitur nuk u ruajtën. Shtojini sërish në faqen nga ku erdhët.',
  off: 'Ky formular nuk është në përdorim.',
} satisfies ContactFormTexts;
