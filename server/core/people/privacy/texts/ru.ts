import type { ArchiveTexts } from '../textShape.ts';

const texts: ArchiveTexts = {
  title: 'Что {site} хранит о вас',
  intro: 'Выгружено {date}. То же самое для программ — в data.json; файлы лежат в папке «files».',
  profile: 'Профиль',
  conversations: 'Беседы',
  messages: 'Сообщения',
  files: 'Файлы',
  emails: 'Письма',
  incoming_emails: 'Входящие письма',
  callbacks: 'Обратные звонки',
  comments: 'Комментарии',
  votes: 'Голоса и жалобы',
  follows: 'Подписки на страницы',
  surveys: 'Ответы на опросы',
  announcements: 'Просмотренные объявления',
  searches: 'Поиски',
  questions: 'Опубликованные вопросы',
  ideas: 'Идеи',
  drafts: 'Черновики',
  webhooks: 'Отправленные вебхуки',
};

export default texts;
