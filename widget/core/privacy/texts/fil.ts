import type { PrivacyTexts } from './en.ts';

const texts: PrivacyTexts = {
  dataLead: 'Tingnan ang lahat ng itinatago ng site na ito tungkol sa iyo, o ipabura ito.',
  dataDownload: 'I-download ang data ko',
  dataErase: 'Burahin ang data ko',
  dataEraseLead:
    'Mabubura ang iyong mga usapan, file, komento at sagot dito. Mananatili ang mga score sa kabuuan, nang wala ka. Hindi na ito maibabalik.',
  dataPages: 'Mga pampublikong tanong sa sarili mong salita na aalisin: {count}.',
  dataEraseNow: 'Burahin nang tuluyan',
  dataCancel: 'Kanselahin',
  dataPrivacy: 'Ano ang iniimbak ng site na ito',
  dataBusy: 'Sandali lang…',
};

export default texts;
