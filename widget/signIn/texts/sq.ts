import type { SignInTexts } from './en.ts';

const texts: SignInTexts = {
  signInOffer: 'Na keni shkruar më parë? Gjeni bisedat tuaja',
  signInLead:
    'Shkruani adresën e email-it nga e cila na shkruat. Do të dërgojmë atje një kod që i sjell bisedat tuaja këtu.',
  signInEmail: 'Email-i juaj',
  signInSend: 'Më dërgoni një kod',
  signInSent: 'Nëse dikush na ka shkruar nga {email}, një kod është nisur. Ai vlen për një orë.',
  signInHint:
    'Asnjë email pas disa minutash? Shikoni te postat e padëshiruara. Kodet dërgohen vetëm te adresat nga të cilat na kanë shkruar ose që janë konfirmuar.',
  signInCode: 'Kodi nga email-i',
  signInGo: 'Shfaqi bisedat e mia',
  signInOther: 'Përdorni një adresë tjetër',
  signInBadEmail: 'Shkruani një adresë të vlefshme email-i.',
  signInBadCode: 'Ky kod nuk është i saktë ose nuk vlen më.',
  signInLimited: 'Shumë përpjekje. Provoni sërish {when}.',
  signInOff: 'Tani nuk mund të dërgojmë email. Provoni më vonë.',
};
export default texts;
