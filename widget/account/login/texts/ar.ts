import type { LoginTexts } from './en.ts';

const arabic: LoginTexts = {
  passkey: 'تسجيل الدخول بمفتاح مرور',
  cancelled: 'لم يُستخدم أي مفتاح. حاول مجددًا أو استخدم كلمة المرور.',
  unknown: 'مفتاح المرور هذا غير معروف هنا. استخدم كلمة المرور.',
  copied: 'ربما نُسخ مفتاح المرور هذا، لذلك لم يُقبل. سجّل الدخول بطريقة أخرى واستبدله.',
};
export default arabic;
