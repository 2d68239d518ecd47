import type { ModeratingTexts } from './en.ts';

const texts: ModeratingTexts = {
  as: 'أنت تشرف باسم {name}. لا يرى الزوار ذلك.',
  close: 'إغلاق التعليقات',
  open: 'فتح التعليقات',
  pin: 'تثبيت',
  unpin: 'إلغاء التثبيت',
  hide: 'إخفاء',
  hidden: 'أُخفي التعليق.',
  undo: 'تراجع',
  leave: 'تم',
  ended: 'انتهت صلاحية هذا الرابط. افتحه من صندوق الوارد مرة أخرى.',
  failed: 'لم ينجح ذلك. حاول مرة أخرى.',
  enough: 'ثُبتت ثلاثة تعليقات من قبل. ألغِ تثبيت أحدها أولًا.',
  offline: 'يبدو أنك غير متصل.',
};
export default texts;
