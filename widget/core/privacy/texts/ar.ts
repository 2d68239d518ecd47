import type { PrivacyTexts } from './en.ts';

const texts: PrivacyTexts = {
  dataLead: 'اطّلع على كل ما يحتفظ به هذا الموقع عنك، أو اطلب محوه.',
  dataDownload: 'تنزيل بياناتي',
  dataErase: 'محو بياناتي',
  dataEraseLead:
    'ستُحذف محادثاتك وملفاتك وتعليقاتك وإجاباتك هنا. تبقى التقييمات ضمن الإجماليات من دونك. لا يمكن التراجع عن ذلك.',
  dataPages: 'أسئلة منشورة بكلماتك ستُزال: {count}.',
  dataEraseNow: 'محو نهائي',
  dataCancel: 'إلغاء',
  dataPrivacy: 'ما يحفظه هذا الموقع',
  dataBusy: 'لحظة…',
};

export default texts;
