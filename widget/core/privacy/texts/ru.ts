import type { PrivacyTexts } from './en.ts';

const texts: PrivacyTexts = {
  dataLead: 'Посмотрите всё, что этот сайт хранит о вас, или попросите это стереть.',
  dataDownload: 'Скачать мои данные',
  dataErase: 'Стереть мои данные',
  dataEraseLead:
    'Ваши разговоры, файлы, комментарии и ответы здесь будут удалены. Оценки останутся в общих итогах, без вас. Отменить это нельзя.',
  dataPages: 'Публичные вопросы, написанные вашими словами, будут убраны: {count}.',
  dataEraseNow: 'Стереть навсегда',
  dataCancel: 'Отмена',
  dataPrivacy: 'Что хранит этот сайт',
  dataBusy: 'Минутку…',
};

export default texts;
