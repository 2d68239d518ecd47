import type { CommunityTexts } from './en.ts';

const texts: CommunityTexts = {
  answerHelped: 'Με βοήθησε',
  answerHelpedYou: 'Σας βοήθησε',
  acceptAnswer: 'Αποδοχή απάντησης',
  unacceptAnswer: 'Αναίρεση αποδοχής',
  meToo: 'Έχω κι εγώ αυτή την ερώτηση',
  meTooYes: 'Έχετε κι εσείς αυτή την ερώτηση',
  followAnswers: 'Παρακολούθηση',
  followLead: 'Θα λάβετε email όταν υπάρξει νέα απάντηση.',
  followSent: 'Σχεδόν έτοιμο. Ανοίξτε τον σύνδεσμο στο email που μόλις σας στείλαμε.',
  followNow: 'Έγινε. Θα σας στέλνουμε email για νέες απαντήσεις.',
  noAnswersYet: 'Δεν υπάρχουν ακόμη απαντήσεις. Βοηθήστε πρώτοι.',
  answerIt: 'Απαντήστε',
  followEmail: 'Το email σας',
  report: 'Αναφορά',
  reportWhy: 'Τι δεν πάει καλά;',
  sendReport: 'Αποστολή αναφοράς',
  reported: 'Ευχαριστούμε. Η ομάδα μας θα το ελέγξει.',
  undoReport: 'Αναίρεση',
};

export default texts;
