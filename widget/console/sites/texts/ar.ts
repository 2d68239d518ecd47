import type { SitesTexts } from './en.ts';

const texts: SitesTexts = {
  lead: 'لكل موقع شيفرته وصندوقه وأشخاصه وإعداداته.',
  list: 'مواقعك',
  open: 'فتح',
  archived: 'مؤرشف',
  archive: 'أرشفة',
  unarchive: 'إعادة فتحه للزوار',
  deleted: 'حُذف. يمكن التراجع حتى {when}.',
  restore: 'تراجع',
  delete: 'حذف…',
  add: 'موقع جديد',
  name: 'الاسم',
  key: 'المفتاح',
  keyHint: 'يظهر في الشيفرة وفي عناوين صفحاته، ولا يمكن تغييره لاحقًا.',
  addButton: 'إنشاء الموقع',
  deleteTitle: 'حذف {name}؟',
  deleteLead:
    'يفقده الزوار وفريقك فورًا: المحادثات والأشخاص والمعرفة والملفات. يمكنك التراجع هنا خلال سبعة أيام من موقع آخر، ثم يُحذف نهائيًا. للاحتفاظ بنسخة شغّل foyer export-site أولًا.',
  typeName: 'اكتب {name} للتأكيد',
  deleteButton: 'حذف الموقع',
  cancel: 'إلغاء',
  only: 'هذا موقعك الوحيد. أنشئ موقعًا آخر قبل حذفه.',
  opened: '{name} جاهز.',
};

export default texts;
