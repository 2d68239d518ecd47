import type { ContactFormTexts } from '../textShape.ts';

export default {
  sentTitle: 'Сообщение отправлено',
  sent: 'Спасибо! Мы ответим на адрес, который вы указали.',
  wrongTitle: 'Чего-то не хватает',
  wrongLead: 'Пока ничего не отправлено. Посмотрите на отмеченные поля.',
  message: 'Сообщение',
  subject: 'Тема',
  optional: '(необязательно)',
  filesGone: 'Приложенные файлы не сохранились. Добавьте их ещё раз на странице, с которой вы пришли.',
  off: 'Эта форма не используется.',
} satisfies ContactFormTexts;
