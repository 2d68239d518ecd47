import type { CommunityTexts } from './en.ts';

const texts: CommunityTexts = {
  answerHelped: 'Hat mir geholfen',
  answerHelpedYou: 'Hat dir geholfen',
  acceptAnswer: 'Antwort annehmen',
  unacceptAnswer: 'Annahme zurücknehmen',
  meToo: 'Ich habe die Frage auch',
  meTooYes: 'Du hast die Frage auch',
  followAnswers: 'Folgen',
  followLead: 'Du bekommst eine E-Mail, wenn es eine neue Antwort gibt.',
  followSent: 'Fast fertig. Öffne den Link in der E-Mail, die wir dir gerade geschickt haben.',
  followNow: 'Fertig. Wir schreiben dir, wenn es neue Antworten gibt.',
  noAnswersYet: 'Noch keine Antwort. Hilf als Erste oder Erster.',
  answerIt: 'Antworten',
  followEmail: 'Deine E-Mail',
  report: 'Melden',
  reportWhy: 'Was stimmt damit nicht?',
  sendReport: 'Meldung senden',
  reported: 'Danke. Unser Team sieht sich das an.',
  undoReport: 'Rückgängig machen',
};

export default texts;
