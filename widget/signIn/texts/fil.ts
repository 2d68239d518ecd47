import type { SignInTexts } from './en.ts';

const texts: SignInTexts = {
  signInOffer: 'Sumulat ka na ba sa amin? Hanapin ang mga usapan mo',
  signInLead:
    'Ilagay ang email address na ginamit mo sa pagsulat. Magpapadala kami roon ng code na magdadala ng mga usapan mo rito.',
  signInEmail: 'Ang email mo',
  signInSend: 'I-email sa akin ang code',
  signInSent:
    'Kung may sumulat sa amin mula sa {email}, papunta na ang code. Gagana ito sa loob ng isang oras.',
  signInHint:
    'Wala pa ring email pagkaraan ng ilang minuto? Tingnan ang spam folder mo. Ipinapadala lang ang code sa mga address na nag-email na sa amin o nakumpirma na.',
  signInCode: 'Code mula sa email',
  signInGo: 'Ipakita ang mga usapan ko',
  signInOther: 'Gumamit ng ibang address',
  signInBadEmail: 'Maglagay ng tamang email address.',
  signInBadCode: 'Hindi tama ang code na ito, o hindi na ito gumagana.',
  signInLimited: 'Masyado nang marami ang subok. Subukan ulit {when}.',
  signInOff: 'Hindi kami makapagpadala ng email ngayon. Subukan ulit mamaya.',
};
export default texts;
