import type { PrivacyTexts } from './en.ts';

const texts: PrivacyTexts = {
  limits: 'Gaano katagal itinatago ang data',
  limitsLead:
    'Araw-araw, binubura nang tuluyan ang anumang mas luma. Laging nananatili ang mga bukas na usapan, at ang mga naghihintay ng sagot mo. Iwanang walang laman ang numero para itago iyon habambuhay.',
  kind_conversations: 'Mga saradong usapan (araw)',
  kind_callbacks: 'Mga tapos nang tawag (araw)',
  kind_visitors: 'Mga bisitang walang usapan (araw)',
  kind_searches: 'Mga hinanap na teksto (araw)',
  kind_addresses: 'Mga hash ng IP address (araw)',
  kind_mails: 'Talaan ng email (araw)',
  kind_audit: 'Talaan ng aktibidad (araw)',
  kind_webhooks: 'Mga ipinadalang webhook (araw)',
  hint_visitors:
    'Mga hindi nagpakilala, mula nang huli silang nakita. Mananatili sa kabuuan ang mga score at boto.',
  hint_addresses:
    'Pinipigilan nitong bumoto nang dalawang beses ang mga tao. Hindi iniimbak ang mismong mga address.',
  due: 'Ang mabubura ngayon',
  dueLead:
    'Ayon sa mga naka-save na limitasyon. Kasabay na mabubura ang mga bisitang mabubura ang huling usapan.',
  dueNone: 'Walang masyadong luma.',
  oldest: '{count}, mula {time} ang pinakaluma',
  saveFirst: 'Binago mo ang mga limitasyon. I-save muna para makita kung ano ang mabubura.',
  run: 'Burahin ngayon',
  runSure: 'Burahin nang tuluyan ang data na ito? Hindi na ito maibabalik.',
  runs: 'Ang nabura na',
  runsNone: 'Wala pa. Sa loob ng isang araw ang unang pagtakbo.',
  byDaily: 'Araw-araw na pagtakbo',
  byStaff: 'Sinimulan ng team mo',
  running: 'Tumatakbo…',
  nothing: 'Walang masyadong luma',
  processing: 'Pagproseso ng data',
  processingLead: 'Para sa talaan mo ng pagproseso ng data, isinulat mula sa mga setting na ito.',
  print: 'I-print',
  copyLabel: 'Bilang Markdown',
  publicPage: 'Pampublikong page',
  publicPageHint:
    'Mababasa ng lahat kung ano ang iniimbak mo at gaano katagal, nang wala ang mga pangalan ng server mo. May link dito sa “Ang iyong data”.',
  openPage: 'Buksan ang page',
  person: 'Data ng isang tao',
  personLead: 'Tingnan, i-export o burahin ang itinatago tungkol sa isang tao.',
  personLink: 'Personal na data sa inbox',
};
export default texts;
