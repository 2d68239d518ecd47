import type { ImportTexts } from './en.ts';

const texts: ImportTexts = {
  title: 'Importo nga CSV',
  lead: 'Rreshti i parë emërton kolonat: email ose ID e klientit dhe, nëse doni, emri, gjuha, faza e veçoritë tuaja. Ata që njihen tashmë përditësohen; qelizat bosh s’ndryshojnë asgjë.',
  choose: 'Zgjidhni një skedar CSV',
  close: 'Mbyll',
  tooLarge: 'Skedari është tepër i madh. Ndajeni ose përdorni komandën foyer import-contacts.',
  noColumn: 'Asnjë kolonë s’quhet “email” ose “customer ID”.',
  readAs: 'U lexua si {encoding}. Nëse emrat duken gabim, ruajeni skedarin si UTF-8 dhe zgjidheni sërish.',
  added: { one: '{count} kontakt i ri', other: '{count} kontakte të reja' },
  changed: { one: '{count} kontakt ndryshon', other: '{count} kontakte ndryshojnë' },
  unchanged: { one: '{count} mbetet siç është', other: '{count} mbeten siç janë' },
  rejected: { one: '{count} rresht s’mund të importohet', other: '{count} rreshta s’mund të importohen' },
  ignored: 'Kolona që s’lexohen: {columns}',
  line: 'Rreshti {line}',
  more: { one: 'dhe {count} rresht tjetër', other: 'dhe {count} rreshta të tjerë' },
  apply: { one: 'Importo {count} kontakt', other: 'Importo {count} kontakte' },
  applied: 'Kontaktet u importuan.',
  nothing: 'Gjithçka është tashmë si në skedar.',
  nobody: 'Pa email e pa ID klienti',
  not_email: 'S’është adresë email-i',
  not_language: 'S’është kod gjuhe si sq ose pt-BR',
  no_stage: 'S’ka fazë me këtë emër',
  not_of_type: 'S’përputhet me llojin e veçorisë',
  too_long: 'Tepër e gjatë',
  unreadable: 'S’lexohet',
  repeated: 'Një rresht më sipër është për të njëjtin kontakt',
  erased: 'Të dhënat e këtij personi janë fshirë',
  taken: 'Email-i dhe ID-ja e klientit u përkasin dy personave',
};

export default texts;
