import type { ContactFormTexts } from '../textShape.ts';

export default {
  sentTitle: 'Το μήνυμά σας στάλθηκε',
  sent: 'Ευχαριστούμε. Θα απαντήσουμε στο email που δώσατε.',
  wrongTitle: 'Κάτι λείπει',
  wrongLead: 'Δεν στάλθηκε τίποτα ακόμη. Δείτε όσα είναι σημειωμένα.',
  message: 'Μήνυμα',
  subject: 'Θέμα',
  optional: '(προαιρετικό)',
  filesGone: 'Τα συνημμένα αρχεία δεν κρατήθηκαν. Προσθέστε τα ξανά στη σελίδα από όπου ήρθατε.',
  off: 'Αυτή η φόρμα δεν χρησιμοποιείται.',
} satisfies ContactFormTexts;
