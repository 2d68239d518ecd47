import type { AskingTexts } from './en.ts';

const texts: AskingTexts = {
  why: 'لماذا؟',
  reported: 'شكرًا. سيراجعه فريقنا.',
  sureRemove: 'حذف التعليق؟ تبقى الردود عليه.',
  device: 'مشاركة …',
  copyLink: 'نسخ الرابط',
  copied: 'نُسخ الرابط.',
  email: 'البريد',
  close: 'إغلاق',
};
export default texts;
