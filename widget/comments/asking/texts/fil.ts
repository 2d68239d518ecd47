import type { AskingTexts } from './en.ts';

const texts: AskingTexts = {
  why: 'Bakit?',
  reported: 'Salamat. Titingnan ito ng team namin.',
  sureRemove: 'Burahin ito? Mananatili ang mga sagot.',
  device: 'Ibahagi …',
  copyLink: 'Kopyahin ang link',
  copied: 'Nakopya na ang link.',
  email: 'Email',
  close: 'Isara',
};
export default texts;
