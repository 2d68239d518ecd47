export default {
  subject: 'Hindi mabasa ang {address}',
  lead: 'Hindi namin mapasok ngayon ang mailbox na {address}.',
  waiting:
    'Walang nawawala: naghihintay sa mailbox ang mga bagong email at patuloy naming sinusubukan. Hanggang gumana ulit, walang nakakakita nito sa team mo.',
  button: 'Ayusin ang koneksiyon',
};
