import type { ArchiveTexts } from '../textShape.ts';

const texts: ArchiveTexts = {
  title: 'ما يحتفظ به {site} عنك',
  intro: 'صُدِّر في {date}. المحتوى نفسه للبرامج في data.json، والملفات في مجلد «files».',
  profile: 'الملف الشخصي',
  conversations: 'المحادثات',
  messages: 'الرسائل',
  files: 'الملفات',
  emails: 'رسائل البريد',
  incoming_emails: 'رسائل البريد الواردة',
  callbacks: 'طلبات معاودة الاتصال',
  comments: 'التعليقات',
  votes: 'الأصوات والبلاغات',
  follows: 'الصفحات المتابَعة',
  surveys: 'إجابات الاستبيانات',
  announcements: 'الإعلانات التي شوهدت',
  searches: 'عمليات البحث',
  questions: 'الأسئلة المنشورة',
  ideas: 'الأفكار',
  drafts: 'المسودات',
  webhooks: 'ما أُرسل عبر الويب هوك',
};

export default texts;
