import type { CommunityTexts } from './en.ts';

const texts: CommunityTexts = {
  answerHelped: 'أفادتني',
  answerHelpedYou: 'أفادتك',
  acceptAnswer: 'اعتماد هذه الإجابة',
  unacceptAnswer: 'إلغاء الاعتماد',
  meToo: 'لدي السؤال نفسه',
  meTooYes: 'لديك السؤال نفسه',
  followAnswers: 'متابعة',
  followLead: 'تصلك رسالة عند نشر إجابة جديدة.',
  followSent: 'بقيت خطوة. افتح الرابط في الرسالة التي أرسلناها إليك للتو.',
  followNow: 'تم. سنراسلك عند نشر إجابات جديدة.',
  noAnswersYet: 'لا إجابات بعد. كن أول من يساعد.',
  answerIt: 'أجب عنه',
  followEmail: 'بريدك الإلكتروني',
  report: 'إبلاغ',
  reportWhy: 'ما المشكلة؟',
  sendReport: 'إرسال البلاغ',
  reported: 'شكرًا لك. سيلقي فريقنا نظرة.',
  undoReport: 'تراجع',
};

export default texts;
