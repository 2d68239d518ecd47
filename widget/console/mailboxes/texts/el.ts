import faults from '../../../../shared/mailboxes/faultTexts/el.ts';
import type { MailboxTexts } from './en.ts';

const texts: MailboxTexts = {
  ...faults,
  lead: 'Συνδέστε θυρίδες όπως support@ και sales@. Τα email γίνονται συζητήσεις και οι απαντήσεις φεύγουν από την ίδια διεύθυνση.',
  none: 'Δεν έχει συνδεθεί ακόμα θυρίδα.',
  add: 'Σύνδεση θυρίδας',
  addButton: 'Σύνδεση θυρίδας',
  name: 'Όνομα στα email',
  nameHint: 'Δίπλα στη διεύθυνση. Κενό: το όνομα της ομάδας σας.',
  acknowledgement: 'Κείμενο επιβεβαίωσης',
  acknowledgementHint: 'Προσθέτουμε πότε απαντάτε και ότι το διαβάζουν άνθρωποι. Κενό: το δικό μας κείμενο.',
  way: 'Τρόπος σύνδεσης',
  way_password: 'Όνομα χρήστη και κωδικός',
  way_google: 'Gmail ή Google Workspace',
  way_microsoft: 'Microsoft 365, Outlook',
  guide_google:
    'Η Google ανοίγει μια θυρίδα μόνο σε δικό σας πρόγραμμα-πελάτη. Στο Google Cloud Console ενεργοποιήστε το Gmail API και φτιάξτε έναν πελάτη OAuth τύπου «Εφαρμογή ιστού» με αυτή τη διεύθυνση ανακατεύθυνσης:',
  guide_microsoft:
    'Η Microsoft ανοίγει μια θυρίδα μόνο σε δική σας εφαρμογή. Στο Microsoft Entra καταχωρίστε την με πλατφόρμα «Web», αυτή τη διεύθυνση ανακατεύθυνσης και τα δικαιώματα IMAP.AccessAsUser.All και SMTP.Send:',
  redirect: 'Διεύθυνση ανακατεύθυνσης',
  clientId: 'Αναγνωριστικό πελάτη',
  clientSecret: 'Μυστικό πελάτη',
  tenant: 'Αναγνωριστικό καταλόγου (tenant)',
  tenantHint:
    'Από την επισκόπηση της εφαρμογής. Αφήστε το κενό αν η εφαρμογή δέχεται λογαριασμούς κάθε οργανισμού.',
  consentUser: 'Θυρίδα που θα ανοίξει',
  consentUserHint:
    'Αφήστε το κενό αν είναι η παραπάνω διεύθυνση. Για κοινόχρηστη θυρίδα γράψτε τη διεύθυνσή της και δώστε συγκατάθεση με λογαριασμό που μπορεί να την ανοίξει.',
  connect_google: 'Σύνδεση με Google',
  connect_microsoft: 'Σύνδεση με Microsoft',
  connectAgain: 'Νέα σύνδεση',
  state_unasked: 'Δεν συνδέθηκε ακόμη',
  unasked: 'Μένει ένα βήμα: συνδεθείτε εκεί και επιτρέψτε την πρόσβαση.',
  accountIs: 'Πρόσβαση μέσω {account}',
  incoming: 'Εισερχόμενα (IMAP)',
  outgoing: 'Εξερχόμενα (SMTP)',
  host: 'Διακομιστής',
  port: 'Θύρα',
  security: 'Κρυπτογράφηση',
  security_tls: 'TLS',
  security_starttls: 'STARTTLS',
  security_none: 'Καμία',
  user: 'Όνομα χρήστη',
  password: 'Κωδικός',
  passwordKept: 'Αφήστε το κενό για να μείνει ο ίδιος.',
  sameLogin: 'Τα εξερχόμενα με την ίδια σύνδεση',
  edit: 'Επεξεργασία',
  save: 'Αποθήκευση',
  cancel: 'Άκυρο',
  pause: 'Παύση ανάγνωσης',
  resume: 'Ανάγνωση ξανά',
  remove: 'Αποσύνδεση',
  removeSure: 'Αποσύνδεση του {address}; Τα email μένουν στη θυρίδα και οι συζητήσεις εδώ.',
  state_new: 'Συνδέεται…',
  state_on: 'Συνδέθηκε',
  state_paused: 'Σε παύση: τα νέα email δεν διαβάζονται',
  state_bad: 'Δεν διαβάζεται',
  lastRead: 'Τελευταία ανάγνωση: {time}.',
  failing: 'Δεν λειτουργεί από {time}. {reason}',
  sending: 'Η τελευταία απάντηση δεν στάλθηκε ({time}). {reason} Συνεχίζουμε να προσπαθούμε.',
  cannotTell:
    'Αυτό το Foyer δεν στέλνει δικά του email, οπότε κανείς δεν ειδοποιείται με email όταν μια θυρίδα σταματήσει.',
  waits: 'Τα νέα email περιμένουν στη θυρίδα και συνεχίζουμε να προσπαθούμε.',
  serversHint: 'Ποιους διακομιστές θα βάλετε, το λέει η βοήθεια του παρόχου σας.',
  test: 'Δοκιμή',
  testing: 'Δοκιμάζεται… Θα πάρει έως ένα λεπτό.',
  step_sent: 'Το email στάλθηκε.',
  step_opened: 'Τα εισερχόμενα ανοίγουν.',
  step_arrived: 'Έφτασε.',
  missing:
    'Στάλθηκε αλλά δεν έφτασε μέσα σε ένα λεπτό. Κοιτάξτε στα ανεπιθύμητα και ελέγξτε αν η διεύθυνση οδηγεί σε αυτή τη θυρίδα.',
  spf_good:
    'SPF: ο τομέας σας λέει ποιος στέλνει για αυτόν. Βεβαιωθείτε ότι περιλαμβάνει αυτόν τον διακομιστή.',
  spf_missing:
    'SPF: ο τομέας σας δεν λέει ποιος στέλνει για αυτόν. Πολλοί πάροχοι θα θεωρούν τα email σας ανεπιθύμητα. Η βοήθεια του παρόχου σας λέει ποια εγγραφή χρειάζεται.',
  spf_several: 'SPF: ο τομέας έχει πολλές εγγραφές SPF, οπότε δεν ισχύει καμία. Ενώστε τις σε μία.',
  spf_open: 'SPF: η εγγραφή επιτρέπει σε όλους να στέλνουν, άρα δεν προστατεύει τίποτα.',
  spf_unknown: 'SPF: δεν μπορέσαμε να το ελέγξουμε τώρα.',
  dkim_good: 'DKIM: τα email υπογράφονται και το κλειδί είναι δημοσιευμένο.',
  dkim_missing:
    'DKIM: το κλειδί δεν είναι δημοσιευμένο, άρα οι υπογραφές δεν ελέγχονται. Προσθέστε την εγγραφή που δείχνει ο πάροχός σας.',
  dkim_unsigned:
    'DKIM: το email έφτασε χωρίς υπογραφή. Μέσα στον ίδιο πάροχο μπορεί να είναι φυσιολογικό· ελέγξτε αν η υπογραφή είναι ενεργή.',
  dkim_unknown: 'DKIM: δεν μπορέσαμε να το ελέγξουμε τώρα.',
  dmarc_good: 'DMARC: όσα email απλώς παριστάνουν ότι είναι δικά σας απορρίπτονται.',
  dmarc_watching:
    'DMARC: ο τομέας σας απλώς παρακολουθεί. Όταν δουλέψουν SPF και DKIM, βάλτε «p=quarantine» ώστε οι πλαστογραφίες να απορρίπτονται.',
  dmarc_missing: 'DMARC: ο τομέας σας δεν έχει πολιτική. Ξεκινήστε με «v=DMARC1; p=none».',
  dmarc_unknown: 'DMARC: δεν μπορέσαμε να το ελέγξουμε τώρα.',
  hooks: 'Email από τον πάροχό σας',
  hooksLead:
    'Αντί να διαβάζει μια θυρίδα, το Foyer μπορεί να δέχεται email που προωθούν τα Mailgun, Postmark, SendGrid ή Amazon SES. Προσθέστε παρακάτω τις διευθύνσεις στις οποίες γράφει ο κόσμος.',
  hookProvider: 'Πάροχος',
  hookAdd: 'Προσθήκη παρόχου',
  hookKey: 'Κλειδί υπογραφής (στο Mailgun: «HTTP webhook signing key»)',
  hookKeyHint:
    'Στο Mailgun, στο API security. Με αυτό το Foyer ελέγχει ότι τα email έρχονται πράγματι από εκεί.',
  hookAddress: 'Διεύθυνση για {name}',
  hookOnce:
    'Η διεύθυνση περιέχει ένα μυστικό και εμφανίζεται μόνο τώρα. Αντιγράψτε την πριν φύγετε από τη σελίδα.',
  hookUnused: 'Δεν έχει έρθει ακόμη email.',
  hookUsed: 'Τελευταίο email {time}',
  hookReplace: 'Αντικατάσταση μυστικού',
  hookReplaceSure: 'Η διεύθυνση που έχετε βάλει εκεί παύει αμέσως να ισχύει. Βάλτε αμέσως τη νέα.',
  hookRemove: 'Αφαίρεση',
  hookRemoveSure: 'Αφαίρεση του {name}; Όσα email προωθήσει μετά δεν θα γίνουν δεκτά.',
  hook_mailgun: 'Στο Mailgun φτιάξτε μια διαδρομή με ενέργεια «Forward» σε αυτή τη διεύθυνση.',
  hook_postmark:
    'Στο Postmark βάλτε την ως webhook της εισερχόμενης ροής και ενεργοποιήστε το «Include raw email content in JSON payload».',
  hook_sendgrid:
    'Στο SendGrid βάλτε την στο Inbound Parse και ενεργοποιήστε το «POST the raw, full MIME message».',
  hook_ses:
    'Στο Amazon SNS γράψτε την στο topic σας μέσω HTTPS, χωρίς «Raw message delivery». Στο SES προσθέστε κανόνα λήψης με ενέργεια SNS για αυτό το topic. Έρχονται email έως 150 KB.',
};

export default texts;
