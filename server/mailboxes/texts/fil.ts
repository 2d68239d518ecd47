export default {
  subject: 'Hindi mabasa ang {address}',
  lead: 'Hindi namin mapasok ngayon ang mailbox na {address}.',
  waiting:
    'Walang nawawala: naghihintay sa mailbox ang mga bagong email at patuloy naming sinusubukan. Hanggang gumana ulit, walang nakakakita nito sa team mo.',
  button: 'Ayusin ang koneksiyon',
  testSubject: 'Pagsubok mula sa Foyer',
  testText:
    'Sinusubok ng email na ito kung nakakapagpadala at nakakatanggap ang mailbox mo. Buburahin ito ng Foyer pagdating.',
};
