import type { SegmentMailTexts } from '../textShape.ts';

export default {
  subject: {
    zero: 'لا جهات اتصال جديدة في «{segment}»',
    one: 'جهة اتصال جديدة في «{segment}»',
    two: 'جهتا اتصال جديدتان في «{segment}»',
    few: '{count} جهات اتصال جديدة في «{segment}»',
    many: '{count} جهة اتصال جديدة في «{segment}»',
    other: '{count} جهة اتصال جديدة في «{segment}»',
  },
  lead: {
    zero: 'لم تدخل أي جهة اتصال شريحة «{segment}» خلال الساعة الماضية.',
    one: 'دخلت جهة اتصال واحدة شريحة «{segment}» خلال الساعة الماضية.',
    two: 'دخلت جهتا اتصال شريحة «{segment}» خلال الساعة الماضية.',
    few: 'دخلت {count} جهات اتصال شريحة «{segment}» خلال الساعة الماضية.',
    many: 'دخلت {count} جهة اتصال شريحة «{segment}» خلال الساعة الماضية.',
    other: 'دخلت {count} جهة اتصال شريحة «{segment}» خلال الساعة الماضية.',
  },
  more: {
    zero: 'لا غيرهم',
    one: 'واحد آخر',
    two: 'اثنان آخران',
    few: '{count} آخرون',
    many: '{count} آخرون',
    other: '{count} آخرون',
  },
  pushTitle: {
    zero: 'لم تدخل أي جهة اتصال شريحة',
    one: 'دخلت جهة اتصال إحدى الشرائح',
    two: 'دخلت جهتا اتصال إحدى الشرائح',
    few: 'دخلت {count} جهات اتصال إحدى الشرائح',
    many: 'دخلت {count} جهة اتصال إحدى الشرائح',
    other: 'دخلت {count} جهة اتصال إحدى الشرائح',
  },
  open: 'فتح جهات الاتصال',
  choose: 'اختيار التنبيهات',
  why: 'وصلتك هذه الرسالة لأنه تم اختيارك لمتابعة هذه الشريحة في {site}.',
} satisfies SegmentMailTexts;
