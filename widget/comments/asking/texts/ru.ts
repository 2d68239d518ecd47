import type { AskingTexts } from './en.ts';

const texts: AskingTexts = {
  why: 'Почему?',
  reported: 'Спасибо. Наша команда посмотрит.',
  sureRemove: 'Удалить? Ответы на него останутся.',
  device: 'Поделиться …',
  copyLink: 'Скопировать ссылку',
  copied: 'Ссылка скопирована.',
  email: 'Почта',
  close: 'Закрыть',
};
export default texts;
