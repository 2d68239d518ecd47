import type { RuleTexts } from '../textShape.ts';

export default {
  auto: 'Αυτό είναι ένα αυτόματο μήνυμα. Θέλετε να μιλήσετε με έναν άνθρωπο; Γράψτε εδώ και κάποιος από την ομάδα θα το διαβάσει.',
  autoClosing: 'Αυτό είναι ένα αυτόματο μήνυμα. Γράψτε εδώ όποτε θέλετε και η συνομιλία ανοίγει ξανά.',
  pushTitle: 'Κανόνας: {rule}',
} satisfies RuleTexts;
