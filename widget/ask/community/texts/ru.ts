import type { CommunityTexts } from './en.ts';

const texts: CommunityTexts = {
  answerHelped: 'Мне помогло',
  answerHelpedYou: 'Вам помогло',
  acceptAnswer: 'Принять ответ',
  unacceptAnswer: 'Отменить принятие',
  meToo: 'У меня тот же вопрос',
  meTooYes: 'У вас тот же вопрос',
  followAnswers: 'Следить',
  followLead: 'Мы напишем, когда появится новый ответ.',
  followSent: 'Почти готово. Откройте ссылку в письме, которое мы только что отправили.',
  followNow: 'Готово. Мы напишем о новых ответах.',
  noAnswersYet: 'Ответов пока нет. Помогите первым.',
  answerIt: 'Ответить',
  followEmail: 'Ваша почта',
  report: 'Пожаловаться',
  reportWhy: 'Что здесь не так?',
  sendReport: 'Отправить жалобу',
  reported: 'Спасибо. Наша команда посмотрит.',
  undoReport: 'Отменить',
};

export default texts;
