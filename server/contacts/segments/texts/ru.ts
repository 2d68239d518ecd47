import type { SegmentMailTexts } from '../textShape.ts';

export default {
  subject: {
    one: '{count} новый контакт в сегменте «{segment}»',
    few: '{count} новых контакта в сегменте «{segment}»',
    many: '{count} новых контактов в сегменте «{segment}»',
    other: '{count} новых контакта в сегменте «{segment}»',
  },
  lead: {
    one: 'За последний час в сегмент «{segment}» вошёл {count} контакт.',
    few: 'За последний час в сегмент «{segment}» вошли {count} контакта.',
    many: 'За последний час в сегмент «{segment}» вошли {count} контактов.',
    other: 'За последний час в сегмент «{segment}» вошли {count} контакта.',
  },
  more: {
    one: 'ещё {count}',
    few: 'ещё {count}',
    many: 'ещё {count}',
    other: 'ещё {count}',
  },
  pushTitle: {
    one: '{count} контакт вошёл в сегмент',
    few: '{count} контакта вошли в сегмент',
    many: '{count} контактов вошли в сегмент',
    other: '{count} контакта вошли в сегмент',
  },
  open: 'Открыть контакты',
  choose: 'Настроить уведомления',
  why: 'Вы получили это письмо, потому что вас выбрали получать уведомления об этом сегменте на {site}.',
} satisfies SegmentMailTexts;
