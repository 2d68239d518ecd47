import type { ArticleTexts } from '../textShape.ts';

const texts: ArticleTexts = {
  answer: 'Ответ',
  checkSubject: 'Всё ещё верно? {title}',
  checkLead:
    'Вы написали «{title}» и хотели проверить статью к сегодняшнему дню. Всё ещё верно? Тогда выберите в подробностях новый день.',
  checkOpen: 'Открыть статью',
  checkChoose: 'Выбрать, о чём вам сообщать',
  checkWhy: 'Вы получили это письмо, потому что пишете статьи для {site}.',
  articles: 'Статьи',
  updated: 'Обновлено {date}',
  by: 'Автор: {names}',
  contents: 'На этой странице',
  didHelp: 'Статья помогла?',
  yes: 'Да',
  no: 'Нет',
  why: 'Что не так?',
  reason_missing: 'Чего-то не хватает',
  reason_unclear: 'Трудно понять',
  reason_wrong: 'Есть ошибка',
  reason_other: 'Другое',
  thanks: 'Спасибо за отзыв.',
  related: 'Похожие статьи',
  note: 'Примечание',
  tip: 'Совет',
  warning: 'Внимание',
  video: 'Видео',
  loadVideo: 'Загрузить видео с {host}',
};

export default texts;
