import type { PeersTexts } from './en.ts';

const texts: PeersTexts = {
  away: 'فريقنا غير متاح الآن.',
  sooner: 'اسأل علنًا: قد يجيبك آخرون أسرع.',
  median: 'في هذا الوقت من اليوم، يجيب زوار آخرون عن نصف الأسئلة العلنية خلال {duration}.',
  checked: 'يراجع أحد أفراد فريقنا السؤال قبل ظهوره.',
  choose: 'اسأل علنًا',
  chosen: 'أنت تسأل علنًا.',
};
export default texts;
