import type { ContactFormTexts } from '../textShape.ts';

export default {
  sentTitle: 'أُرسلت رسالتك',
  sent: 'شكرًا لك. سنرد على البريد الإلكتروني الذي أدخلته.',
  wrongTitle: 'ينقص شيء ما',
  wrongLead: 'لم يُرسل شيء بعد. راجع الحقول المحددة.',
  message: 'الرسالة',
  subject: 'الموضوع',
  optional: '(اختياري)',
  filesGone: 'لم نتمكن من الاحتفاظ بالملفات المرفقة. أضفها مجددًا في الصفحة التي أتيت منها.',
  off: 'هذا النموذج غير مستخدم.',
} satisfies ContactFormTexts;
