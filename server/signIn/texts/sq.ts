import type { SignInTexts } from '../textShape.ts';

export default {
  title: 'Bisedat tuaja',
  none: 'Në këtë shfletues nuk ka ende biseda.',
  elsewhere: 'Na keni shkruar nga një pajisje tjetër ose me email?',
  lead: 'Shkruani adresën e email-it nga e cila na shkruat. Do të dërgojmë atje një lidhje që i sjell bisedat tuaja këtu.',
  send: 'Më dërgoni një lidhje',
  sentTitle: 'Shikoni email-in tuaj',
  sent: 'Nëse dikush na ka shkruar nga kjo adresë, një lidhje është nisur. Ajo funksionon një herë, për një orë.',
  sentHint:
    'Nuk erdhi asnjë email pas disa minutash? Kontrolloni adresën dhe dosjen e mesazheve të padëshiruara. Lidhjet shkojnë vetëm te adresa që na kanë dërguar email ose që janë konfirmuar.',
  again: 'Provoni një adresë tjetër',
  unavailable: 'Tani nuk mund të dërgojmë email. Ejani më vonë ose na pyesni.',
  subject: 'Lidhja juaj e hyrjes për {team}',
  text: 'Kjo është lidhja për bisedat tuaja me {team}. Hapeni në pajisjen ku i doni.',
  button: 'Hap bisedat e mia',
  note: 'Lidhja funksionon një herë, për një orë. Ju lutemi mos e përcillni.',
  code: 'Kodi juaj: {code}',
  codeText: 'Shkruajeni atje ku e kërkuat. Ose hapini bisedat në faqet tona të ndihmës.',
  codeNote:
    'Kodi dhe lidhja funksionojnë një herë, për një orë. Mos ua jepni të tjerëve: ne nuk do t’jua kërkojmë kurrë.',
  why: 'E merrni këtë email sepse dikush kërkoi një lidhje hyrjeje me këtë adresë. Nëse nuk ishit ju, shpërfilleni. Asgjë nuk ka ndryshuar.',
  stop: 'Çregjistrohu',
} satisfies SignInTexts;
