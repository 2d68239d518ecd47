import type { CommunityTexts } from './en.ts';

const texts: CommunityTexts = {
  answerHelped: 'Tio helpis min',
  answerHelpedYou: 'Tio helpis vin',
  acceptAnswer: 'Akcepti ĉi tiun respondon',
  unacceptAnswer: 'Malfari la akcepton',
  meToo: 'Ankaŭ mi havas ĉi tiun demandon',
  meTooYes: 'Ankaŭ vi havas ĉi tiun demandon',
  followAnswers: 'Sekvi',
  followLead: 'Vi ricevos retmesaĝon, kiam estos nova respondo.',
  followSent: 'Preskaŭ preta. Malfermu la ligilon en la retmesaĝo, kiun ni ĵus sendis.',
  followNow: 'Farite. Ni skribos al vi pri novaj respondoj.',
  noAnswersYet: 'Ankoraŭ neniu respondo. Helpu la unua.',
  answerIt: 'Respondi',
  followEmail: 'Via retadreso',
  report: 'Raporti',
  reportWhy: 'Kio estas malbona?',
  sendReport: 'Sendi la raporton',
  reported: 'Dankon. Nia teamo rigardos tion.',
  undoReport: 'Malfari',
};

export default texts;
