import type { MailTexts } from './en.ts';

export default {
  recipients: 'المستلمون',
  to: 'إلى',
  cc: 'نسخة',
  bcc: 'نسخة مخفية',
  ccLabel: 'نسخة: يراها الجميع',
  bccLabel: 'نسخة مخفية: لا يراها الآخرون',
  addAddress: 'أضف عنوانًا',
  showCopies: 'نسخة / مخفية',
  replyAll: 'الرد على الجميع (+{count})',
  remove: 'إزالة {name}',
  alsoTo: 'وأيضًا إلى',
  isApart: 'أُرسلت إليكم وحدكم. لا يراها الزائر.',
  from: 'من',
} satisfies MailTexts;
