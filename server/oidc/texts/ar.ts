import type { OidcTexts } from '../textShape.ts';

export default {
  title: 'لم يتم تسجيل دخولك',
  back: 'العودة إلى تسجيل الدخول',
  backToSettings: 'العودة إلى الإعدادات',
  refused_off: 'طريقة الدخول هذه متوقفة.',
  refused_expired: 'استغرق الأمر وقتًا طويلًا أو بدأ في متصفح آخر. ابدأ من جديد.',
  refused_provider: 'لم يجب مزوّد الهوية كما ينبغي. حاول مجددًا، وأخبر أحد مالكي الموقع إن تكرر ذلك.',
  refused_email: 'لم يخبرنا مزوّد الهوية بعنوان بريدك.',
  refused_unverified: 'لم يؤكد مزوّد الهوية عنوان بريدك.',
  refused_domain: 'عنوان بريدك ليس من العناوين المسموح لها بالدخول هنا.',
  refused_elsewhere:
    'حسابك تابع لمواقع أخرى أيضًا. سجّل الدخول أولًا بكلمة المرور أو مفتاح المرور، ثم عُد إلى هنا مرة واحدة لربطه.',
  refused_unknown: 'لا حساب لك بعد. اطلب دعوة من أحد مالكي الموقع.',
  refused_role: 'لا دور لأي من مجموعاتك في هذا الموقع. اسأل المسؤول لديك.',
  refused_disabled: 'حسابك معطّل.',
  testTitle: 'نجحت التجربة',
  testEmail: 'البريد',
  testGroups: 'المجموعات',
  testRole: 'الدور بعد الدخول',
  verified: 'مؤكد',
  unverified: 'غير مؤكد',
  noRole: 'لا شيء: لن يتمكن من الدخول',
  role_owner: 'مالك',
  role_admin: 'مدير',
  role_agent: 'وكيل',
  role_moderator: 'مشرف',
} satisfies OidcTexts;
