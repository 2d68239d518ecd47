import type { ReportTexts } from '../textShape.ts';

const texts: ReportTexts = {
  report: 'Пожаловаться',
  title: 'Сообщить нашей команде',
  lead: 'Сообщите, если это спам, грубость или что-то опасное. Жалобу увидит только наша команда.',
  reason: 'Что здесь не так?',
  send: 'Отправить жалобу',
  thanks: 'Спасибо. Наша команда посмотрит.',
  undo: 'Отменить',
  undone: 'Жалоба отозвана.',
  back: 'Назад',
};

export default texts;
