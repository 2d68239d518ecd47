import type { ContactFormTexts } from '../textShape.ts';

export default {
  sentTitle: 'Naipadala na ang mensahe mo',
  sent: 'Salamat. Sasagot kami sa email address na ibinigay mo.',
  wrongTitle: 'May kulang pa',
  wrongLead: 'Wala pang naipapadala. Tingnan ang mga may marka.',
  message: 'Mensahe',
  subject: 'Paksa',
  optional: '(opsyonal)',
  filesGone:
    'Hindi naitabi ang mga naka-attach na file. Idagdag ulit ang mga ito sa page na pinanggalingan mo.',
  off: 'Hindi ginagamit ang form na ito.',
} satisfies ContactFormTexts;
