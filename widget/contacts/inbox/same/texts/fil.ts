import type { SameTexts } from './en.ts';

const texts: SameTexts = {
  title: 'Iisang tao',
  lead: 'May iba pa bang contact dito ang taong ito? Pagsamahin sila: isang timeline at isang hilera para sa team mo.',
  find: 'Iisang tao sila ni…',
  nobody: 'Walang nahanap.',
  both: '{one} at {other}',
  separate: 'Paghiwalayin',
  separated: 'Pinaghiwalay na. Nasa bawat isa ulit ang kanila.',
  linked: 'Magkasama na sila.',
  customers: 'Magkaibang customer sila para sa site mo: {ids}.',
  together: 'Pagsasamahin ba ang mga ito?',
  hint: 'Team mo lang ang nakakakita sa kanila bilang iisa. Hindi nila nakikita ang usapan ng isa’t isa. Habang magkasama sila, pareho silang sakop ng export o pagbura. Puwede mo silang paghiwalayin anumang oras.',
  sure: 'Iisang tao ang may-ari ng dalawang customer ID',
  confirm: 'Pagsamahin',
  cancel: 'Kanselahin',
  conversations: { one: '{count} usapan', other: '{count} na usapan' },
  already: 'Magkasama na sila dati pa.',
};

export default texts;
