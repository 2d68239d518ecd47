import type { FirstWords } from '../core/text/i18n.ts';

const greek: FirstWords = {
  panel: 'Βοήθεια',
  close: 'Κλείσιμο',
  back: 'Πίσω',
  greeting: 'Πώς μπορούμε να βοηθήσουμε;',
  here: '{names}: είμαστε εδώ',
  hereTeam: '{names}: είμαστε εδώ',
  backAt: 'Επιστρέφουμε: {when}',
  usualReply: 'Συνήθης χρόνος απάντησης: {duration}',
  dayAndTime: '{day}, {time}',
  somethingBroke: 'Κάτι πήγε στραβά από τη μεριά μας. Ό,τι γράψατε έχει κρατηθεί.',
  tryAgain: 'Δοκιμάστε ξανά',
  loading: 'Μια στιγμή…',
  need: 'Με τι χρειάζεστε βοήθεια;',
  needHint: 'Με δικά σας λόγια',
  answersFound: {
    one: 'Βρέθηκε {count} απάντηση',
    other: 'Βρέθηκαν {count} απαντήσεις',
    zero: 'Δεν βρέθηκε απάντηση',
  },
  official: 'Επίσημη απάντηση',
  accepted: 'Αποδεκτή απάντηση',
  noAnswerFound: 'Δεν υπάρχει ακόμη απάντηση. Ρωτήστε μας, θα το διαβάσει άνθρωπος.',
  suggestionsDown: 'Αυτή τη στιγμή δεν μπορούμε να ψάξουμε απαντήσεις. Μπορείτε όμως να ρωτήσετε.',
  askPerson: 'Ρωτήστε έναν άνθρωπο',
  paused: 'Αυτή την περίοδο δεν δεχόμαστε νέες ερωτήσεις. Οι υπάρχουσες απαντήσεις παραμένουν εδώ.',
  formTitle: 'Ρωτήστε έναν άνθρωπο',
  chat: 'Συνομιλία μαζί μας',
  callback: 'Καλέστε με',
  offline: 'Φαίνεται πως δεν υπάρχει σύνδεση.',
};
export default greek;
