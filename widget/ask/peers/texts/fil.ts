import type { PeersTexts } from './en.ts';

const texts: PeersTexts = {
  away: 'Wala ngayon ang team namin.',
  sooner: 'Magtanong nang pampubliko: baka mas maagang sumagot ang iba.',
  median:
    'Sa ganitong oras, kalahati ng mga pampublikong tanong ay nasasagot ng ibang bisita sa loob ng {duration}.',
  checked: 'Titingnan muna ito ng isa sa team namin bago lumabas.',
  choose: 'Magtanong nang pampubliko',
  chosen: 'Pampubliko ang tanong mo.',
};
export default texts;
