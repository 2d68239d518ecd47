import type { PrivacyTexts } from './en.ts';

const texts: PrivacyTexts = {
  dataLead: 'Vidu ĉion, kion ĉi tiu retejo konservas pri vi, aŭ forigigu ĝin.',
  dataDownload: 'Elŝuti miajn datumojn',
  dataErase: 'Forigi miajn datumojn',
  dataEraseLead:
    'Viaj konversacioj, dosieroj, komentoj kaj respondoj ĉi tie estos forigitaj. Poentoj restas en la sumoj, sen vi. Ne eblas malfari tion.',
  dataPages: 'Publikaj demandoj en viaj vortoj, kiuj estos forigitaj: {count}.',
  dataEraseNow: 'Forigi por ĉiam',
  dataCancel: 'Nuligi',
  dataPrivacy: 'Kion ĉi tiu retejo konservas',
  dataBusy: 'Momenton…',
};

export default texts;
