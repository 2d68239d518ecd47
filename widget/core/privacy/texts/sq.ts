import type { PrivacyTexts } from './en.ts';

const texts: PrivacyTexts = {
  dataLead: 'Shihni gjithçka që ruan ky sajt për ju, ose kërkoni ta fshijë.',
  dataDownload: 'Shkarko të dhënat e mia',
  dataErase: 'Fshi të dhënat e mia',
  dataEraseLead:
    'Bisedat, skedarët, komentet dhe përgjigjet tuaja këtu do të fshihen. Vlerësimet mbeten në totale, pa ju. Kjo nuk zhbëhet.',
  dataPages: 'Pyetje publike me fjalët tuaja që do të hiqen: {count}.',
  dataEraseNow: 'Fshi përgjithmonë',
  dataCancel: 'Anulo',
  dataPrivacy: 'Çfarë ruan ky sajt',
  dataBusy: 'Një çast…',
};

export default texts;
