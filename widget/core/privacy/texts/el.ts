import type { PrivacyTexts } from './en.ts';

const texts: PrivacyTexts = {
  dataLead: 'Δείτε όλα όσα κρατά αυτός ο ιστότοπος για εσάς ή ζητήστε να διαγραφούν.',
  dataDownload: 'Λήψη των δεδομένων μου',
  dataErase: 'Διαγραφή των δεδομένων μου',
  dataEraseLead:
    'Οι συνομιλίες, τα αρχεία, τα σχόλια και οι απαντήσεις σας εδώ θα διαγραφούν. Οι βαθμολογίες μένουν στα σύνολα, χωρίς εσάς. Δεν αναιρείται.',
  dataPages: 'Δημόσιες ερωτήσεις με δικά σας λόγια που θα αφαιρεθούν: {count}.',
  dataEraseNow: 'Οριστική διαγραφή',
  dataCancel: 'Άκυρο',
  dataPrivacy: 'Τι αποθηκεύει αυτός ο ιστότοπος',
  dataBusy: 'Μια στιγμή…',
};

export default texts;
