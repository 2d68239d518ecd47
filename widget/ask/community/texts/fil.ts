import type { CommunityTexts } from './en.ts';

const texts: CommunityTexts = {
  answerHelped: 'Nakatulong ito',
  answerHelpedYou: 'Nakatulong ito sa iyo',
  acceptAnswer: 'Tanggapin ang sagot na ito',
  unacceptAnswer: 'Bawiin ang pagtanggap',
  meToo: 'Ito rin ang tanong ko',
  meTooYes: 'Ito rin ang tanong mo',
  followAnswers: 'Subaybayan',
  followLead: 'Makakatanggap ka ng email kapag may bagong sagot.',
  followSent: 'Malapit na. Buksan ang link sa email na kakapadala lang namin.',
  followNow: 'Tapos na. I-e-email ka namin tungkol sa mga bagong sagot.',
  noAnswersYet: 'Wala pang sagot. Mauna nang tumulong.',
  answerIt: 'Sagutin',
  followEmail: 'Ang email mo',
  report: 'I-report',
  reportWhy: 'Ano ang mali rito?',
  sendReport: 'Ipadala ang report',
  reported: 'Salamat. Titingnan ito ng aming team.',
  undoReport: 'I-undo',
};

export default texts;
