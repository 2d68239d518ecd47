import type { ArticleTexts } from '../textShape.ts';

const texts: ArticleTexts = {
  answer: 'الإجابة',
  checkSubject: 'هل ما زالت صحيحة؟ {title}',
  checkLead:
    'كتبتَ «{title}» وأردتَ مراجعتها حتى اليوم. هل ما زال كل ما فيها صحيحًا؟ إذن اختر يومًا جديدًا في التفاصيل.',
  checkOpen: 'افتح المقالة',
  checkChoose: 'اختر ما نخبرك به',
  checkWhy: 'وصلتك هذه الرسالة لأنك تكتب مقالات في {site}.',
  articles: 'المقالات',
  updated: 'آخر تحديث {date}',
  by: 'بقلم {names}',
  contents: 'في هذه الصفحة',
  didHelp: 'هل أفادك هذا؟',
  yes: 'نعم',
  no: 'لا',
  why: 'ما المشكلة؟',
  reason_missing: 'هناك شيء ناقص',
  reason_unclear: 'يصعب فهمه',
  reason_wrong: 'هناك خطأ',
  reason_other: 'سبب آخر',
  thanks: 'شكرًا لإخبارنا.',
  related: 'مقالات ذات صلة',
  note: 'ملاحظة',
  tip: 'نصيحة',
  warning: 'تنبيه',
  video: 'فيديو',
  loadVideo: 'تحميل الفيديو من {host}',
};

export default texts;
