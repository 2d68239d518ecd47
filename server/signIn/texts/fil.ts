import type { SignInTexts } from '../textShape.ts';

export default {
  title: 'Ang mga usapan mo',
  none: 'Wala pang usapan sa browser na ito.',
  elsewhere: 'Sumulat ka ba sa amin mula sa ibang device, o sa email?',
  lead: 'Ilagay ang email address na ginamit mo sa pagsulat. Magpapadala kami roon ng link na magdadala ng mga usapan mo rito.',
  send: 'Padalhan ako ng link',
  sentTitle: 'Tingnan ang inbox mo',
  sent: 'Kung may sumulat sa amin mula sa address na ito, papunta na ang link. Gagana ito nang isang beses, sa loob ng isang oras.',
  sentHint:
    'Wala pa ring email pagkaraan ng ilang minuto? Suriin ang baybay at ang spam folder mo. Ipinapadala lang ang link sa mga address na nag-email na sa amin o nakumpirma na.',
  again: 'Subukan ang ibang address',
  unavailable: 'Hindi kami makapagpadala ng email ngayon. Bumalik mamaya, o magtanong sa amin.',
  subject: 'Ang sign-in link mo para sa {team}',
  text: 'Narito ang link sa mga usapan mo kasama ang {team}. Buksan ito sa device kung saan mo gusto ang mga ito.',
  button: 'Buksan ang mga usapan ko',
  note: 'Gagana ang link nang isang beses, sa loob ng isang oras. Huwag itong ipasa sa iba.',
  code: 'Ang code mo: {code}',
  codeText: 'I-type ito kung saan mo ito hiningi. O kaya, buksan ang mga usapan mo sa mga help page namin.',
  codeNote:
    'Gagana ang code at ang link nang isang beses, sa loob ng isang oras. Huwag itong ibigay sa iba: hindi namin ito hihingin kahit kailan.',
  why: 'Natatanggap mo ang email na ito dahil may humiling ng sign-in link gamit ang address na ito. Kung hindi ikaw, huwag itong pansinin. Walang nagbago.',
  stop: 'Mag-unsubscribe',
} satisfies SignInTexts;
