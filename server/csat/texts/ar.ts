import type { CsatTexts } from '../textShape.ts';

export default {
  subject: 'كيف كانت محادثتك مع {team}؟',
  lead: 'انتهت محادثتك مع {team}. كيف كانت؟',
  question: 'كيف كانت محادثتك معنا؟',
  good: 'جيدة',
  okay: 'مقبولة',
  bad: 'سيئة',
  stars: '{value} من 5 نجوم',
  press: 'لا يُرسل شيء حتى تضغط الزر.',
  send: 'إرسال التقييم',
  reason: 'هل هناك ما ينبغي أن نعرفه؟',
  optional: 'اختياري',
  sendReason: 'إرسال',
  thanks: 'شكرًا لك. هذا يساعدنا.',
  until: 'يمكنك تغيير تقييمك حتى {when}.',
  late: 'لم يعد بالإمكان تغيير هذا التقييم.',
  title: 'تقييمك',
  choose: 'اختر إجابة واحدة من فضلك.',
  stop: 'إلغاء الاشتراك',
} satisfies CsatTexts;
