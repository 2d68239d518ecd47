import type { StaffTexts } from './en.ts';

export default {
  title: 'بريد آخر',
  lead: 'رسائل وصلت بالبريد ولم تُضف إلى أي محادثة. يمكنك قراءتها كاملة في صندوق بريدك.',
  none: 'لا شيء هنا. كل بريد أصبح رسالة.',
  automatic: 'رد تلقائي',
  bounced: 'لم تُسلَّم',
  unknown: 'ليست ردًا علينا',
  blocked: 'المرسل محظور',
  empty: 'بلا نص',
  unreadable: 'تعذّرت قراءتها',
  too_large: 'أكبر من 25 م.ب',
  reused: 'المعرّف نفسه لرسالة سابقة',
  erased: 'حُذفت بيانات المرسل',
  noSubject: 'بلا موضوع',
  noSender: 'بلا مرسل',
  open: 'فتح المحادثة',
  refresh: 'تحديث',
} satisfies StaffTexts;
