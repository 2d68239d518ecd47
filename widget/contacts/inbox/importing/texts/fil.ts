import type { ImportTexts } from './en.ts';

const texts: ImportTexts = {
  title: 'Mag-import mula sa CSV',
  lead: 'Pinapangalanan ng unang linya ang mga column: email o customer ID, at kung gusto mo, pangalan, wika, stage at sarili mong mga attribute. Ina-update ang mga kilala na; walang binabago ang mga blangkong cell.',
  choose: 'Pumili ng CSV file',
  close: 'Isara',
  tooLarge: 'Masyadong malaki ang file. Hatiin ito, o gamitin ang command na foyer import-contacts.',
  noColumn: 'Walang column na “email” o “customer ID”.',
  readAs:
    'Binasa bilang {encoding}. Kung mali ang itsura ng mga pangalan, i-save ang file bilang UTF-8 at piliin ulit.',
  added: { one: '{count} bagong contact', other: '{count} bagong contact' },
  changed: { one: '{count} contact ang magbabago', other: '{count} contact ang magbabago' },
  unchanged: { one: '{count} ang mananatili', other: '{count} ang mananatili' },
  rejected: { one: '{count} linya ang hindi ma-import', other: '{count} linya ang hindi ma-import' },
  ignored: 'Mga column na hindi binabasa: {columns}',
  line: 'Linya {line}',
  more: { one: 'at {count} pang linya', other: 'at {count} pang linya' },
  apply: { one: 'I-import ang {count} contact', other: 'I-import ang {count} contact' },
  applied: 'Na-import na ang mga contact.',
  nothing: 'Tugma na ang lahat sa nasa file.',
  nobody: 'Walang email o customer ID',
  not_email: 'Hindi email address',
  not_language: 'Hindi language tag gaya ng fil o pt-BR',
  no_stage: 'Walang stage na ganito ang pangalan',
  not_of_type: 'Hindi akma sa uri ng attribute',
  too_long: 'Masyadong mahaba',
  unreadable: 'Hindi mabasa',
  repeated: 'Tungkol sa parehong contact ang linyang nasa itaas',
  erased: 'Nabura na ang data ng taong ito',
  taken: 'Magkaibang tao ang may-ari ng email at ng customer ID',
};

export default texts;
