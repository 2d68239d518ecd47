import type { CommunityTexts } from './en.ts';

const texts: CommunityTexts = {
  answerHelped: 'Më ndihmoi',
  answerHelpedYou: 'Ju ndihmoi',
  acceptAnswer: 'Prano këtë përgjigje',
  unacceptAnswer: 'Hiq pranimin',
  meToo: 'Edhe unë e kam këtë pyetje',
  meTooYes: 'Edhe ju e keni këtë pyetje',
  followAnswers: 'Ndiq',
  followLead: 'Merrni një email kur të ketë përgjigje të re.',
  followSent: 'Pothuajse gati. Hapni lidhjen në emailin që sapo ju dërguam.',
  followNow: 'U krye. Do t’ju shkruajmë për përgjigjet e reja.',
  noAnswersYet: 'Ende s’ka përgjigje. Ndihmoni të parët.',
  answerIt: 'Përgjigjuni',
  followEmail: 'Emaili juaj',
  report: 'Raporto',
  reportWhy: 'Çfarë nuk shkon?',
  sendReport: 'Dërgo raportimin',
  reported: 'Faleminderit. Ekipi ynë do ta shohë.',
  undoReport: 'Zhbëj',
};

export default texts;
