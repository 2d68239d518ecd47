import type { TrendTexts } from '../textShape.ts';

const texts: TrendTexts = {
  alertSubject: 'كثيرون يبلّغون عن الأمر نفسه: {words}',
  alertLead: {
    zero: 'لم يكتب أحد عن هذا.',
    one: 'كتب شخص واحد عن هذا في وقت قصير.',
    two: 'كتب شخصان عن الأمر نفسه في وقت قصير، وهذا أكثر من المعتاد.',
    few: 'كتب {count} أشخاص عن الأمر نفسه في وقت قصير، وهذا أكثر من المعتاد.',
    many: 'كتب {count} شخصًا عن الأمر نفسه في وقت قصير، وهذا أكثر من المعتاد.',
    other: 'كتب {count} شخص عن الأمر نفسه في وقت قصير، وهذا أكثر من المعتاد.',
  },
  alertOpen: 'عرض التفاصيل',
  alertChoose: 'اختيار التنبيهات',
  alertWhy: 'وصلتك هذه الرسالة لأنك تجيب في {site}.',
  incidentTitle: 'مشكلة معروفة: {words}',
  incidentBody: 'أبلغنا عدة أشخاص عن هذا. نعمل على فهمه، وسننشر المستجدات هنا.',
};

export default texts;
