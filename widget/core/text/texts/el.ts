import type { Calendar } from '../calendar.ts';
import type { FirstTexts } from './en.ts';

const greek: FirstTexts = {
  panel: 'Βοήθεια',
  close: 'Κλείσιμο',
  back: 'Πίσω',
  greeting: 'Πώς μπορούμε να βοηθήσουμε;',
  here: '{names}: είμαστε εδώ',
  hereTeam: '{names}: είμαστε εδώ',
  backAt: 'Επιστρέφουμε: {when}',
  usualReply: 'Συνήθης χρόνος απάντησης: {duration}',
  dayAndTime: '{day}, {time}',
  listEnd: '{list} και {last}',
  minutes: { one: '{count} λεπτό', other: '{count} λεπτά' },
  hours: { one: '{count} ώρα', other: '{count} ώρες' },
  somethingBroke: 'Κάτι πήγε στραβά από τη μεριά μας. Το κείμενό σας είναι ακόμη εδώ.',
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
  noAnswerFound: 'Δεν υπάρχει ακόμη απάντηση. Ρωτήστε μας και θα σας απαντήσει κάποιος.',
  suggestionsDown: 'Αυτή τη στιγμή δεν μπορούμε να ψάξουμε απαντήσεις. Μπορείτε όμως να ρωτήσετε.',
  askPerson: 'Ρωτήστε την ομάδα μας',
  paused: 'Αυτή τη στιγμή δεν δεχόμαστε νέες ερωτήσεις. Οι υπάρχουσες απαντήσεις παραμένουν εδώ.',
  formTitle: 'Ρωτήστε την ομάδα μας',
  chat: 'Συνομιλήστε μαζί μας',
  callback: 'Καλέστε με',
  offline: 'Φαίνεται ότι δεν έχετε σύνδεση.',
};
export default greek;

export const calendar: Calendar = {
  days: ['Κυριακή', 'Δευτέρα', 'Τρίτη', 'Τετάρτη', 'Πέμπτη', 'Παρασκευή', 'Σάββατο'],
  months: [
    'Ιανουαρίου',
    'Φεβρουαρίου',
    'Μαρτίου',
    'Απριλίου',
    'Μαΐου',
    'Ιουνίου',
    'Ιουλίου',
    'Αυγούστου',
    'Σεπτεμβρίου',
    'Οκτωβρίου',
    'Νοεμβρίου',
    'Δεκεμβρίου',
  ],
  date: '{day} {month}',
  near: ['χθες', 'σήμερα', 'αύριο'],
  clock: ['π.μ.', 'μ.μ.'],
};
