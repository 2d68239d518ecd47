import type { SameTexts } from './en.ts';

const texts: SameTexts = {
  title: 'الشخص نفسه',
  lead: 'هل لهذا الشخص جهة اتصال أخرى هنا؟ اجمعهما: مخطط زمني واحد وسطر واحد لفريقك.',
  find: 'الشخص نفسه مثل…',
  nobody: 'لم نجد أحدًا.',
  both: '{one} و{other}',
  separate: 'فصل',
  separated: 'تم الفصل. عاد لكل منهما ما يخصه.',
  linked: 'أصبحا الآن معًا.',
  customers: 'يعرفهما موقعك كعملاء مختلفين: {ids}.',
  together: 'هل تجمع هاتين الجهتين؟',
  hint: 'فريقك وحده يراهما شخصًا واحدًا. لا يرى أي منهما محادثات الآخر. ما داما معًا، يشمل التصدير أو المحو كليهما. يمكنك فصلهما في أي وقت.',
  sure: 'رقما العميل يخصان شخصًا واحدًا',
  confirm: 'جمع',
  cancel: 'إلغاء',
  conversations: {
    zero: 'لا محادثات',
    one: 'محادثة واحدة',
    two: 'محادثتان',
    few: '{count} محادثات',
    many: '{count} محادثة',
    other: '{count} محادثة',
  },
  already: 'هما معًا بالفعل.',
};

export default texts;
