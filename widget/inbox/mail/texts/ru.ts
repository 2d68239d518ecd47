import type { MailTexts } from './en.ts';

export default {
  recipients: 'Получатели',
  to: 'Кому',
  cc: 'Копия',
  bcc: 'Скрытая',
  ccLabel: 'Копия: видна всем',
  bccLabel: 'Скрытая копия: другим не видна',
  addAddress: 'Добавить адрес',
  showCopies: 'Копия',
  replyAll: 'Ответить всем (+{count})',
  remove: 'Убрать: {name}',
  alsoTo: 'Также',
  isApart: 'Письмо пришло только вам, посетитель его не видит.',
  from: 'От',
} satisfies MailTexts;
