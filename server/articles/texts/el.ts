import type { ArticleTexts } from '../textShape.ts';

const texts: ArticleTexts = {
  answer: 'Απάντηση',
  checkSubject: 'Ισχύει ακόμη; {title}',
  checkLead:
    'Γράψατε το «{title}» και θέλατε να το ξαναδείτε έως σήμερα. Ισχύουν ακόμη όλα; Τότε διαλέξτε νέα ημέρα στις λεπτομέρειες.',
  checkOpen: 'Άνοιγμα του άρθρου',
  checkChoose: 'Διαλέξτε τι μαθαίνετε',
  checkWhy: 'Το λαμβάνετε επειδή γράφετε άρθρα για {site}.',
  articles: 'Άρθρα',
  updated: 'Ενημερώθηκε {date}',
  by: 'Από {names}',
  contents: 'Σε αυτή τη σελίδα',
  didHelp: 'Σας βοήθησε;',
  yes: 'Ναι',
  no: 'Όχι',
  why: 'Τι δεν πήγε καλά;',
  reason_missing: 'Κάτι λείπει',
  reason_unclear: 'Είναι δυσνόητο',
  reason_wrong: 'Κάτι δεν ισχύει',
  reason_other: 'Κάτι άλλο',
  thanks: 'Ευχαριστούμε που μας το είπατε.',
  related: 'Σχετικά άρθρα',
  note: 'Σημείωση',
  tip: 'Συμβουλή',
  warning: 'Προσοχή',
  video: 'Βίντεο',
  loadVideo: 'Φόρτωση βίντεο από {host}',
};

export default texts;
