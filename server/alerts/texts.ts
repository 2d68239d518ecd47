import { ownValue } from '../../shared/core/own.ts';

interface Texts {
  wrote: string;
  mentioned: string;
  somebody: string;
}

/** Texts of pushes, in the languages of the inbox. */
const texts: { en: Texts; [language: string]: Texts } = {
  en: { wrote: '{name} wrote', mentioned: '{name} mentioned you', somebody: 'A visitor' },
  de: { wrote: '{name} schrieb', mentioned: '{name} hat dich erwähnt', somebody: 'Jemand' },
  ru: { wrote: 'Сообщение: {name}', mentioned: 'Вас упоминает {name}', somebody: 'посетитель' },
  ar: { wrote: 'رسالة من {name}', mentioned: 'أشار إليك {name}', somebody: 'زائر' },
};

export const pushTexts = (language: string): Texts => ownValue(texts, language) ?? texts.en;
