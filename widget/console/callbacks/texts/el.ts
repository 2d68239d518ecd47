import type { CallbackTexts } from './en.ts';

const texts: CallbackTexts = {
  callOn: 'Οι επισκέπτες μπορούν να ζητούν κλήση',
  callOnHint:
    'Προσθέτει ένα κουμπί στην αρχική οθόνη του widget και μια σελίδα που λειτουργεί χωρίς JavaScript.',
  call_slotMinutes: 'Διάρκεια διαστήματος (λεπτά)',
  call_perSlot: 'Κλήσεις ανά διάστημα',
  call_leadMinutes: 'Χρόνος πριν από το πρώτο διάστημα (λεπτά)',
  call_daysAhead: 'Πόσο νωρίς μπορούν να κλείσουν οι επισκέπτες (ημέρες πριν)',
  call_soonMinutes: '«Το συντομότερο» σημαίνει μέσα σε (λεπτά ωραρίου κλήσεων)',
  callSoonHint: 'Με 0 απενεργοποιείται.',
  callTopics: 'Θέματα κλήσεων',
  callTopicsNone: 'Δεν υπάρχουν θέματα ακόμη. Οι επισκέπτες περιγράφουν τον λόγο με δικά τους λόγια.',
  callNumbers: 'Αριθμοί',
  callTypes: 'Τύποι αριθμών που καλείτε',
  numbers_mobile: 'Κινητό',
  numbers_fixed: 'Σταθερό',
  numbers_voip: 'Διαδίκτυο (VoIP)',
  numbers_toll_free: 'Χωρίς χρέωση',
  numbers_shared_cost: 'Μεριζόμενου κόστους',
  numbers_personal: 'Προσωπικός αριθμός',
  callCountries: 'Χώρες που καλείτε',
  callCountriesHint: 'Προσθέστε τες μία μία. Αφήστε το κενό για όλες.',
  callBlocked: 'Αποκλεισμένα προθέματα',
  callBlockedHint: 'Για παράδειγμα +88, +979.',
  callRetry: 'Αν δεν απαντήσει κανείς',
  callRetryHint:
    'Επόμενες προσπάθειες, με τη σειρά. Μετά την τελευταία, ο επισκέπτης καλείται να επιλέξει άλλη ώρα.',
  retryNone: 'Καμία άλλη προσπάθεια.',
  retryAfter: 'Μετά από {span}',
  retryNextDay: 'Την επόμενη ημέρα, στην αρχή του ωραρίου κλήσεων',
  retryAttempt: 'προσπάθεια {number}',
  retryAdd: 'Προσθήκη προσπάθειας',
  retry_no_answer: 'Δεν απάντησε',
  retry_busy: 'Κατειλημμένο',
  retry_voicemail: 'Τηλεφωνητής',
  callConsentHint: 'Με τι συμφωνούν οι επισκέπτες πριν ζητήσουν κλήση. Αφήστε το κενό για να μη ζητείται.',
};

export default texts;
