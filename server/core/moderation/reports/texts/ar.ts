import type { ReportTexts } from '../textShape.ts';

const texts: ReportTexts = {
  report: 'إبلاغ',
  title: 'إبلاغ فريقنا',
  lead: 'أخبرنا إن كان هذا مزعجًا أو مسيئًا أو خطيرًا. لن يرى بلاغك سوى فريقنا.',
  reason: 'ما المشكلة؟',
  send: 'إرسال البلاغ',
  thanks: 'شكرًا لك. سيلقي فريقنا نظرة.',
  undo: 'تراجع',
  undone: 'تم سحب بلاغك.',
  back: 'رجوع',
};

export default texts;
