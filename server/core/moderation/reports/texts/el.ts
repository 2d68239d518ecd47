import type { ReportTexts } from '../textShape.ts';

const texts: ReportTexts = {
  report: 'Αναφορά',
  title: 'Αναφορά στην ομάδα μας',
  lead: 'Πείτε μας αν είναι ανεπιθύμητο, προσβλητικό ή επικίνδυνο. Την αναφορά σας τη βλέπει μόνο η ομάδα μας.',
  reason: 'Τι δεν πάει καλά;',
  send: 'Αποστολή αναφοράς',
  thanks: 'Ευχαριστούμε. Η ομάδα μας θα το ελέγξει.',
  undo: 'Αναίρεση',
  undone: 'Η αναφορά σας ανακλήθηκε.',
  back: 'Πίσω',
};

export default texts;
