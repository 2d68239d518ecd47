import type { StaffTexts } from './en.ts';

export default {
  title: 'Прочая почта',
  lead: 'Письма, которые пришли, но не попали ни в один диалог. Целиком их можно прочитать в почтовом ящике.',
  none: 'Здесь пусто: каждое письмо стало сообщением.',
  automatic: 'Автоответ',
  bounced: 'Не доставлено',
  unknown: 'Не ответ на наше письмо',
  blocked: 'Отправитель заблокирован',
  empty: 'Без текста',
  unreadable: 'Не удалось прочитать',
  too_large: 'Больше 25 МБ',
  reused: 'Тот же ID, что у прежнего письма',
  noSubject: 'Без темы',
  noSender: 'Без отправителя',
  open: 'Открыть диалог',
  refresh: 'Обновить',
} satisfies StaffTexts;
