import type { RuleTexts } from '../textShape.ts';

export default {
  auto: 'هذه رسالة تلقائية. هل تودّ التحدّث إلى شخص؟ اكتب هنا فقط، وسيقرأ أحد أفراد الفريق رسالتك.',
  autoClosing: 'هذه رسالة تلقائية. اكتب هنا في أي وقت، وستُفتح المحادثة من جديد.',
  pushTitle: 'القاعدة: {rule}',
} satisfies RuleTexts;
