import type { Language } from '../languages.ts';

/** Kinds of personal details masked in a text that others will read. */
export const maskKinds = ['name', 'email', 'phone', 'iban', 'card', 'order'] as const;
export type MaskKind = (typeof maskKinds)[number];

/** The placeholder of each, by the language of the text. */
export const placeholders: Record<Language, Record<MaskKind, string>> = {
  en: {
    name: '[name]',
    email: '[email]',
    phone: '[phone number]',
    iban: '[IBAN]',
    card: '[card number]',
    order: '[order number]',
  },
  de: {
    name: '[Name]',
    email: '[E-Mail-Adresse]',
    phone: '[Telefonnummer]',
    iban: '[IBAN]',
    card: '[Kartennummer]',
    order: '[Bestellnummer]',
  },
  ru: {
    name: '[имя]',
    email: '[адрес почты]',
    phone: '[телефон]',
    iban: '[IBAN]',
    card: '[номер карты]',
    order: '[номер заказа]',
  },
  el: {
    name: '[όνομα]',
    email: '[email]',
    phone: '[τηλέφωνο]',
    iban: '[IBAN]',
    card: '[αριθμός κάρτας]',
    order: '[αριθμός παραγγελίας]',
  },
  sq: {
    name: '[emri]',
    email: '[email]',
    phone: '[numri i telefonit]',
    iban: '[IBAN]',
    card: '[numri i kartës]',
    order: '[numri i porosisë]',
  },
  fil: {
    name: '[pangalan]',
    email: '[email]',
    phone: '[numero ng telepono]',
    iban: '[IBAN]',
    card: '[numero ng card]',
    order: '[numero ng order]',
  },
  eo: {
    name: '[nomo]',
    email: '[retpoŝtadreso]',
    phone: '[telefonnumero]',
    iban: '[IBAN]',
    card: '[kartnumero]',
    order: '[mendonumero]',
  },
  ar: {
    name: '[الاسم]',
    email: '[البريد الإلكتروني]',
    phone: '[رقم الهاتف]',
    iban: '[IBAN]',
    card: '[رقم البطاقة]',
    order: '[رقم الطلب]',
  },
};
